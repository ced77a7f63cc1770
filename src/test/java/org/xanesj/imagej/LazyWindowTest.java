// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xanesj.PlaneSpectra;
import org.xanesj.stack.Destination;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.Piece;
import org.xanesj.stack.PixelSize;
import org.xanesj.stack.Signal;
import org.xanesj.stack.SpectraSource;
import org.xanesj.stack.SpectralImage;
import org.xanesj.stack.StackInfo;

import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.plugin.FileInfoVirtualStack;

/** Images that are read piece by piece, in windows and from windows. */
class LazyWindowTest {

	private static StackInfo info(final int depth) {
		return new StackInfo("large", new PixelSize(0.1, 0.1, depth == 1 ? 1 : 0.5, "\u00B5m"), Signal.ABSORPTION, "Fe", "K", List
			.of("A note."));
	}

	/** Each value tells its place. */
	private record Ramp(int width, int height, int depth, int energies) implements SpectraSource {

		static float value(final int x, final int y, final int z, final int e) {
			return 1 + x % 10 + 10 * (y % 10) + 100 * (z % 10) + 1000 * e;
		}

		@Override
		public int rowsTogether() {
			return 1;
		}

		@Override
		public int planesTogether() {
			return 1;
		}

		@Override
		public void read(final Piece piece, final int[] which, final Destination into) {
			for (int e = 0; e < which.length; e++) for (int z = 0; z < piece.planes(); z++)
				for (int p = 0; p < piece.rows() * width; p++) into.array(e, z)[into.offset(e, z) + p] = value(p % width, piece
					.firstRow() + p / width, piece.firstPlane() + z, which[e]);
		}
	}

	private static EnergyAxis axis(final int count) {
		return EnergyAxis.of(IntStream.range(0, count).mapToDouble(e -> 7100 + e).toArray());
	}

	private static SpectralImage lazy(final Ramp ramp) {
		return SpectralImage.lazy(ramp, axis(ramp.energies), info(ramp.depth));
	}

	/** One of 300 energies that does not fit into this memory. */
	private static Ramp large(final int depth) {
		return new Ramp(1000, (int) (Runtime.getRuntime().maxMemory() / (1000L * depth * 300 * Float.BYTES)), depth, 300);
	}

	@TempDir
	private Path folder;

	@Test
	void itsWindowIsVirtualAndLabelled() {
		for (final int depth : new int[] { 1, 3 }) {
			final SpectralImage image = lazy(new Ramp(7, 5, depth, 4));
			final ImagePlus imp = ImagePlusStack.toImagePlus(image);
			assertTrue(imp.getStack().isVirtual());
			assertArrayEquals(depth == 1 ? new int[] { 7, 5, 1, 4, 1 } : new int[] { 7, 5, 1, 3, 4 }, imp.getDimensions());
			assertEquals(32, imp.getBitDepth());
			assertEquals("7102.00 eV", imp.getStack().getSliceLabel(1 + 2 * depth));
			assertEquals(Ramp.value(3, 2, depth - 1, 2), imp.getStack().getProcessor(3 * depth).getf(3, 2));
			final SpectralImage back = ImagePlusStack.read(imp);
			assertEquals(image.info(), back.info());
			assertEquals(image.energies(), back.energies());
			assertArrayEquals(PlaneSpectra.of(image, 1, 1).planes().toArray(), PlaneSpectra.of(back, 1, 1).planes().toArray());
		}
	}

	@Test
	void itIsSavedAsAnyOther() {
		final ImagePlus imp = ImagePlusStack.toImagePlus(lazy(new Ramp(7, 5, 3, 4)));
		assertTrue(new FileSaver(imp).saveAsTiffStack(folder.resolve("ij.tif").toString()));
		MapImages.writeTiff(imp, folder.resolve("ours.tif"));
		for (final String name : List.of("ij.tif", "ours.tif")) {
			final ImagePlus read = TiffStack.open(folder.resolve(name));
			assertEquals(Ramp.value(6, 4, 2, 3), read.getStack().getProcessor(12).getf(6, 4));
			assertEquals("7103.00 eV", read.getStack().getSliceLabel(12));
		}
	}

	@Test
	void whatDoesNotFitIsReadFromItsSourceAgain() {
		for (final int depth : new int[] { 1, 4 }) {
			final Ramp ramp = large(depth);
			final SpectralImage back = ImagePlusStack.read(ImagePlusStack.toImagePlus(lazy(ramp)));
			assertSame(ramp, back.source().orElseThrow());
			assertEquals(info(depth), back.info());
		}
	}

