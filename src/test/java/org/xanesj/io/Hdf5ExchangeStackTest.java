// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xanesj.stack.InputException;
import org.xanesj.stack.PixelSize;
import org.xanesj.stack.Signal;
import org.xanesj.stack.SpectralImage;

import io.jhdf.api.DatasetCreationOptions;
import io.jhdf.api.WritableGroup;

class Hdf5ExchangeStackTest extends StackFormatContract {

	private static final double[] FOUR = { 7100, 7112, 7120, 7150 };

	@Override
	StackFormat format() {
		return new Hdf5ExchangeStack();
	}

	@Override
	Path good(final Path in) {
		return Hdf5Scan.exchange(in, Hdf5Scan.data("eyx", 4, 2, 3), FOUR);
	}

	@ParameterizedTest(name = "{0} by the axes attribute {1}")
	@CsvSource({ "eyx,energy:y:x", "xye,x:y:energy", "yxe,y:x:energy", "yex,'y, energy, x'",
		"exy,photon_energy sample_x sample_y" })
	void anAxesAttributeDecides(final String order, final String axes) {
		final SpectralImage stack = format().open(Hdf5Scan.exchange(folder, Hdf5Scan.data(order, 4, 2, 3), FOUR,
			exchange -> Hdf5Scan.attribute(exchange, "data", "axes", axes)));
		assertLayout(stack, 4, 2, 3);
		assertTrue(stack.info().notes().isEmpty(), () -> Stacks.notes(stack));
	}

	@ParameterizedTest(name = "{0} by the length of energy")
	@CsvSource({ "eyx,'energy, y, x'", "xye,'x, y, energy'", "yex,'y, energy, x'" })
	void withoutAttributeTheLengthOfEnergyDecides(final String order, final String said) {
		final SpectralImage stack = format().open(Hdf5Scan.exchange(folder, Hdf5Scan.data(order, 4, 2, 3), FOUR));
		assertLayout(stack, 4, 2, 3);
		assertTrue(Stacks.notes(stack).contains("was read as " + said + "."), () -> Stacks.notes(stack));
	}

	@Test
	void onATieTheFirstAxisIsEnergy() {
		final SpectralImage stack = format().open(Hdf5Scan.exchange(folder, Hdf5Scan.data("eyx", 4, 4, 4), FOUR));
		assertLayout(stack, 4, 4, 4);
		assertTrue(Stacks.notes(stack)
			.contains("3 axes of exchange/data (4 x 4 x 4) are as long as exchange/energy; the first"));
		assertLayout(format().open(Hdf5Scan.exchange(folder, Hdf5Scan.data("eyx", 4, 2, 4), FOUR)), 4, 2, 4);
	}

	@Test
	void theAxesAttributeDecidesOnATie() {
		assertLayout(format().open(Hdf5Scan.exchange(folder, Hdf5Scan.data("xye", 4, 4, 4), FOUR,
			exchange -> Hdf5Scan.attribute(exchange, "data", "axes", "x:y:energy"))), 4, 4, 4);
	}

	@Test
	void anAttributeThatNamesTooLittleIsSaid() {
		final SpectralImage stack = format().open(Hdf5Scan.exchange(folder, Hdf5Scan.data("xye", 4, 2, 3), FOUR,
			exchange -> Hdf5Scan.attribute(exchange, "data", "axes", "x:y")));
		assertLayout(stack, 4, 2, 3);
		assertTrue(Stacks.notes(stack).contains("the axes attribute (x, y) does not name x, y and energy"));
	}

	@Test
	void positionsGiveThePixelSizeAndTellRowsFromColumns() {
		final SpectralImage stack = format().open(Hdf5Scan.exchange(folder, Hdf5Scan.data("yxe", 4, 2, 3), FOUR,
			exchange -> {
			exchange.putDataset("x", new double[] { 0, 40, 80 });
			exchange.putDataset("y", new double[] { 5, 4.97 });
			Hdf5Scan.attribute(exchange, "x", "units", "nm");
			Hdf5Scan.attribute(exchange, "y", "units", "um");
		}));
		assertLayout(stack, 4, 2, 3);
		assertEquals(PixelSize.of(0.04, 0.03, "µm"), stack.info().pixelSize());
		assertTrue(Stacks.notes(stack).contains("was read as y, x, energy."));
	}

