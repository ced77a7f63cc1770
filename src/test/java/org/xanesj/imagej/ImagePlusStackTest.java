// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Roi;
import ij.io.FileSaver;
import ij.plugin.Duplicator;
import ij.plugin.FileInfoVirtualStack;
import ij.plugin.StackReverser;
import ij.plugin.SubstackMaker;
import ij.process.ColorProcessor;
import ij.process.StackConverter;

import net.imglib2.converter.Converters;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.EnergyOrder;
import org.xanesj.stack.InputException;
import org.xanesj.stack.PixelSize;
import org.xanesj.stack.Signal;
import org.xanesj.stack.SpectralImage;
import org.xanesj.stack.StackInfo;

class ImagePlusStackTest {

	private static final EnergyAxis AXIS = EnergyAxis.of(7100, 7110.123456789, 7112.5, 7120.0000001);
	private static final int W = 5;
	private static final int H = 4;

	private static SpectralImage stack(final int depth) {
		final List<float[]> planes = new ArrayList<>();
		for (int i = 0; i < depth * AXIS.size(); i++) {
			final float[] plane = new float[W * H];
			for (int p = 0; p < plane.length; p++) plane[p] = 1000 * i + p;
			planes.add(plane);
		}
		return SpectralImage.ofPlanes(planes, W, H, depth, AXIS, new StackInfo("particle 7 (µ).tif", new PixelSize(0.033,
			0.034, depth == 1 ? 1 : 0.25, "\u00B5m"), Signal.ABSORPTION, "Fe", "K", List.of("Something was assumed.")));
	}

	private static float at(final SpectralImage image, final long... position) {
		return image.pixels().randomAccess().setPositionAndGet(position).get();
	}

	private static void assertSamePixels(final SpectralImage expected, final SpectralImage actual) {
		assertArrayEquals(expected.pixels().dimensionsAsLongArray(), actual.pixels().dimensionsAsLongArray());
		final var a = Views.flatIterable(expected.pixels()).cursor();
		final var b = Views.flatIterable(actual.pixels()).cursor();
		while (a.hasNext()) assertEquals(a.next().get(), b.next().get(), 0);
	}

	@Test
	void thereAndBackLosesNothing() {
		for (final int depth : new int[] { 1, 3 }) {
			final SpectralImage back = ImagePlusStack.read(ImagePlusStack.toImagePlus(stack(depth)));
			assertEquals(AXIS, back.energies());
			assertEquals(stack(depth).info(), back.info());
			assertSamePixels(stack(depth), back);
		}
	}

	@Test
	void planesInMemoryAreNotCopied() {
		final ImagePlus imp = ImagePlusStack.toImagePlus(stack(1));
		final ImagePlus again = ImagePlusStack.toImagePlus(ImagePlusStack.read(imp));
		for (int s = 1; s <= 4; s++) assertSame(imp.getStack().getPixels(s), again.getStack().getPixels(s));
	}

	@Test
	void imagesThatAreNoPlanesAreCopied() {
		for (final int depth : new int[] { 1, 3 }) {
			final SpectralImage planes = stack(depth);
			final SpectralImage view = new SpectralImage(Converters.convert(planes.pixels(), (i, o) -> o.set(i.get()),
				new FloatType()), AXIS, planes.info());
			assertSamePixels(planes, ImagePlusStack.read(ImagePlusStack.toImagePlus(view)));
		}
	}

	@Test
	void oneEnergyIsAStackToo() {
		final SpectralImage one = SpectralImage.ofPlanes(List.of(new float[] { 1, 2 }), 2, 1, 1, EnergyAxis.of(7112),
			StackInfo.named("one"));
		assertEquals(EnergyAxis.of(7112), ImagePlusStack.read(ImagePlusStack.toImagePlus(one)).energies());
	}

	@Test
	void duplicatesAndCropsKeepEverything() {
		final ImagePlus imp = ImagePlusStack.toImagePlus(stack(1));
		final SpectralImage duplicate = ImagePlusStack.read(new Duplicator().run(imp));
		assertEquals(AXIS, duplicate.energies());
		assertSamePixels(stack(1), duplicate);
		assertEquals("Fe", duplicate.info().element());
		assertEquals(Signal.ABSORPTION, duplicate.info().signal());
		assertTrue(duplicate.info().notes().contains(duplicate.info().name() + " was made from particle 7 (µ).tif."));
		imp.setRoi(new Roi(1, 1, 2, 3));
		final SpectralImage crop = ImagePlusStack.read(imp.crop("stack"));
		assertEquals(AXIS, crop.energies());
		assertEquals(2, crop.width());
		assertEquals(3006, at(crop, 0, 0, 3));
		assertEquals(stack(1).info().pixelSize(), crop.info().pixelSize());
	}

