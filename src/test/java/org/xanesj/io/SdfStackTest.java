// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

import org.junit.jupiter.api.Test;
import org.xanesj.RealData;
import org.xanesj.stack.InputException;
import org.xanesj.stack.PixelSize;
import org.xanesj.stack.Signal;
import org.xanesj.stack.SpectralImage;

class SdfStackTest extends StackFormatContract {

	@Override
	StackFormat format() {
		return new SdfStack();
	}

	@Override
	Path good(final Path in) throws IOException {
		return SdfScan.whole(in, 700, 705, 710.25);
	}

	@Override
	Path values(final Path good) {
		return good.resolveSibling("scan_a001.xim");
	}

	@Test
	void pixelsEnergiesAndSizeAreThoseOfTheFile() throws IOException {
		final SpectralImage stack = format().open(good(folder));
		assertArrayEquals(new double[] { 700, 705, 710.25 }, stack.energies().toArray(), 0);
		assertEquals(PixelSize.of(0.08, 0.05, "µm"), stack.info().pixelSize());
		assertEquals(Signal.COUNTS, stack.info().signal());
		for (int e = 0; e < 3; e++)
			for (int y = 0; y < 2; y++)
				for (int x = 0; x < 3; x++) assertEquals(SdfScan.value(e, x, y), Stacks.value(stack, x, y, e));
		assertTrue(Stacks.notes(stack).contains("y upwards"));
	}

	@Test
	void theFolderOfOneHeaderCounts() throws IOException {
		good(folder);
		Files.writeString(folder.resolve("other.hdr"), "ENVI\nsamples = 3\n");
		assertTrue(format().reads(folder));
		assertEquals(3, format().open(folder).energies().size());
		Files.copy(folder.resolve("scan.hdr"), folder.resolve("twin.hdr"));
		assertFalse(format().reads(folder));
		assertTrue(assertThrows(InputException.class, () -> format().open(folder)).getMessage()
			.contains("2 SDF headers"));
	}

	@Test
	void disorderIsSortedWithItsImages() throws IOException {
		final SpectralImage stack = format().open(SdfScan.whole(folder, 710, 700, 705));
		assertArrayEquals(new double[] { 700, 705, 710 }, stack.energies().toArray(), 0);
		assertEquals(SdfScan.value(1, 2, 1), Stacks.value(stack, 2, 1, 0));
		assertEquals(SdfScan.value(0, 2, 1), Stacks.value(stack, 2, 1, 2));
	}

	@Test
	void missingImagesAreNamedAndLeftOutWithTheirEnergies() throws IOException {
		final Path header = good(folder);
		Files.delete(folder.resolve("scan_a001.xim"));
		final SpectralImage stack = format().open(header);
		assertArrayEquals(new double[] { 700, 710.25 }, stack.energies().toArray(), 0);
		assertEquals(SdfScan.value(2, 1, 1), Stacks.value(stack, 1, 1, 1));
		assertTrue(Stacks.notes(stack).contains("1 of 3 images are missing and left out with their energies: " +
			"scan_a001.xim (705.00 eV)."), () -> Stacks.notes(stack));
	}

	@Test
	void withoutAnyImageItIsRefused() throws IOException {
		final Path header = SdfScan.header(folder, 700, 705);
		refused(header);
		assertTrue(message(header).contains("none of its 2 images"));
	}

	@Test
	void imagesOfAnotherSizeOrContentAreRefusedByName() throws IOException {
		final Path header = good(folder);
		for (final String bad : new String[] { "1\t2\t3\n", "1\t2\t3\n4\t5\n", "1\t2\t3\n4\t5\t6\n7\t8\t9\n", "",
			"1 2 3 4\n5 6 7 8\n" })
		{
			SdfScan.frame(folder, 1, bad);
			assertTrue(message(header).contains("scan_a001.xim"), () -> message(header));
			assertTrue(message(header).contains("3 x 2"), () -> message(header));
		}
		SdfScan.frame(folder, 1, "1\t2\t3\n4\tx5\t6\n");
		assertTrue(message(header).contains("scan_a001.xim: 'x5' on line 2 is no number"), () -> message(header));
		SdfScan.frame(folder, 1, "1 ".repeat(100_000));
		assertTrue(message(header).contains("scan_a001.xim"), () -> message(header));
	}

	@Test
	void aHeaderCutDownToSomeImagesNamesThem() throws IOException {
		final Path header = SdfScan.header(folder, 853, 857.75);
		Files.writeString(header,
			"Image003_0 = {StorageRingCurrent = 0.00; Energy = 853.00;};\nImage019_0 = {Energy = 860.00;};\n",
			StandardOpenOption.APPEND);
		SdfScan.frame(folder, 3, SdfScan.image(3));
		SdfScan.frame(folder, 19, SdfScan.image(19));
		final SpectralImage stack = format().open(header);
		assertEquals(SdfScan.value(3, 0, 1), Stacks.value(stack, 0, 1, 0));
		assertEquals(SdfScan.value(19, 0, 1), Stacks.value(stack, 0, 1, 1));
		assertTrue(Stacks.notes(stack).contains("records 860.00 eV for scan_a019.xim and plans 857.75 eV"));
	}