	@Test
	void positionsWithoutUnitOrOfAnotherLengthAreSaid() {
		final SpectralImage bare = format().open(Hdf5Scan.exchange(folder, Hdf5Scan.data("eyx", 4, 2, 3), FOUR,
			exchange -> {
			exchange.putDataset("x", new double[] { 0, 40, 80 });
			exchange.putDataset("y", new double[] { 0, 40 });
		}));
		assertFalse(bare.info().pixelSize().isKnown());
		assertTrue(Stacks.notes(bare).contains("(steps of 40.00 and 40.00) have no unit"), () -> Stacks.notes(bare));
		final SpectralImage odd = format().open(Hdf5Scan.exchange(folder, Hdf5Scan.data("eyx", 4, 2, 3), FOUR,
			exchange -> {
			exchange.putDataset("x", new double[] { 0, 40 });
			exchange.putDataset("y", new double[] { 0, 40 });
		}));
		assertTrue(Stacks.notes(odd).contains("exchange/x has 2 positions for 3 pixels"), () -> Stacks.notes(odd));
	}

	@Test
	void kiloelectronvoltsDisorderAndRepeatsTakeTheirPlanesAlong() {
		final SpectralImage stack = format().open(Hdf5Scan.exchange(folder, Hdf5Scan.data("xye", 4, 2, 3),
			new double[] { 7.15, 7.1, 7.1122, 7.1 }));
		assertArrayEquals(new double[] { 7100, 7112.2, 7150 }, stack.energies().toArray(), 0);
		assertEquals((Hdf5Scan.value(1, 0, 1, 2) + Hdf5Scan.value(3, 0, 1, 2)) / 2, Stacks.value(stack, 2, 1, 0));
		assertEquals(Hdf5Scan.value(2, 0, 1, 2), Stacks.value(stack, 2, 1, 1));
		assertEquals(Hdf5Scan.value(0, 0, 1, 2), Stacks.value(stack, 2, 1, 2));
		assertTrue(Stacks.notes(stack).contains("keV") && Stacks.notes(stack).contains("out of order") &&
			Stacks.notes(stack).contains("2 values at 7100.00 eV were averaged"));
	}

	@Test
	void aFourthAxisIsZWhenTheAttributeSaysSo() {
		final float[][][][] data = new float[2][4][2][3];
		for (int z = 0; z < 2; z++)
			for (int e = 0; e < 4; e++)
				for (int y = 0; y < 2; y++) for (int x = 0; x < 3; x++) data[z][e][y][x] = Hdf5Scan.value(e, z, y, x);
		final double[] energies = { 7100, 7150, 7120, 7100 };
		final SpectralImage stack = format().open(Hdf5Scan.exchange(folder, data, energies,
			exchange -> Hdf5Scan.attribute(exchange, "data", "axes", "z:energy:y:x")));
		assertEquals(2, stack.depth());
		for (int z = 0; z < 2; z++) {
			final float mean = (Hdf5Scan.value(0, z, 1, 2) + Hdf5Scan.value(3, z, 1, 2)) / 2;
			assertEquals(mean, Stacks.value(stack, 2, 1, z, 0));
			assertEquals(Hdf5Scan.value(2, z, 1, 2), Stacks.value(stack, 2, 1, z, 1));
			assertEquals(Hdf5Scan.value(1, z, 0, 1), Stacks.value(stack, 1, 0, z, 2));
		}
	}

	@Test
	void aFourthAxisOfLengthOneIsNoVolume() {
		final SpectralImage stack = format()
			.open(Hdf5Scan.exchange(folder, new float[][][][] { Hdf5Scan.data("eyx", 4, 2, 3) }, FOUR));
		assertLayout(stack, 4, 2, 3);
		assertEquals(1, stack.depth());
	}