	@Test
	void substacksKeepTheirEnergies() {
		final SpectralImage some = ImagePlusStack.read(new SubstackMaker().makeSubstack(ImagePlusStack.toImagePlus(stack(1)),
			"2,4"));
		assertEquals(AXIS.select(1, 3), some.energies());
		assertEquals(3000, at(some, 0, 0, 1));
	}

	@Test
	void aReversedStackIsSortedAgainAndItIsSaid() {
		final ImagePlus imp = ImagePlusStack.toImagePlus(stack(1));
		new StackReverser().flipStack(imp);
		final SpectralImage back = ImagePlusStack.read(imp);
		assertEquals(AXIS, back.energies());
		assertSamePixels(stack(1), back);
		assertTrue(back.info().notes().stream().anyMatch(n -> n.contains("out of order")));
	}

	@Test
	void savedAndOpenedAgainNothingIsLost(@TempDir final Path folder) {
		for (final int depth : new int[] { 1, 3 }) {
			final Path file = folder.resolve("saved" + depth + ".tif");
			assertTrue(new FileSaver(ImagePlusStack.toImagePlus(stack(depth))).saveAsTiffStack(file.toString()));
			final ImagePlus virtual = FileInfoVirtualStack.openVirtual(file.toString());
			assertTrue(virtual.getStack().isVirtual());
			for (final SpectralImage back : List.of(TiffStack.read(file, Optional.empty()),
				ImagePlusStack.read(virtual))) {
				assertEquals(AXIS, back.energies());
				assertSamePixels(stack(depth), back);
				assertEquals("\u00B5m", back.info().pixelSize().unit());
				assertEquals(0.033, back.info().pixelSize().x(), 1e-8);
			}
			final StackInfo info = TiffStack.read(file, Optional.empty()).info();
			assertEquals(stack(depth).info().pixelSize(), info.pixelSize());
			assertEquals("Fe K ABSORPTION", info.element() + " " + info.edge() + " " + info.signal());
		}
	}

	@Test
	void aTiffFilesRoundedPixelSizeIsMadeExactButARescaledOneIsKept(@TempDir final Path folder) {
		final PixelSize large = PixelSize.of(7777.7, 7777.7, "nm");
		final SpectralImage image = stack(1).with(StackInfo.named("large").with(large));
		MapImages.writeTiff(ImagePlusStack.toImagePlus(image), folder.resolve("l.tif"));
		final ImagePlus imp = TiffStack.open(folder.resolve("l.tif"));
		assertEquals(large, ImagePlusStack.read(imp).info().pixelSize());
		imp.getCalibration().pixelWidth *= 2;
		assertEquals(2 * 7777.7, ImagePlusStack.read(imp).info().pixelSize().x(), 100);
	}

	@Test
	void integersBecomeFloatsWithTheirCalibration() {
		final ImagePlus eight = ImagePlusStack.toImagePlus(stack(1));
		eight.setDisplayRange(0, 255);
		new StackConverter(eight).convertToGray8();
		assertEquals(8, eight.getBitDepth());
		assertEquals(3, at(ImagePlusStack.read(eight), 3, 0, 0));
		final ImageStack shorts = new ImageStack(2, 1);
		for (int e = 0; e < 4; e++) shorts.addSlice(EnergyAxis.label(AXIS.at(e)), new short[] { (short) 65535, (short) e });
		final ImagePlus sixteen = new ImagePlus("sixteen", shorts);
		assertEquals(65535, at(ImagePlusStack.read(sixteen), 0, 0, 0));
		sixteen.getCalibration().setSigned16BitCalibration();
		assertEquals(32767, at(ImagePlusStack.read(sixteen), 0, 0, 0));
		assertEquals(-32765, at(ImagePlusStack.read(sixteen), 1, 0, 3));
	}

	@Test
	void energyMayBeOnAnyDimension() {
		final int[][] dimensions = { { 4, 3, 1 }, { 4, 1, 3 }, { 3, 4, 1 }, { 1, 4, 3 }, { 3, 1, 4 }, { 1, 3, 4 } };
		final int[] energyOn = { 0, 0, 1, 1, 2, 2 };
		for (int k = 0; k < dimensions.length; k++) {
			for (final boolean labelled : new boolean[] { true, false }) {
				final ImageStack slices = new ImageStack(1, 1);
				final int[] d = dimensions[k];
				for (int t = 0; t < d[2]; t++) for (int z = 0; z < d[1]; z++) for (int c = 0; c < d[0]; c++) {
					final int e = new int[] { c, z, t }[energyOn[k]];
					slices.addSlice(labelled ? EnergyAxis.label(AXIS.at(e)) : null, new float[] { 10 * e + (c + z + t - e) });
				}
				final ImagePlus imp = new ImagePlus("h", slices);
				imp.setDimensions(d[0], d[1], d[2]);
				final SpectralImage image = labelled ? ImagePlusStack.read(imp) : ImagePlusStack.read(imp, AXIS.toArray());
				assertEquals(3, image.depth());
				for (int e = 0; e < 4; e++) for (int z = 0; z < 3; z++) assertEquals(10 * e + z, at(image, 0, 0, z, e));
			}
		}
	}