	@Test
	void scansThatAreNoStackAreRefused() throws IOException {
		final Path header = good(folder);
		final String text = Files.readString(header);
		for (final String[] change : new String[][] { { "NEXAFS Image Scan", "NEXAFS Line Scan", "NEXAFS Line Scan" },
			{ "NEXAFS Image Scan", "NEXAFS Point Scan", "NEXAFS Point Scan" }, { "Image Stack", "Image", "(Image)" },
			{ "Regions = (1,", "Regions = (2,\r\n{ Name = \"first\";},", "2 regions" },
			{ "Name = \"Energy\"; Unit = \"eV\"", "Name = \"Polarization\"; Unit = \"deg\"", "'Polarization'" },
			{ "(3, 700.0", "(4, 700.0", "announces 4" }, { "705.0", "seven", "'seven'" },
			{ "705.0", "0", "energy 2 is 0.0" } })
		{
			Files.writeString(header, text.replace(change[0], change[1]));
			assertTrue(message(header).contains(change[2]), () -> change[1] + ": " + message(header));
			assertTrue(message(header).contains("scan.hdr"), () -> message(header));
		}
	}

	@Test
	void furtherChannelsAndUnitsAreSaid() throws IOException {
		final Path header = good(folder);
		Files.writeString(header, Files.readString(header).replace("Channels = (1,",
			"Channels = (2, { Name = \"I0\";},").replace("Unit = \"um\"", "Unit = \"step\""));
		final SpectralImage stack = format().open(header);
		assertFalse(stack.info().pixelSize().isKnown());
		assertTrue(Stacks.notes(stack).contains("the first of 2 channels was opened (I0, PMT)"),
			() -> Stacks.notes(stack));
		assertTrue(Stacks.notes(stack).contains("have the unit 'step'"), () -> Stacks.notes(stack));
	}

	@Test
	void aMillionBracesDoNotExhaustTheStack() throws IOException {
		final Path header = folder.resolve("deep.hdr");
		Files.writeString(header, "ScanDefinition = {" + "a = {".repeat(1_000_000));
		assertTrue(message(header).contains("deep.hdr, line 1: it nests deeper than"), () -> message(header));
		Files.writeString(header, "ScanDefinition = {" + "a = (".repeat(1_000_000));
		assertTrue(message(header).contains("deep.hdr"), () -> message(header));
	}

	/** Expected values by an independent reading of the images with NumPy's loadtxt. */
	@Test
	void theIronStackOfThePlumeParticle() {
		final Path folder = RealData.at("stxm-fe-l/stack");
		assertTrue(format().reads(folder));
		final SpectralImage stack = format().open(folder);
		assertEquals("71214078.hdr", stack.info().name());
		assertEquals(123, stack.energies().size());
		assertEquals(700, stack.energies().first());
		assertEquals(730.353, stack.energies().last(), 0);
		assertEquals(125, stack.width());
		assertEquals(125, stack.height());
		assertEquals(PixelSize.of(0.08, 0.08, "µm"), stack.info().pixelSize());
		assertEquals(353f, Stacks.value(stack, 0, 0, 0));
		assertEquals(63f, Stacks.value(stack, 124, 0, 0));
		assertEquals(377f, Stacks.value(stack, 0, 124, 0));
		assertEquals(137.275f, Stacks.value(stack, 10, 5, 61), 1e-3);
		assertEquals(78.7244f, Stacks.value(stack, 60, 20, 100), 1e-4);
		assertEquals(400.075f, Stacks.value(stack, 124, 124, 122), 1e-3);
		double sum = 0;
		for (final FloatType value : Views.iterable(stack.pixels())) sum += value.get();
		assertEquals(337.5057733740316, sum / (123 * 125 * 125), 1e-4);
		assertEquals(713.706, stack.energies().at(61), 0);
		assertEquals(1, stack.info().notes().size(), () -> Stacks.notes(stack));
	}

	@Test
	void theSmallScanOfMaxIv() {
		final SpectralImage stack = format().open(RealData.at("formats/max_iv.hdr"));
		assertArrayEquals(new double[] { 698, 700 }, stack.energies().toArray(), 0);
		assertEquals(1251, Stacks.value(stack, 0, 0, 0));
		assertEquals(1262, Stacks.value(stack, 0, 1, 0));
		assertEquals(1243, Stacks.value(stack, 1, 0, 1));
		assertEquals(PixelSize.of(0.05, 0.05, "µm"), stack.info().pixelSize());
		assertTrue(Stacks.notes(stack).contains("records 718.00 eV for max_iv_a001.xim and plans 700.00 eV"));
	}

	@Test
	void theCosmicScanOfWhichTwoImagesAreThere() {
		final SpectralImage stack = format().open(RealData.at("formats/stxm-scan.hdr"));
		assertArrayEquals(new double[] { 853, 857.75 }, stack.energies().toArray(), 0);
		assertEquals(120, stack.width());
		assertEquals(120, stack.height());
		assertEquals(19447, Stacks.value(stack, 0, 0, 0));
		assertEquals(19055, Stacks.value(stack, 0, 1, 0));
		assertEquals(19528, Stacks.value(stack, 2, 0, 1));
	}

	private String message(final Path header) {
		return assertThrows(InputException.class, () -> format().open(header)).getMessage();
	}
}
