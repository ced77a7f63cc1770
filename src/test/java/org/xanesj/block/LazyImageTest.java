// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.block;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xanesj.PlaneSpectra;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.EnergyOrder;
import org.xanesj.stack.InputException;
import org.xanesj.stack.Mask;
import org.xanesj.stack.SpectralImage;
import org.xanesj.stack.StackInfo;
import org.xanesj.stack.StoredStack;

/** An image that is read piece by piece is the image in memory. */
class LazyImageTest {

	private static final EnergyAxis AXIS = EnergyAxis.of(7100, 7110, 7112, 7120, 7150, 7160);

	private static SpectralImage random(final int width, final int height, final int depth) {
		final Random random = new Random(3);
		final List<float[]> planes = new ArrayList<>();
		for (int i = 0; i < depth * AXIS.size(); i++) {
			final float[] plane = new float[width * height];
			for (int p = 0; p < plane.length; p++) plane[p] = random.nextFloat();
			planes.add(plane);
		}
		return SpectralImage.ofPlanes(planes, width, height, depth, AXIS, StackInfo.named("random"));
	}

	/** All values of the pixels in the mask, block after block. */
	private static List<float[]> values(final SpectralImage image, final Mask mask) {
		final List<float[]> all = new ArrayList<>();
		new LocalRunner(3, Progress.NONE).run("read", image, mask, block -> {
			final float[] values = new float[block.size() * block.energies()];
			for (int e = 0; e < block.energies(); e++) System.arraycopy(block.row(e), 0, values, e * block.size(), block
				.size());
			return values;
		}, (block, values) -> all.add(values));
		return all;
	}

	private static void assertSame(final SpectralImage a, final SpectralImage b, final Mask mask) {
		assertArrayEquals(values(a, mask).toArray(), values(b, mask).toArray());
	}

	@ParameterizedTest
	@CsvSource({ "1, 1", "7, 1", "501, 1", "7, 2", "100, 3", "501, 5" })
	void piecesOfAnyShapeGiveTheSameBlocks(final int rows, final int planes) {
		final SpectralImage image = random(613, 501, 5);
		final SpectralImage lazy = PlaneSpectra.lazy(image, rows, planes);
		assertSame(image, lazy, Mask.all(image.size()));
		assertSame(image, lazy, Mask.of(image.size(), p -> p % 3 != 0));
		assertSame(image, lazy, Mask.of(image.size(), p -> p / 5000 % 11 == 4));
	}

	@Test
	void inTwoDimensions() {
		final SpectralImage image = random(701, 803, 1);
		final SpectralImage lazy = PlaneSpectra.lazy(image, 10, 1);
		assertEquals(3, lazy.pixels().numDimensions());
		assertSame(image, lazy, Mask.all(image.size()));
	}

	@Test
	void aSelectionOfEnergiesStaysLazy() {
		final SpectralImage image = random(60, 50, 2);
		final SpectralImage some = PlaneSpectra.lazy(image, 10, 1).select(0, 3, 5);
		assertTrue(some.source().isPresent());
		assertSame(image.select(0, 3, 5), some, Mask.all(image.size()));
	}

	@Test
	void disorderAndRepeatsAreMendedAsInMemory() {
		final SpectralImage image = random(40, 30, 2);
		final EnergyOrder order = EnergyOrder.of(new double[] { 7120, 7100, 7112, 7100, 7150, 7120 }, "disorder");
		final PlaneSpectra raw = PlaneSpectra.of(image, 4, 1);
		final float[][] mended = new float[order.axis().size() * 2][];
		for (int plane = 0; plane < 2; plane++) {
			final int z = plane;
			final List<float[]> ordered = order.apply(IntStream.range(0, 6).mapToObj(e -> raw.planes().get(e * 2 + z)).toList());
			for (int e = 0; e < ordered.size(); e++) mended[e * 2 + z] = ordered.get(e);
		}
		final SpectralImage expected = SpectralImage.ofPlanes(Arrays.asList(mended), 40, 30, 2, order.axis(), image.info());
		final StoredStack stored = StoredStack.of(raw, order, image.info());
		assertSame(expected, stored.lazily(), Mask.all(image.size()));
		assertSame(expected, stored.inMemory(), Mask.all(image.size()));
		assertEquals(stored.inMemory().info().notes(), stored.lazily().info().notes());
	}

	@Test
	void imagesOfNothingAreSaidLazilyToo() {
		final SpectralImage image = random(40, 30, 2);
		final PlaneSpectra raw = PlaneSpectra.of(image, 4, 1);
		for (int z = 0; z < 2; z++) Arrays.fill(raw.planes().get(5 * 2 + z), z == 0 ? Float.NaN : 0);
		Arrays.fill(raw.planes().get(0), 0); // its other plane holds values
		final StoredStack stored = new StoredStack(raw, AXIS, image.info());
		final List<String> notes = stored.lazily().info().notes();
		assertEquals(List.of("random: 1 of 6 images hold nothing but zeros or NaN (7160.00 eV); the scan may have been stopped."),
			notes);
		assertEquals(notes, stored.inMemory().info().notes());
	}

	@Test
	void everyPieceIsReadOnceInAPass() {
		final SpectralImage image = random(640, 480, 2);
		final SpectralImage lazy = PlaneSpectra.lazy(image, 16, 1);
		final long before = PlaneSpectra.READ.get();
		values(lazy, Mask.all(image.size()));
		assertEquals(image.size() * AXIS.size(), PlaneSpectra.READ.get() - before);
	}

	@Test
	void itIsSentAsItsSource() throws IOException, ClassNotFoundException {
		final SpectralImage image = random(40, 30, 2);
		final SpectralImage sent = (SpectralImage) new ObjectInputStream(new ByteArrayInputStream(bytes(PlaneSpectra.lazy(image,
			4, 1)))).readObject();
		assertEquals(image.info(), sent.info());
		assertEquals(image.energies(), sent.energies());
		assertSame(image, sent, Mask.all(image.size()));
		assertThrows(NotSerializableException.class, () -> bytes(image));
	}

	private static byte[] bytes(final SpectralImage image) throws IOException {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		new ObjectOutputStream(bytes).writeObject(image);
		return bytes.toByteArray();
	}

	@Test
	void whatIsStoredTogetherMustFitIntoTheMemory() {
		assertTrue(refused(1 << 15).startsWith("huge: its parts of 32768 rows in 1 planes"), refused(1 << 15));
	}

	@Test
	void aPlaneMustFitIntoAnArray() {
		assertTrue(refused(1 << 16).startsWith("huge: a plane of 65536 x 65536 pixels"), refused(1 << 16));
	}

	private static String refused(final int side) {
		final List<float[]> none = Collections.nCopies(8, new float[0]);
		final PlaneSpectra huge = new PlaneSpectra(none, side, side, 1, side, 1);
		return assertThrows(InputException.class, () -> SpectralImage.lazy(huge, EnergyAxis.of(1, 2, 3, 4, 5, 6, 7, 8), StackInfo
			.named("huge"))).getMessage();
	}
}
