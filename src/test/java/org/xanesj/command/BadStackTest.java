// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.xanesj.command.SpeciateMacro.message;

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xanesj.SmallStack;
import org.xanesj.host.RunFailure;
import org.xanesj.host.XanesJ;
import org.xanesj.stack.EnergyAxis;

/** TIFF stacks that are wrong: refused in words, or used as far as they go and said to be. */
class BadStackTest {

	private static final String COPY = "Copy it again, or save it as an uncompressed TIFF file of grey values.";
	private static final String LABEL =
		"Label each slice as in '7112.00 eV', or give a file of energies to Open Energy Stack... or Speciate XANES...";

	@TempDir
	private Path folder;

	private SpeciateMacro macro;
	private List<float[]> planes;
	private List<String> labels;

	@BeforeAll
	static void registerCommands() {
		assumeTrue(GraphicsEnvironment.isHeadless(), "skipped: there is a display, and these are macros without one");
		XanesJ.registerCommands();
	}

	@BeforeEach
	void write() throws IOException {
		macro = new SpeciateMacro(folder);
		planes = new ArrayList<>(SmallStack.planes(SmallStack.halves()));
		labels = new ArrayList<>(SmallStack.labels(SmallStack.ENERGIES));
	}

	/** Writes what is in {@link #planes} and {@link #labels}. */
	private Path changed() throws IOException {
		return SmallStack.writeTiff(Files.createDirectories(folder.resolve("changed")).resolve("small.tif"), planes, labels,
			SmallStack.WIDTH);
	}

	private Path unlabelled() throws IOException {
		labels = new ArrayList<>(Collections.nCopies(planes.size(), null));
		return changed();
	}

	private Path energies(final String name, final double scale) throws IOException {
		return Files.writeString(folder.resolve(name), Arrays.stream(SmallStack.ENERGIES.toArray()).mapToObj(e -> String
			.valueOf(e * scale)).collect(Collectors.joining("\n")));
	}

	@Test
	void energiesMustBeThere() throws IOException {
		assertEquals(message("small.tif: its slice labels carry no energies.", LABEL), macro.refusal(unlabelled(), ""));
		assertEquals(message("DIR/none.dat is not there.", "Check the path of the energies."), macro.refusal(unlabelled(),
			"energies=[" + folder.resolve("none.dat") + "]"));
	}

	@Test
	void aLabelWithoutAnEnergyIsNamed() throws IOException {
		labels.set(3, "NaN eV");
		assertEquals(message("small.tif: the label of slice 4 carries no energy ('NaN eV'), though others do.", LABEL), macro
			.refusal(changed(), ""));
	}

	@Test
	void energiesMustBeAsManyAsImages() throws IOException {
		final Path few = Files.writeString(folder.resolve("few.dat"), "7100\n7110\n7120\n");
		assertEquals(message("DIR/few.dat holds 3 energies, and small.tif 41 images.", "Give one energy for each image."), macro
			.refusal(unlabelled(), "energies=[" + few + "]"));
	}

	@Test
	void energiesMustBeNumbers() throws IOException {
		final Path hole = energies("hole.dat", 1);
		Files.writeString(hole, Files.readString(hole).replace("7100.0\n", "NaN\n"));
		assertEquals(message("hole.dat has lines without an energy. hole.dat: 1 line that is no complete row was left out, " +
			"the first is line 9 (NaN).", "Write one energy in each line, and comments behind #."), macro.refusal(unlabelled(),
				"energies=[" + hole + "]"));
		Files.writeString(hole, Files.readString(hole).replace("NaN\n", "-7100\n"));
		assertEquals(message("hole.dat: energy 9 is -7100.0.", "Correct it: energies are positive numbers, in eV or keV."), macro
			.refusal(unlabelled(), "energies=[" + hole + "]"));
	}

	@Test
	void kiloelectronvoltsAreConvertedAndSaid() throws IOException, RunFailure {
		final Path kilo = energies("kilo.dat", 1e-3);
		final SpeciateMacro.Outcome outcome = macro.speciate(unlabelled(), "energies=[" + kilo + "]");
		final String said = "kilo.dat: energies up to 7.18 were taken as keV and converted to eV.";
		assertTrue(outcome.assumptions().contains(said), outcome.assumptions().toString());
		assertTrue(outcome.log().contains("XanesJ: " + said));
		assertSame(macro.speciate(macro.stack, ""), outcome);
	}

	@Test
	void energiesFromAFileAreForTheActiveImageToo() throws IOException, RunFailure {
		final Path file = energies("eV.dat", 1);
		final Path output = folder.resolve("active");
		macro.log("open(\"" + unlabelled() + "\"); run(\"Speciate XANES...\", \"energies=[" + file + "] references=[" +
			macro.references + "] output=[" + output + "]\");");
		assertSame(macro.speciate(macro.stack, ""), new SpeciateMacro.Outcome(output, ""));
	}

