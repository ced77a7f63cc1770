// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;

/** {@code Speciate XANES...} from a TIFF file to a folder of results, each time in a process of its own. */
final class MainJob {

	static final String NAME = "Speciate XANES...";

	/** For the larger stack. */
	private static final double SECONDS = 15;
	private static final String MEMORY = "-Xmx4g";

	/** After this the first run is enough. */
	private static final double LONG = 45;

	private static final List<String> OUTPUTS = List.of("overlay.png", "labels.tif", "species.tif", "uncertainty.tif",
		"quality.tif", "species.png", "spectra.csv", "clusters.csv", "fits.csv", "posterior.csv", "pca.csv", "targets.csv", "spectra",
		"report.html", "run.json");

	private MainJob() {}

	/**
	 * @param stack of which only the shape and the files are used
	 * @throws IOException when it fails or leaves an output out
	 */
	static Row run(final BenchmarkOptions options, final BenchmarkStack stack) throws IOException, InterruptedException {
		final Path out = options.out().resolve("main-job");
		final Path macro = options.out().resolve("main-job.ijm");
		Files.createDirectories(options.out());
		Files.writeString(macro, "run(\"Speciate XANES...\", \"stack=[" + stack.folder().resolve(StackFiles.TIFF) + "] references=[" +
			stack.folder().resolve("references") + "] output=[" + out + "]\");\n");
		final List<Double> seconds = new ArrayList<>();
		while (seconds.isEmpty() || seconds.size() < options.jobs() && seconds.get(0) < LONG)
			seconds.add(once(options, macro));
		for (final String name : OUTPUTS) if (Files.notExists(out.resolve(name))) throw new IOException(
			"The main job did not write " + name + ".");
		return Row.alone(NAME + ", " + stack.shape() + " TIFF to files, " + MEMORY, Spread.of(seconds.stream().mapToDouble(
			Double::doubleValue).toArray()), options.quick() ? Target.NONE : Target.seconds(SECONDS), split(out, seconds.get(seconds.size() - 1)));
	}

	private static double once(final BenchmarkOptions options, final Path macro) throws IOException,
		InterruptedException
	{
		final ProcessBuilder builder = new ProcessBuilder("bash", options.root().resolve("scripts/xanesj").toString(),
			"--headless", macro.toString());
		builder.environment().put("XANESJ_JAVA_OPTS", MEMORY + " -XX:ActiveProcessorCount=" + Runtime.getRuntime()
			.availableProcessors());
		builder.redirectErrorStream(true).redirectOutput(options.out().resolve("main-job.log").toFile());
		final long start = System.nanoTime();
		final int status = builder.start().waitFor();
		final double seconds = (System.nanoTime() - start) * 1e-9;
		if (status != 0) throw new IOException("The main job ended with status " + status + ": see " + options.out().resolve(
			"main-job.log"));
		return seconds;
	}

	/** What the program itself says of the seconds of its steps; what it does not count is Java's start and files. */
	private static String split(final Path out, final double all) throws IOException {
		final Map<String, JsonElement> steps = JsonParser.parseString(Files.readString(out.resolve("run.json")))
			.getAsJsonObject().getAsJsonObject("seconds").asMap();
		final double counted = steps.values().stream().mapToDouble(JsonElement::getAsDouble).sum();
		return "of the last run: " + steps.entrySet().stream().map(s -> s.getKey() + " " + Spread.number(s.getValue()
			.getAsDouble()) + " s").collect(Collectors.joining(", ")) + ", start and the rest " + Spread.number(all - counted) + " s";
	}
}
