// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.xanesj.command.SpeciateMacro.message;

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xanesj.SmallStack;
import org.xanesj.host.RunFailure;
import org.xanesj.host.XanesJ;
import org.xanesj.stack.SpectralImage;

/** Parameters, references, masks and outputs that cannot be used: the whole message, and that nothing is written. */
class BadInputTest {

	private static final String TEXT_REMEDY =
		"Give XDI files, an Athena project, or energies and absorption in columns of text.";

	@TempDir
	private Path folder;

	private SpeciateMacro macro;

	@BeforeAll
	static void registerCommands() {
		assumeTrue(GraphicsEnvironment.isHeadless(), "skipped: there is a display, and these are macros without one");
		XanesJ.registerCommands();
	}

	@BeforeEach
	void write() throws IOException {
		macro = new SpeciateMacro(folder);
	}

	@Test
	void theStackThatTheOthersSpoilIsGood() throws IOException, RunFailure {
		final SpeciateMacro.Outcome outcome = macro.speciate(macro.stack, "");
		assertEquals(List.of("cluster,pixels,fraction_of_area,species", "1,60,0.5,reduced", "2,60,0.5,oxidized"), outcome
			.table("clusters.csv"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '^', value = {
		"fit_from=8000 fit_to=8100|The fit window from 8000.00 eV to 8100.00 eV holds 0 energies in use.|" +
			"At least 5 are needed: widen fit_from and fit_to (the data have 41 energies from 7080.00 eV to 7180.00 eV), " +
			"or exclude fewer.",
		"fit_from=8000|The fit window runs from 8000.00 eV to 7180.00 eV.|" +
			"Give a fit_from below fit_to, in eV; 0 stands for the default.",
		"fit_from=7150 fit_to=7100|The fit window runs from 7150.0 to 7100.0 eV.|" +
			"Give fit_from below fit_to, in eV, or 0 for automatic.",
		"fit_from=-5|fit_from is -5.0.|" +
			"Give an absolute energy in eV, or 0 for the default (from 20 eV below to 70 eV above E0).",
		"fit_from=NaN|fit_from is NaN.|" +
			"Give an absolute energy in eV, or 0 for the default (from 20 eV below to 70 eV above E0).",
		"fit_from=abc|fit_from = \"abc\" is not a number|give a number, with a dot as the decimal point",
		"exclude=foo|exclude: \"foo\" in \"foo\" is not an energy or a range.|" +
			"Write energies in eV and ranges with commas between, such as 7120-7121,7150.",
		"exclude=7000-7300|exclude=7000-7300 leaves 0 of the 41 energies of small.tif.|" +
			"At least 5 are needed: exclude fewer.",
		"exclude=7085-7175|exclude=7085-7175 leaves 4 of the 41 energies of small.tif.|" +
			"At least 5 are needed: exclude fewer.",
		"exclude=7150-7120|exclude: the range 7150-7120 runs backwards.|Write the lower energy first.",
		"components=50|components=50, but 29 is the most for these energies and pixels.|" +
			"Ask for fewer, or for 0 (automatic).",
		"components=-1|components=-1 is negative.|Use 0 for automatic.",
		"components=1.5|components = \"1.5\" is not a whole number|give a whole number",
		"clusters=500|clusters=500, but the mask has 120 pixels.|Ask for fewer clusters, or use a larger mask.",
		"clusters=-1|clusters=-1 is out of range.|Use 0 for automatic, or a number of clusters.",
		"max_species=0|max_species=0 is less than 1.|Allow at least one reference in a cluster.",
		"mode=foo|mode=foo is not known.|Use auto, absorption or transmission.",
		"mode=absorption i0=brightest|mode=absorption, but i0=brightest is for counts.|Leave one of them out.",
		"fit=foo|fit=foo is not known.|Use one of: baseline, normalized.",
		"normalization=foo|Normalisation \"foo\" is not known.|Use one of larch, pre-edge, area, none, auto.",
		"sum_to_one=maybe|sum_to_one = \"maybe\" is neither true nor false|give true or false",
		"mask=nowhere|mask=nowhere is not a file.|Use auto, none, or an image or aXis mask of the stack's size." })
	void aParameterThatCannotBeUsedIsNamed(final String keys, final String problem, final String remedy)
		throws IOException
	{
		assertEquals(message(problem, remedy), macro.refusal(macro.stack, keys));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '^', value = {
		"XANES PCA...|variant=foo|There is no PCA variant 'foo'.|Use uncentred, centred, correlation or larch.",
		"XANES PCA...|components=99|components=99, but 29 is the most for these energies and pixels.|" +
			"Ask for fewer, or for 0 (automatic).",
		"XANES Normalize...|method=foo|Normalisation \"foo\" is not known.|Use one of larch, pre-edge, area, none, auto.",
		"XANES Normalize...|e0=9000|E0 is 9000.0 eV, and the energies reach from 7080.00 eV to 7180.00 eV.|" +
			"Give an E0 between them, or leave it out to have it found.",
		"XANES Normalize...|e0=-7112|E0 is -7112.0 eV, and the energies reach from 7080.00 eV to 7180.00 eV.|" +
			"Give an E0 between them, or leave it out to have it found.",
		"XANES Normalize...|degree=9|The degree of the post-edge polynomial is 9.|Give 0 (constant) to 5; 2 is usual.",
		"XANES Fit...|source=foo references=[DIR/references]|source=foo is not known.|Use roi, cluster or mean.",
		"XANES Fit...|source=roi references=[DIR/references]|small.tif has no selection.|" +
			"Draw one, or add some to the ROI Manager.",
		"XANES Fit...||references is empty.|Give a file or folder (references).",
		"XANES Map Species...|references=[DIR/none]|DIR/none is not there.|Check the path.",
		"XANES Cluster...|clusters=-2|clusters=-2 is out of range.|Use 0 for automatic, or a number of clusters.",
		"XANES Cluster...|method=foo|method=foo is not known.|Use one of: k-means, gaussian-mixture, density.",
		"XANES Cluster...|method=density clusters=2|clusters=2, but method=density finds the number itself.|" +
			"Leave clusters out; a larger eps makes fewer.",
		"XANES Cluster...|eps=0.1|eps and min_points are those of method=density.|Use method=density, or leave them out.",
		"XANES Cluster...|false_alarm=1|false_alarm=1.0 is out of range.|" +
			"Give the share of good pixels that may be called no cluster, such as 0.001, or 0 to assign all.",
		"XANES Cluster...|gamma=1|gamma=1.0, but variant=xanesj.|Use variant=mantis, or leave gamma out.",
		"XANES Cluster...|of=fractions|of=fractions, but there are no references.|" +
			"Give a file or folder of at least two (references), or use of=scores.",
		"XANES Cluster...|references=[DIR/references]|References are given, but of=scores.|" +
			"Use of=fractions, or leave references out.",
		"XANES Cluster...|of=spectra method=gaussian-mixture clusters=2|" +
			"method=gaussian-mixture, but covariances of 31 coordinates cannot be found.|Use of=scores, or method=k-means.",
		"XANES Optical Density...|i0=[DIR/none]|DIR/none is not there.|Check the path.",
		"XANES Target Test...|components=77 references=[DIR/references]|" +
			"components=77, but 29 is the most for these energies and pixels.|Ask for fewer, or for 0 (automatic).",
		"Open Energy Stack...||path is empty.|Give a file or folder (path).",
		"Open Reference Spectra...|path=[DIR/none]|DIR/none is not there.|Check the path." })
	void aSingleStepSaysTheSame(final String label, final String keys, final String problem, final String remedy) {
		final String real = keys == null ? "" : keys.replace("DIR", folder.toString());
		assertEquals(message(problem, remedy), macro.failure("open(\"" + macro.stack + "\"); run(\"" + label + "\", \"" + real +
			"\");"));
	}

	@Test
	void excludingWhereThereIsNothingIsSaid() throws IOException, RunFailure {
		assertTrue(macro.speciate(macro.stack, "exclude=8000-8100").assumptions().contains(
			"exclude: no energy of the stack lies within 8000-8100 eV."));
	}

	@Test
	void withoutAnImageThereIsNoStack() throws IOException {
		assertEquals(message("There is no stack.", "Open one first (Plugins > XanesJ > Open Energy Stack...)."), macro
			.refusal("references=[" + macro.references + "]"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '^', value = {
		"RGB|picture is a colour (RGB) image.|Open the measured grey values (8, 16 or 32 bits), not a picture of them.",
		"32-bit|picture: its slice labels carry no energies.|" +
			"Label each slice as in '7112.00 eV', or give a file of energies to Open Energy Stack... or Speciate XANES..." })
	void anImageMustBeAStackOfEnergies(final String type, final String problem, final String remedy) {
		assertEquals(message(problem, remedy), macro.failure("newImage(\"picture\", \"" + type +
			"\", 8, 8, 6); run(\"Speciate XANES...\", \"\");"));
	}

	@Test
	void referencesThatCannotBeUsedAreNamedAndTheOthersUsed() throws IOException, RunFailure {
		final Path mixed = SmallStack.writeReferences(folder.resolve("mixed"));
		writeShort(mixed);
		Files.writeString(mixed.resolve("letter.dat"), "Dear colleague,\nhere they are.\n");
		writeWithHole(mixed);
		final SpeciateMacro.Outcome outcome = macro.run("stack=[" + macro.stack + "] references=[" + mixed + "]");
		assertEquals(List.of("reduced", "oxidized"), outcome.species());
		final List<String> names = List.of("letter.dat", "hole", "short");
		final List<String> reasons = List.of("letter.dat holds no columns of numbers.",
			"Its value at 7100.00 eV is not a finite number.",
			"it reaches from 7100.00 eV to 7119.00 eV and is needed from 7105.00 eV to 7180.00 eV.");
		final String report = Files.readString(outcome.output().resolve("report.html"));
		for (int i = 0; i < names.size(); i++) {
			final String said = "The reference " + names.get(i) + " was left out: " + reasons.get(i);
			assertTrue(outcome.assumptions().contains(said), outcome.assumptions().toString());
			assertTrue(outcome.log().contains("XanesJ: " + said), outcome.log());
			assertTrue(report.contains(said), said);
			assertTrue(outcome.run().getAsJsonArray("left_out").toString().contains("\"name\":\"" + names.get(i) + "\""));
		}
	}

	private static void writeShort(final Path to) throws IOException {
		SmallStack.writeText(SmallStack.reference("short", SmallStack.REDUCED).on(SmallStack.every(7100, 1, 20)), to.resolve(
			"short.dat"));
	}

	private Path writeWithHole(final Path to) throws IOException {
		return Files.writeString(to.resolve("hole.dat"), Files.readString(macro.references.resolve("reduced.dat"))
			.replaceFirst("7100.000 \\S+", "7100.000 NaN"));
	}

	@Test
	void referencesInKiloelectronvoltsAreConvertedAndSaid() throws IOException, RunFailure {
		final Path kilo = Files.createDirectory(folder.resolve("kilo"));
		for (final String name : List.of("oxidized.dat", "reduced.dat")) {
			final String text = Files.readString(macro.references.resolve(name));
			Files.writeString(kilo.resolve(name), text.replaceAll("(?m)^7(\\d{3})\\.", "7.$1"));
		}
		final SpeciateMacro.Outcome outcome = macro.run("stack=[" + macro.stack + "] references=[" + kilo + "]");
		assertEquals(List.of("reduced", "oxidized"), outcome.species());
		assertEquals(macro.speciate(macro.stack, "").table("fits.csv"), outcome.table("fits.csv"));
		assertTrue(outcome.assumptions().contains("reduced.dat: energies up to 7.4 were taken as keV and converted to eV."),
			outcome.assumptions().toString());
	}

	@Test
	void noReferenceLeftIsAnError() throws IOException {
		final Path brief = Files.createDirectory(folder.resolve("brief"));
		writeShort(brief);
		assertEquals(message("None of the 1 references can be used: short: it reaches from 7100.00 eV to 7119.00 eV and is " +
			"needed from 7105.00 eV to 7180.00 eV.",
			"Give references that reach from 7105.00 eV to 7180.00 eV, or a narrower window (fit_from, fit_to)."),
			refusedReferences(brief));
	}

	@Test
	void aFileWithoutAReferenceIsAnError() throws IOException {
		assertEquals(message("hole.dat holds no usable reference spectrum: Its value at 7100.00 eV is not a finite number.",
			TEXT_REMEDY), refusedReferences(writeWithHole(folder)));
		assertEquals(message("none holds no usable reference spectrum: no spectrum in it.", TEXT_REMEDY), refusedReferences(
			Files.createDirectory(folder.resolve("none"))));
		assertEquals(message("DIR/nowhere is not there.", "Check the path."), refusedReferences(folder.resolve("nowhere")));
	}

	private String refusedReferences(final Path given) throws IOException {
		return macro.refusal("stack=[" + macro.stack + "] references=[" + given + "]");
	}

	@Test
	void aMaskMustFitAndHoldPixels() throws IOException {
		assertEquals(message("DIR/a.msk: the mask has 0 x 0 pixels, the stack 12 x 10.",
			"Choose the mask that was made for this stack."), refusedMask("a.msk", ""));
		assertEquals(message("DIR/b.msk: the mask has 2 x 2 pixels, the stack 12 x 10.",
			"Choose the mask that was made for this stack."), refusedMask("b.msk", "OO\nOO\n"));
		assertEquals(message("mask=DIR/c.msk holds no pixel.", "Use auto, none, or a mask in which the sample is marked."),
			refusedMask("c.msk", ("0".repeat(12) + "\n").repeat(10)));
		assertEquals(message("d.png is not an image.", "Give a TIFF or PNG file."), refusedMask("d.png", "no picture"));
	}

	private String refusedMask(final String name, final String content) throws IOException {
		return macro.refusal(macro.stack, "mask=[" + Files.writeString(folder.resolve(name), content) + "]");
	}

	@Test
	void whereTheElementIsNotThereIsNoMask() throws IOException {
		final SpectralImage matrix = SmallStack.of(SmallStack.ENERGIES, 12, 10, 1, p -> e -> 0, 0.01);
		assertEquals(message(
			"matrix.tif: no pixel shows an edge between 7080.00 eV and 7180.00 eV above 10 times its noise.",
			"Check the energies and the mode (absorption or transmission), or use mask=none."), macro.refusal(SmallStack
				.writeTiff(folder.resolve("matrix.tif"), matrix), ""));
	}

	@Test
	void anOutputMustBeAFolderThatCanBeMade() throws IOException {
		final Path file = Files.writeString(folder.resolve("notes.txt"), "mine");
		assertEquals(message("DIR/notes.txt is a file.", "Give a folder for the results (output)."), refusedOutput(file));
		assertEquals(message("DIR/notes.txt/results cannot be made: DIR/notes.txt is a file.",
			"Give a folder for the results (output)."), refusedOutput(file.resolve("results")));
		assertEquals("mine", Files.readString(file));
	}

	@Test
	void anOutputThatTheSystemRefusesIsSaid() {
		final Path refused = Path.of("/proc/xanesj-results");
		assumeTrue(Files.isDirectory(refused.getParent()), "skipped: this system has no /proc, in which nothing can be made");
		// who may write anywhere learns it only when the system refuses
		final String said = Files.isWritable(refused.getParent()) ? message(
			"/proc/xanesj-results: the results could not be written: xanesj-results: the system refuses it.",
			"Make room on the disk or give another folder (output); what was there is unchanged.") : message(
				"/proc/xanesj-results cannot be written to.", "Give another folder for the results (output).");
		assertEquals(said, refusedOutput(refused));
	}

	private String refusedOutput(final Path output) {
		return macro.failure("run(\"Speciate XANES...\", \"stack=[" + macro.stack + "] output=[" + output + "]\");");
	}
}