	@Test
	void energiesMayBeDeletedFromItsWindow() {
		final Ramp ramp = large(1);
		final ImagePlus imp = ImagePlusStack.toImagePlus(lazy(ramp));
		imp.getStack().deleteSlice(3);
		imp.getStack().deleteLastSlice();
		imp.getStack().setSliceLabel("7099 eV", 1);
		assertEquals("7103.00 eV", imp.getStack().getSliceLabel(3));
		final SpectralImage back = ImagePlusStack.read(new ImagePlus("fewer", imp.getStack()));
		assertEquals(298, back.energies().size());
		assertEquals(EnergyAxis.of(7099, 7101, 7103, 7398), back.energies().select(0, 1, 2, 297));
		assertFalse(back.source().orElseThrow() instanceof StackSpectra);
		final float[] row = new float[2 * ramp.width];
		final Piece piece = new Piece(17, 1, 0, 1);
		back.source().orElseThrow().read(piece, new int[] { 2, 0 }, Destination.cell(row, piece, ramp.width, 2));
		assertEquals(Ramp.value(5, 17, 0, 3), row[5]);
		assertEquals(Ramp.value(5, 17, 0, 0), row[ramp.width + 5]);
	}

	/** Anybody's virtual stack, 16 bits, larger as floats than the memory. */
	@Test
	void aVirtualStackThatDoesNotFitIsReadSliceBySlice() {
		final int width = 500, height = 400;
		final int energies = (int) (Runtime.getRuntime().maxMemory() / 2 / (width * height * Float.BYTES)) + 1;
		final List<String> labels = IntStream.range(0, energies).mapToObj(e -> EnergyAxis.label(7100 + 0.25 * e)).toList();
		final short[] shared = new short[width * height];
		final ImagePlus imp = new ImagePlus("theirs", new OnDemandStack(width, height, 16, labels, null, slice -> {
			shared[399 * width + 7] = (short) (60000 + slice);
			return shared;
		}));
		imp.getCalibration().setFunction(0, new double[] { 1, 2 }, "x");
		final SpectralImage image = ImagePlusStack.read(imp);
		final SpectraSource source = image.source().orElseThrow();
		assertInstanceOf(StackSpectra.class, source);
		assertEquals(1 + 2 * (60000 + 40), image.pixels().getAt(7, 399, 40).get());
		assertEquals(1, image.pixels().getAt(7, 398, 40).get());
		assertThrows(NotSerializableException.class, () -> new ObjectOutputStream(new ByteArrayOutputStream()).writeObject(image));
	}

	/** Shorts in memory may be too many for floats. */
	@Test
	void shortsInMemoryNeedNotBecomeFloats() {
		final int energies = 6, width = 1000, height = (int) (Runtime.getRuntime().maxMemory() / 2 / (width * energies *
			Float.BYTES));
		final ImageStack stack = new ImageStack(width, height);
		final short[] shared = new short[width * height];
		shared[0] = 1;
		shared[width * height - 1] = (short) 65535;
		for (int e = 0; e < energies; e++) stack.addSlice(EnergyAxis.label(7100 + e), shared);
		final SpectralImage image = ImagePlusStack.read(new ImagePlus("shorts", stack));
		assertEquals(1, image.source().orElseThrow().rowsTogether());
		assertEquals(65535, image.pixels().getAt(width - 1, height - 1, 5).get());
	}

	@Test
	void imageJsVirtualTiffIsReadByRows() {
		final ImageStack stack = new ImageStack(6, 5);
		for (int e = 0; e < 4; e++) for (int z = 0; z < 3; z++) {
			final short[] plane = new short[30];
			for (int p = 0; p < 30; p++) plane[p] = (short) (50000 + 1000 * e + 100 * z + p);
			stack.addSlice(EnergyAxis.label(7100 + e), plane);
		}
		final ImagePlus imp = new ImagePlus("v", stack);
		imp.setDimensions(1, 3, 4);
		imp.getCalibration().setSigned16BitCalibration();
		assertTrue(new FileSaver(imp).saveAsTiffStack(folder.resolve("v.tif").toString()));
		final ImagePlus virtual = FileInfoVirtualStack.openVirtual(folder.resolve("v.tif").toString());
		final SliceLayout layout = EnergySlices.of(virtual).layout();
		final SpectraSource source = VirtualTiff.spectra(virtual, layout).orElseThrow();
		final float[] row = new float[6];
		final Piece piece = new Piece(4, 1, 2, 1);
		source.read(piece, new int[] { 3 }, Destination.cell(row, piece, 6, 1));
		assertEquals(50000 + 3000 + 200 + 24 + 5 - 32768, row[5]);
		virtual.getStack().deleteLastSlice();
		assertTrue(VirtualTiff.spectra(virtual, layout).isEmpty());
	}

	@Test
	void labelsOfVolumesRepeatForEachPlane() {
		final ImagePlus imp = ImagePlusStack.toImagePlus(lazy(new Ramp(2, 2, 3, 2)));
		assertEquals(Collections.nCopies(3, "7101.00 eV"), IntStream.rangeClosed(4, 6).mapToObj(imp.getStack()::getSliceLabel)
			.toList());
	}
}
