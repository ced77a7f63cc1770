// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.xanesj.block.Progress;
import org.xanesj.fit.Calibration.Parameter;
import org.xanesj.fit.CalibrationFit;
import org.xanesj.speciate.SpeciateOptions;
import org.xanesj.speciate.Findings;
import org.xanesj.speciate.Stopwatch;
import org.xanesj.stack.SpectralImage;

/** Everything about a run that is needed to run it again and to know whether the same came in. */
final class RunRecord {

	private static final Gson JSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping()
		.create();

	private final Findings found;
	private final RunInputs inputs;
	private final Stopwatch stopwatch;
	private final Progress progress;

	/** @param progress watches while large inputs are read once more, for their checksums */
	RunRecord(final Findings found, final RunInputs inputs, final Stopwatch stopwatch, final Progress progress) {
		this.found = found;
		this.inputs = inputs;
		this.stopwatch = stopwatch;
		this.progress = progress;
	}

	/** @return the command's keys with the values that were used, automatic ones resolved */
	Map<String, Object> parameters() {
		final SpeciateOptions o = found.options();
		final Map<String, Object> parameters = new LinkedHashMap<>();
		parameters.put("stack", inputs.stack());
		parameters.put("energies", inputs.energies());
		parameters.put("references", inputs.references());
		parameters.put("output", inputs.output());
		parameters.put("mode", o.mode().toString());
		parameters.put("i0", inputs.i0());
		parameters.put("fit", o.fit().name().toLowerCase(Locale.ROOT));
		parameters.put("normalization", o.normalization().macroValue());
		parameters.put("components", o.components());
		parameters.put("clusters", o.clusters());
		parameters.put("max_species", o.maxSpecies());
		parameters.put("sum_to_one", o.constraint().isSumToOne());
		parameters.put("fit_from", o.fitFrom());
		parameters.put("fit_to", o.fitTo());
		parameters.put("exclude", o.exclude());
		parameters.put("core_hole", o.coreHole());
		parameters.put("mask", inputs.mask());
		parameters.put("seed", o.seed());
		parameters.put("calibrate", o.certainty().calibration().toString());
		parameters.put("errors", o.certainty().errors().toString());
		parameters.put("false_alarm", o.certainty().falseAlarm());
		return parameters;
	}

	/** @return the line that repeats the run */
	String macro() {
		return "run(\"Speciate XANES...\", \"" + parameters().entrySet().stream().filter(e -> !e.getValue().equals("")).map(
			e -> e.getKey() + "=" + quoted(e.getValue().toString())).collect(Collectors.joining(" ")) + "\");";
	}

	private static String quoted(final String value) {
		final String plain = value.replace('\\', '/').replace("\"", "\\\"");
		return plain.contains(" ") ? "[" + plain + "]" : plain;
	}

	byte[] json() throws IOException {
		final Map<String, Object> run = new LinkedHashMap<>();
		run.put("program", "XanesJ");
		run.put("version", Version.xanesj());
		run.put("versions", Version.all());
		run.put("macro", macro());
		run.put("parameters", parameters());
		run.put("stack", stack());
		run.put("e0", found.ground().edge().e0());
		run.put("pixels", found.ground().edge().mask().count());
		run.put("assumptions", found.assumptions());
		run.put("left_out", found.references().leftOut());
		run.put("noise", noise());
		found.calibration().ifPresent(fit -> run.put("calibration", calibration(fit)));
		run.put("inputs", files());
		run.put("seconds", stopwatch.seconds());
		return JSON.toJson(run).getBytes(StandardCharsets.UTF_8);
	}

	/** What was analysed, also when it was an image in a window and there is no file to name. */
	private Map<String, Object> stack() {
		final SpectralImage image = found.ground().image();
		final Map<String, Object> stack = new LinkedHashMap<>();
		stack.put("name", image.info().name());
		stack.put("width", image.width());
		stack.put("height", image.height());
		stack.put("depth", image.depth());
		stack.put("energies", image.energies().size());
		stack.put("pixel_size", image.info().pixelSize());
		return stack;
	}

	/** The weights of the fits: one over the noise at each energy. */
	private Map<String, Object> noise() {
		final Map<String, Object> noise = new LinkedHashMap<>();
		noise.put("energy_eV", found.ground().axis().toArray());
		noise.put("sigma", found.ground().noise().sigma());
		return noise;
	}

	/** What references were calibrated by; an error that does not exist is left out. */
	private static Map<String, Object> calibration(final CalibrationFit fit) {
		final Map<String, Object> calibration = new LinkedHashMap<>();
		for (final Parameter parameter : Parameter.values()) {
			final String name = parameter.name().toLowerCase(Locale.ROOT) + (parameter == Parameter.SELF_ABSORPTION ? "" : "_eV");
			calibration.put(name, fit.calibration().value(parameter));
			if (Double.isFinite(fit.error(parameter))) calibration.put(name + "_error", fit.error(parameter));
		}
		return calibration;
	}

	private List<InputFiles.Entry> files() throws IOException {
		final List<InputFiles.Entry> files = new ArrayList<>();
		for (final String path : List.of(inputs.stack(), inputs.energies(), inputs.references(), inputs.i0(), inputs
			.mask())) if (!path.isBlank() && Path.of(path).toFile().exists()) files.addAll(InputFiles.of(Path.of(path),
				progress));
		return files;
	}
}