	@Test
	void aFourthAxisThatNothingExplainsIsRefused() {
		refused(Hdf5Scan.exchange(folder, new float[2][4][2][3], FOUR), "has 4 axes (2 x 4 x 2 x 3)");
		refused(Hdf5Scan.exchange(folder, new float[3][2][4][5], FOUR, exchange -> Hdf5Scan.attribute(exchange, "data",
			"axes", "x:y:energy:theta")), "has 4 axes");
		refused(Hdf5Scan.exchange(folder, new float[4][5], FOUR), "has 2 axes (4 x 5)");
	}

	@Test
	void everyTypeOfNumberIsRead() {
		final Object[] stacks = {
			new byte[][][] { { { 1, -2 } }, { { 3, 4 } } },
			new short[][][] { { { 1, -2 } }, { { 3, 4 } } },
			new int[][][] { { { 1, -2 } }, { { 3, 4 } } },
			new long[][][] { { { 1, -2 } }, { { 3, 4 } } },
			new float[][][] { { { 1, -2 } }, { { 3, 4 } } },
			new double[][][] { { { 1, -2 } }, { { 3, 4 } } } };
		for (final Object data : stacks) {
			final SpectralImage stack = format().open(Hdf5Scan.exchange(folder, data, new float[] { 7100, 7110 }));
			assertEquals(-2, Stacks.value(stack, 1, 0, 0), data.getClass()::getSimpleName);
			assertEquals(4, Stacks.value(stack, 1, 0, 1), data.getClass()::getSimpleName);
		}
		final SpectralImage whole = format().open(Hdf5Scan.exchange(folder, stacks[0], new int[] { 7100, 7110 }));
		assertArrayEquals(new double[] { 7100, 7110 }, whole.energies().toArray(), 0);
		refused(Hdf5Scan.exchange(folder, new String[] { "a", "b" }, FOUR), "exchange/data");
		refused(Hdf5Scan.exchange(folder, new float[2][1][1], new String[] { "a", "b" }),
			"energy holds String, not numbers");
	}

	@Test
	void unsignedChunkedAndCompressedDataAreRead() {
		final DatasetCreationOptions options = DatasetCreationOptions.builder().unsigned().chunkDimensions(3, 2, 2)
			.shuffle().deflate(6).build();
		final short[][][] data = new short[5][4][3];
		for (int e = 0; e < 5; e++)
			for (int y = 0; y < 4; y++)
				for (int x = 0; x < 3; x++) data[e][y][x] = (short) (60_000 + Hdf5Scan.value(e, 0, y, x));
		final SpectralImage stack = format().open(Hdf5Scan.write(folder.resolve("packed.h5"), root -> {
			final WritableGroup exchange = root.putGroup("exchange");
			exchange.putDataset("data", data, options);
			exchange.putDataset("energy", new double[] { 1000, 1001, 1002, 1003, 1004 });
		}));
		for (int e = 0; e < 5; e++)
			for (int y = 0; y < 4; y++)
				for (int x = 0; x < 3; x++)
					assertEquals(60_000 + Hdf5Scan.value(e, 0, y, x), Stacks.value(stack, x, y, e));
	}

	@Test
	void theUnitTellsTheSignal() {
		final float[][][] data = Hdf5Scan.data("eyx", 4, 2, 3);
		assertEquals(Signal.UNKNOWN, format().open(good(folder)).info().signal());
		assertEquals(Signal.COUNTS, format().open(Hdf5Scan.exchange(folder, data, FOUR,
			exchange -> Hdf5Scan.attribute(exchange, "data", "units", "counts"))).info().signal());
		assertEquals(Signal.ABSORPTION, format().open(Hdf5Scan.exchange(folder, data, FOUR,
			exchange -> Hdf5Scan.attribute(exchange, "data", "units", "OD"))).info().signal());
	}

