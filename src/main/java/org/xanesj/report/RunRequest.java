// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.xanesj.imagej.StoredBlocks;
import org.xanesj.io.Paths;
import org.xanesj.io.SpectrumFile;
import org.xanesj.prepare.NormalizationMethod;
import org.xanesj.speciate.Mode;
import org.xanesj.speciate.Sample;
import org.xanesj.speciate.SpeciateOptions;
import org.xanesj.stack.InputException;
import org.xanesj.stack.SpectralImage;
import org.xanesj.stack.Spectrum;

/**
 * What a run is asked to do, by the keys of the command <i>Speciate XANES...</i>: paths and words as users write them,
 * empty where nothing is given, and numbers of which 0 is automatic.
 *
 * @param stack path
 * @param energies path
 * @param references path
 * @param output folder
 * @param mode of {@link Mode}
 * @param i0 path, {@code brightest} or empty
 * @param fit of {@link org.xanesj.fit.FitWay}
 * @param normalization of {@link NormalizationMethod}
 * @param mask {@code auto}, {@code none} or a path
 * @param calibrate of {@link org.xanesj.speciate.CalibrationUse}
 * @param errors of {@link org.xanesj.speciate.ErrorBars}
 */
public record RunRequest(String stack, String energies, String references, String output, String mode, String i0,
	String fit, String normalization, int components, int clusters, int maxSpecies, boolean sumToOne, double fitFrom,
	double fitTo, String exclude, double coreHole, String mask, long seed, String calibrate, String errors, double falseAlarm)
{

	/** Nothing given, all as the command has it. */
	public static final RunRequest DEFAULT = new RunRequest("", "", "", "", "auto", "", "baseline", "auto", 0, 0, 3, true, 0,
		0, "", 0, Choices.AUTO, 1, "auto", "auto", 0.01);

	private static final String BRIGHTEST = "brightest";

	/** @throws InputException when a word is not known, or a number is out of its range */
	public SpeciateOptions options() {
		final Mode chosen = Mode.named(mode);
		if (chosen == Mode.ABSORPTION && i0.equals(BRIGHTEST)) throw new InputException("mode=absorption, but i0=" +
			BRIGHTEST + " is for counts.", "Leave one of them out.");
		return new SpeciateOptions(chosen == Mode.AUTO && i0.equals(BRIGHTEST) ? Mode.TRANSMISSION : chosen, Choices.fit(fit),
			NormalizationMethod.named(normalization), components, clusters, maxSpecies, Choices.constraint(sumToOne), fitFrom,
			fitTo, exclude, coreHole, seed, Choices.certainty(calibrate, errors, falseAlarm));
	}

	/**
	 * @return where the results go; empty when no folder is given
	 * @throws InputException when they cannot
	 */
	public Optional<ResultFolder> folder() {
		final Optional<ResultFolder> folder = Paths.optional(output).map(ResultFolder::new);
		if (folder.isEmpty()) return folder;
		if (Paths.whole(output).equals(Paths.whole(references))) throw new InputException("output=" + output +
			" is the folder of the references.", "Give another one: results must not be read as references.");
		if (Paths.whole(output).equals(Paths.whole(stack))) throw new InputException("output=" + output +
			" is the folder of the stack.", "Give another one: results must not be read as a part of it.");
		keepInputs(Path.of(Paths.whole(output)));
		return folder;
	}

	/** A new result takes the place of an old one, and so of whatever has the name of one of its files. */
	private void keepInputs(final Path folder) {
		for (final String input : List.of(stack, energies, references, i0, mask)) {
			if (input.isBlank()) continue;
			final Path path = Path.of(Paths.whole(input));
			if (path.startsWith(folder) && SpeciationFiles.isOurs(folder.relativize(path).toString().replace('\\', '/')))
				throw new InputException("output=" + output + " would replace " + input + ", which is read.",
					"Give another folder for the results (output).");
		}
		final Path index = folder.resolve("index.json");
		if (Files.exists(index) && !isOfMaps(index)) throw new InputException(index + " belongs to a stack.",
			"Give another folder for the results (output): they may have an index of that name.");
	}

	private static boolean isOfMaps(final Path index) {
		try {
			return StoredBlocks.at(index).filter(StoredBlocks::isMaps).isPresent();
		}
		catch (final InputException e) {
			return false;
		}
	}

	/**
	 * @param image the stack
	 * @return it, with what else is to be read for it
	 * @throws InputException when that cannot be used
	 */
	public Sample sample(final SpectralImage image) {
		final Optional<Spectrum> incident = isMeasured() ? Optional.of(SpectrumFile.read(Paths.of("i0", i0))) : Optional
			.empty();
		return new Sample(image.with(image.info().noting(incident.map(RunRequest::notes).orElse(List.of()))), incident,
			Choices.mask(mask, image), Choices.references(references));
	}

	private boolean isMeasured() {
		return !i0.isBlank() && !i0.equals(BRIGHTEST);
	}

	/** What was assumed when the I0 was read. */
	private static List<String> notes(final Spectrum incident) {
		return incident.metadata().getOrDefault(SpectrumFile.NOTES, "").lines().toList();
	}

	/**
	 * @param energiesUsed the file they were read from; empty when the stack carries them
	 * @param modeUsed what the stack's values were taken for
	 * @return whole paths and resolved choices: enough to run it again from anywhere
	 */
	public RunInputs inputs(final Optional<Path> energiesUsed, final Mode modeUsed) {
		final String incident = isMeasured() ? Paths.whole(i0) : modeUsed == Mode.TRANSMISSION ? BRIGHTEST : "";
		final boolean given = !mask.isBlank() && !mask.equals(Choices.AUTO) && !mask.equals(Choices.NONE);
		return new RunInputs(Paths.whole(stack), energiesUsed.map(Path::toString).map(Paths::whole).orElse(""), Paths.whole(
			references), Paths.whole(output), incident, given ? Paths.whole(mask) : mask.isBlank() ? Choices.AUTO : mask);
	}
}