	@Test
	void energiesOutOfOrderAreSortedAndSaid() throws IOException, RunFailure {
		Collections.swap(planes, 3, 20);
		Collections.swap(labels, 3, 20);
		final SpeciateMacro.Outcome outcome = macro.speciate(changed(), "");
		assertTrue(outcome.assumptions().contains(
			"small.tif: energies were out of order and have been sorted, with their data."), outcome.assumptions().toString());
		assertSame(macro.speciate(macro.stack, ""), outcome);
	}

	@Test
	void repeatedEnergiesAreAveragedAndSaid() throws IOException, RunFailure {
		final float[] above = planes.get(20).clone();
		final float[] below = planes.get(20).clone();
		for (int p = 0; p < above.length; p++) {
			above[p] += 0.25f;
			below[p] -= 0.25f;
		}
		planes.set(20, above);
		planes.add(21, below);
		labels.add(21, labels.get(20));
		final SpeciateMacro.Outcome outcome = macro.speciate(changed(), "");
		assertTrue(outcome.assumptions().contains("small.tif: 2 values at 7130.00 eV were averaged."), outcome.assumptions()
			.toString());
		assertEquals(List.of("reduced", "oxidized"), outcome.species());
		assertEquals(42, outcome.table("spectra.csv").size());
	}

	/** Every number is the same to the last bit. */
	private static void assertSame(final SpeciateMacro.Outcome expected, final SpeciateMacro.Outcome actual)
		throws IOException
	{
		for (final String name : List.of("labels.tif", "species.tif", "uncertainty.tif", "quality.tif", "spectra.csv",
			"clusters.csv", "fits.csv", "pca.csv", "targets.csv")) assertArrayEquals(Files.readAllBytes(expected.output().resolve(
				name)), Files.readAllBytes(actual.output().resolve(name)), name);
	}

	@Test
	void spoiltAndDeadPixelsAreLeftOutAndSaid() throws IOException, RunFailure {
		planes.get(5)[7] = Float.NaN;
		for (final float[] plane : planes) plane[9] = 0;
		final SpeciateMacro.Outcome outcome = macro.speciate(changed(), "");
		assertTrue(outcome.assumptions().containsAll(List.of("1 pixel left out: a value is not finite.",
			"1 pixel left out: the same value at every energy (dead or stuck).")), outcome.assumptions().toString());
		assertEquals(118, outcome.run().get("pixels").getAsInt());
		assertEquals(List.of("reduced", "oxidized"), outcome.species());
	}

	@Test
	void aStackOfDeadPixelsIsRefused() throws IOException {
		for (final float[] plane : planes) Arrays.fill(plane, Float.NaN);
		assertEquals(message("small.tif: no pixel is usable.",
			"Every pixel is dead, saturated or outside: check the stack, the mode and the mask."), macro.refusal(changed(), ""));
		for (final float[] plane : planes) Arrays.fill(plane, 0);
		assertEquals(message("small.tif: no pixel can be normalised.",
			"Every pixel has the same value at every energy, or one that is not finite: check the stack."), macro.failure(
				"open(\"" + changed() + "\"); run(\"XANES Normalize...\", \"\");"));
		assertEquals(message("I0 of the brightest pixels: I0 at 7080.00 eV is 0.0.",
			"Use an I0 that is positive at every energy."), macro.refusal(changed(), "mode=transmission"));
	}

	@Test
	void tooFewEnergiesAreRefused() throws IOException {
		planes = planes.subList(0, 3);
		assertEquals(message("small.tif has 3 energies.", "At least 5 are needed for an analysis."), macro.refusal(changed(),
			""));
	}

	@Test
	void countsOfZeroAreDarkPixelsAndSaid() throws IOException, RunFailure {
		toCounts();
		planes.get(3)[6] = 0;
		planes.get(4)[7] = -3;
		final Path same = SmallStack.writeText(SmallStack.reference("same", e -> 1e5), folder.resolve("same.dat"));
		final SpeciateMacro.Outcome outcome = macro.speciate(changed(), "i0=[" + same + "]");
		assertTrue(outcome.assumptions().containsAll(List.of(
			"The values of the stack were taken as transmitted counts (mode=auto).", "I0 is the spectrum same.",
			"2 pixels left out: counts of zero or less.")), outcome.assumptions().toString());
		assertEquals(118, outcome.run().get("pixels").getAsInt());
		assertEquals(List.of("reduced", "oxidized"), outcome.species());
	}