	@Test
	void imagesWithoutTheSampleAndImagesNeverMeasuredAreSaid() {
		final float[][][] data = Hdf5Scan.data("eyx", 4, 2, 3);
		data[2] = new float[2][3];
		data[3] = new float[][] { { Float.NaN, 0, 0 }, { 0, 0, 0 } };
		final SpectralImage stack = format().open(Hdf5Scan.exchange(folder, data, FOUR,
			exchange -> exchange.putDataset("data_white", new float[1][2][3])));
		assertTrue(Stacks.notes(stack)
			.contains("exchange/data_white (images without the sample) is there and was not applied"));
		assertTrue(Stacks.notes(stack)
			.contains("2 of 4 images hold nothing but zeros or NaN (7120.00 eV, 7150.00 eV)"));
	}

	@Test
	void anotherNumberOfEnergiesIsRefused() {
		refused(Hdf5Scan.exchange(folder, new float[5][2][3], FOUR),
			"no axis of exchange/data (5 x 2 x 3) is as long as exchange/energy (4)");
		refused(Hdf5Scan.exchange(folder, new float[5][2][3], FOUR, exchange -> Hdf5Scan.attribute(exchange, "data",
			"axes", "energy:y:x")), "has 5 images for 4 energies");
		refused(Hdf5Scan.exchange(folder, new float[4][2][3], new double[] { 7100, Double.NaN, 7120, 7150 }),
			"energy 2 is NaN");
	}

	@Test
	void otherHdf5FilesAreNotReadAndRefusedByName() {
		final Path other = Hdf5Scan.write(folder.resolve("other.h5"), root -> root.putGroup("exchange")
			.putDataset("data", new float[2][2][2]));
		assertFalse(format().reads(other));
		refused(other, "there is no exchange/data with exchange/energy");
	}

	/** The lengths in the header of the data are overwritten: 2^40 rows, then 30000 x 30000 x 1000 values. */
	@Test
	void absurdDimensionsAreRefusedBeforeAnythingIsAllocated() throws IOException {
		final Path file = Hdf5Scan.exchange(folder, new float[1001][11][13], new double[1001]);
		final byte[] good = Files.readAllBytes(file);
		for (final long[] absurd : new long[][] { { 1001, 1L << 40, 13 }, { 1001, 30_000, 30_000 },
			{ 1001, Long.MAX_VALUE, Long.MAX_VALUE }, { 1001, -1, 13 }, { 1001, 11, 15 }, { 1001, 0, 13 } })
		{
			final byte[] bytes = good.clone();
			replace(bytes, new long[] { 1001, 11, 13 }, absurd);
			Files.write(file, bytes);
			final InputException e = assertThrows(InputException.class, () -> format().open(file));
			assertTrue(e.getMessage().contains("stack.h5"), e::getMessage);
			assertFalse(e.getCause() instanceof OutOfMemoryError, e::getMessage);
		}
	}

	private static void replace(final byte[] bytes, final long[] sought, final long[] by) {
		final ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
		int found = 0;
		for (int i = 0; i + 8 * sought.length <= bytes.length; i++) {
			boolean same = true;
			for (int k = 0; k < sought.length; k++) same &= buffer.getLong(i + 8 * k) == sought[k];
			if (!same) continue;
			for (int k = 0; k < by.length; k++) buffer.putLong(i + 8 * k, by[k]);
			found++;
		}
		assertEquals(1, found, "the lengths stand once in the file");
	}

	private void refused(final Path path, final String because) {
		refused(path);
		final String message = assertThrows(InputException.class, () -> format().open(path)).getMessage();
		assertTrue(message.contains(because), message);
	}

	private static void assertLayout(final SpectralImage stack, final int energies, final int height,
		final int width)
	{
		assertEquals(energies, stack.energies().size());
		assertEquals(height, stack.height());
		assertEquals(width, stack.width());
		for (int e = 0; e < energies; e++)
			for (int y = 0; y < height; y++)
				for (int x = 0; x < width; x++) assertEquals(Hdf5Scan.value(e, 0, y, x), Stacks.value(stack, x, y, e));
	}
}