	@Test
	void onATieZStaysZAndItIsSaid() {
		final ImageStack slices = new ImageStack(1, 1);
		for (int i = 0; i < 4; i++) slices.addSlice(null, new float[] { i });
		final ImagePlus imp = new ImagePlus("tie", slices);
		imp.setDimensions(1, 2, 2);
		final SpectralImage image = ImagePlusStack.read(imp, new double[] { 7100, 7110 });
		assertEquals(1, at(image, 0, 0, 1, 0));
		assertTrue(image.info().notes().get(0).contains("taken to be on T"));
	}

	@Test
	void repeatedAndDisorderedVolumesAreSortedWithTheirPlanes() {
		final ImageStack slices = new ImageStack(1, 1);
		final double[] raw = { 7.12, 7.1, 7.12 };
		for (int e = 0; e < 3; e++) for (int z = 0; z < 2; z++) slices.addSlice(raw[e] + " keV", new float[] { 10 * e + z });
		final ImagePlus imp = new ImagePlus("v", slices);
		imp.setDimensions(1, 2, 3);
		final SpectralImage image = ImagePlusStack.read(imp);
		assertEquals(EnergyAxis.of(7100, 7120), image.energies());
		assertEquals(11, at(image, 0, 0, 1, 0));
		assertEquals(11, at(image, 0, 0, 1, 1));
		assertEquals(10, at(image, 0, 0, 0, 1));
		assertEquals(3, image.info().notes().size());
	}

	@Test
	void givenEnergiesThatDifferFromTheLabelsAreUsedAndItIsSaid() {
		final ImagePlus imp = ImagePlusStack.toImagePlus(stack(1));
		final double[] shifted = { 7099, 7109, 7111, 7119 };
		final SpectralImage image = ImagePlusStack.read(imp, shifted);
		assertArrayEquals(shifted, image.energies().toArray(), 0);
		assertTrue(image.info().notes().stream().anyMatch(n -> n.contains("labels carry others")));
		final SpectralImage same = ImagePlusStack.read(imp, EnergyOrder.of(AXIS.toArray(), "file"));
		assertEquals(1, same.info().notes().size());
	}

	@Test
	void errorsNameTheWindowAndTheNumbers() {
		final ImagePlus imp = ImagePlusStack.toImagePlus(stack(1));
		final InputException count = assertThrows(InputException.class, () -> ImagePlusStack.read(imp, new double[] { 7100,
			7110 }));
		assertTrue(count.getMessage().startsWith("particle 7 (µ).tif has 4 images for 2 energies."));
		imp.getStack().setSliceLabel("2", 2);
		final InputException one = assertThrows(InputException.class, () -> ImagePlusStack.read(imp));
		assertTrue(one.getMessage().startsWith(
			"particle 7 (µ).tif: the label of slice 2 carries no energy ('2'), though others do.\n"), one.getMessage());
		for (int i = 1; i <= 4; i++) imp.getStack().setSliceLabel("" + i, i);
		final InputException none = assertThrows(InputException.class, () -> ImagePlusStack.read(imp));
		assertTrue(none.getMessage().startsWith("particle 7 (µ).tif: its slice labels carry no energies."));
		final InputException colour = assertThrows(InputException.class, () -> ImagePlusStack.read(new ImagePlus("rgb",
			new ColorProcessor(2, 2))));
		assertTrue(colour.getMessage().startsWith("rgb is a colour"));
		final ImageStack many = new ImageStack(1, 1);
		for (int i = 0; i < 8; i++) many.addSlice("7100 eV", new float[1]);
		final ImagePlus five = new ImagePlus("five", many);
		five.setDimensions(2, 2, 2);
		assertTrue(assertThrows(InputException.class,
			() -> ImagePlusStack.read(five)).getMessage().contains("2 positions on T"));
		five.setDimensions(2, 4, 1);
		assertTrue(assertThrows(InputException.class, () -> ImagePlusStack.read(five)).getMessage().contains("do not vary"));
	}

	@Test
	void aPropertyThatIsNoneIsIgnoredAndItIsSaid() {
		final ImagePlus imp = ImagePlusStack.toImagePlus(stack(1));
		imp.setProp("xanes.element", "nonsense");
		imp.setProp("xanes.signal", "VOLTS");
		final StackInfo info = ImagePlusStack.read(imp).info();
		assertEquals("", info.element());
		assertEquals(Signal.UNKNOWN, info.signal());
		assertEquals(3, info.notes().size());
	}

	@Test
	void withoutAPixelSizeItIsUnknown() {
		final SpectralImage plain = stack(1).with(StackInfo.named("plain"));
		assertEquals(PixelSize.UNKNOWN, ImagePlusStack.read(ImagePlusStack.toImagePlus(plain)).info().pixelSize());
	}
}