	@Test
	void anIncidentIntensityMustReachOverTheStackAndBePositive() throws IOException {
		toCounts();
		final Path brief = SmallStack.writeText(SmallStack.reference("brief", e -> 1e5 + e).on(SmallStack.every(7100, 1, 20)),
			folder.resolve("brief.dat"));
		assertEquals(message("brief: I0 reaches from 7100.00 eV to 7119.00 eV, and the stack from 7080.00 eV to 7180.00 eV.",
			"Give an I0 that was measured over all energies of the stack."), macro.refusal(changed(), "i0=[" + brief + "]"));
		final Path dark = SmallStack.writeText(SmallStack.reference("dark", e -> e == 7100 ? 0 : 1e5), folder.resolve(
			"dark.dat"));
		assertEquals(message("dark: I0 at 7100.00 eV is 0.0.", "Use an I0 that is positive at every energy."), macro.refusal(
			changed(), "i0=[" + dark + "]"));
		assertEquals(message("DIR/none.dat is not there.", "Check the path."), macro.refusal(changed(), "i0=[" + folder.resolve(
			"none.dat") + "]"));
	}

	@Test
	void whatIsAssumedOfAnIncidentIntensityIsSaid() throws IOException, RunFailure {
		toCounts();
		final Path kilo = SmallStack.writeText(SmallStack.reference("kilo", e -> 1e5 + e), folder.resolve("kilo.dat"));
		Files.writeString(kilo, Files.readString(kilo).replaceAll("(?m)^7(\\d{3})\\.", "7.$1"));
		assertTrue(macro.speciate(changed(), "i0=[" + kilo + "]").assumptions().contains(
			"kilo.dat: energies up to 7.4 were taken as keV and converted to eV."));
	}

	private void toCounts() {
		for (final float[] plane : planes) for (int p = 0; p < plane.length; p++) plane[p] = (float) (1e5 * Math.exp(-plane[p]));
	}

	@Test
	void aTruncatedFileIsRefused() throws IOException {
		final byte[] whole = Files.readAllBytes(macro.stack);
		final Path half = Files.write(folder.resolve("half.tif"), Arrays.copyOf(whole, whole.length / 2));
		assertEquals(message("half.tif is truncated or damaged: a directory reaches beyond its end.", COPY), macro.refusal(half,
			""));
		final Path empty = Files.write(folder.resolve("empty.tif"), new byte[0]);
		assertEquals(message("empty.tif is too short for a TIFF file.", COPY), macro.refusal(empty, ""));
		final Path other = Files.writeString(folder.resolve("stack.xyz"), "?");
		assertEquals(message("DIR/stack.xyz is not a stack that can be opened here.",
			"Use TIFF, SDF (.hdr, or its folder), HDF5 (exchange) or NXstxm, or a format that SCIFIO in Fiji opens."), macro
				.refusal(other, ""));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"2000000000|2000000000|32|1|hostile.tif has an image of 2000000000 x 2000000000 pixels, which ImageJ cannot hold.",
		"-5|10|32|1|hostile.tif has an image of -5 x 10 pixels, which ImageJ cannot hold.",
		"100|100|32|2000000000|hostile.tif is truncated or damaged: tag 273 reaches beyond its end.",
		"5|5|17|1|hostile.tif: Unsupported BitsPerSample: 17." })
	void aHostileFileIsRefused(final int width, final int height, final int bits, final int strips, final String problem)
		throws IOException
	{
		assertEquals(message(problem, COPY), macro.refusal(Files.write(folder.resolve("hostile.tif"), tiff(width, height, bits,
			strips)), ""));
	}

	/** A little-endian TIFF of one directory and a hundred bytes (TIFF 6.0, 1992). */
	private static byte[] tiff(final int width, final int height, final int bits, final int strips) {
		final int[][] entries = { { 256, 4, 1, width }, { 257, 4, 1, height }, { 258, 3, 1, bits }, { 259, 3, 1, 1 }, { 273, 4,
			strips, 8 }, { 278, 4, 1, height }, { 279, 4, 1, 100 } };
		final ByteBuffer bytes = ByteBuffer.allocate(8 + 2 + 12 * entries.length + 4 + 100).order(ByteOrder.LITTLE_ENDIAN);
		bytes.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8).putShort((short) entries.length);
		for (final int[] e : entries) bytes.putShort((short) e[0]).putShort((short) e[1]).putInt(e[2]).putInt(e[3]);
		return bytes.array();
	}

	@Test
	void aStackOfTheWrongShapeSaysBothNumbers() throws IOException {
		final EnergyAxis fewer = SmallStack.every(7080, 2.5, 40);
		final Path forty = Files.writeString(folder.resolve("forty.dat"), Arrays.stream(fewer.toArray()).mapToObj(
			String::valueOf).collect(Collectors.joining("\n")));
		assertEquals(message("DIR/forty.dat holds 40 energies, and small.tif 41 images.", "Give one energy for each image."),
			macro.refusal(unlabelled(), "energies=[" + forty + "]"));
	}
}
