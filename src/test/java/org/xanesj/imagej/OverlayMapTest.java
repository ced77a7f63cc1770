// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.process.ShortProcessor;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xanesj.stack.InputException;
import org.xanesj.stack.PixelSize;

class OverlayMapTest {

	private static final Lettering LETTERING = Lettering.standard();
	private static final PixelSize SIZE = PixelSize.of(0.25, 0.25, "µm");

	/** Labels 0, 1, … classes in vertical bands, a ramp below them. */
	private static OverlayMap bands(final int width, final int height, final int depth, final int classes) {
		final int[] labels = new int[width * height * depth];
		final float[] mean = new float[labels.length];
		final List<String> names = new ArrayList<>();
		for (int k = 1; k <= classes; k++) names.add(k == 3 ? LegendEntry.UNKNOWN : "Species " + k);
		for (int p = 0; p < labels.length; p++) {
			labels[p] = p % width * (classes + 1) / width;
			mean[p] = p % (width * height) / width;
		}
		return new OverlayMap(new LabelMap(labels, width, height, depth), mean, LegendEntry.of(names, new double[classes]),
			SIZE, "A title");
	}

	/** The colour in the middle of a pixel. */
	private static int at(final BufferedImage picture, final OverlayMap map, final int x, final int y) {
		final Rectangle image = map.plate(LETTERING).image();
		final double zoom = image.getWidth() / map.labels().width();
		return picture.getRGB((int) (image.x + (x + 0.5) * zoom), (int) (image.y + (y + 0.5) * zoom)) & 0xFFFFFF;
	}

	private static int covered(final Color colour, final int grey) {
		int rgb = 0;
		for (final int c : new int[] { colour.getRed(), colour.getGreen(), colour.getBlue() })
			rgb = rgb << 8 | (int) Math.round(0.8 * c + 0.2 * grey);
		return rgb;
	}

	@Test
	void classesAreInColourAndTheBackgroundIsGrey() {
		final OverlayMap map = bands(40, 30, 1, 3);
		final BufferedImage picture = map.draw();
		for (int y = 0; y < 30; y++) {
			final int grey = (int) Math.round(190 * y / 29.0);
			assertEquals(grey * 0x010101, at(picture, map, 5, y));
			assertEquals(covered(SpeciesPalette.colour(0), grey), at(picture, map, 15, y));
			assertEquals(covered(SpeciesPalette.colour(1), grey), at(picture, map, 25, y));
		}
	}

	@Test
	void aMeanOfNaNIsBlackAndDoesNotSpoilTheContrast() {
		final OverlayMap map = bands(40, 30, 1, 3);
		map.mean()[40 * 7 + 3] = Float.NaN;
		map.mean()[40 * 8 + 3] = Float.POSITIVE_INFINITY;
		final BufferedImage picture = map.draw();
		assertEquals(0, at(picture, map, 3, 7));
		assertEquals(190 * 0x010101, at(picture, map, 3, 8));
		assertEquals(190 * 0x010101, at(picture, map, 5, 29));
	}

	@Test
	void bordersAreThinLinesBetweenPixels() {
		final OverlayMap map = bands(40, 30, 1, 3);
		final Rectangle image = map.plate(LETTERING).image();
		final int border = image.x + 10 * image.width / 40;
		final BufferedImage picture = map.draw();
		final int y = image.y + image.height / 2;
		final int line = picture.getRGB(border, y) & 0xFF;
		assertTrue(line < (picture.getRGB(border - 4, y) & 0xFF) / 2, "border " + line);
		assertEquals(picture.getRGB(border + 3, y), picture.getRGB(border + 8, y));
	}

	@Test
	void theScaleBarIsRightToAPixel() {
		final OverlayMap map = bands(125, 60, 1, 2);
		final Rectangle image = map.plate(LETTERING).image();
		final Rectangle2D bar = map.plate(LETTERING).bar();
		final BufferedImage picture = map.draw();
		int length = 0;
		for (int x = 0; x < picture.getWidth(); x++) if ((picture.getRGB(x, (int) bar.getCenterY()) & 0xFFFFFF) == 0x222222)
			length++;
		// 5 µm of 0.25 µm pixels: 20 pixels
		assertEquals(20.0 * image.width / 125, length, 1);
	}

	@ParameterizedTest
	@CsvSource({ "64, 48, 1", "64, 48, 4", "200, 150, 8", "300, 260, 14", "20, 120, 4", "400, 20, 14", "3, 2, 2",
		"150, 100, 40" })
	void everyClassHasItsSwatchOnThePage(final int width, final int height, final int classes) {
		final OverlayMap map = bands(width, height, 1, classes);
		final BufferedImage picture = map.draw();
		for (int k = 0; k < classes; k++) {
			final Rectangle2D swatch = map.plate(LETTERING).swatch(k);
			assertTrue(new Rectangle(picture.getWidth(), picture.getHeight()).contains(swatch), "swatch " + k);
			assertTrue(!swatch.intersects(map.plate(LETTERING).image()), "swatch " + k);
			final Ink ink = map.legend().get(k).ink();
			final Color seen = new Color(picture.getRGB((int) swatch.getCenterX(), (int) swatch.getCenterY()));
			assertTrue(seen.equals(ink.colour()) || seen.equals(ink.stripe()), "swatch " + k + " is " + seen);
			for (int j = 0; j < k; j++) assertTrue(!swatch.intersects(map.plate(LETTERING).swatch(j)), k + " on " + j);
		}
	}

	@ParameterizedTest
	@CsvSource({ "64, 48", "125, 125", "400, 20", "1, 1", "699, 500" })
	void smallImagesAreEnlargedByAWholeFactor(final int width, final int height) {
		final Rectangle image = bands(width, height, 1, 1).plate(LETTERING).image();
		assertTrue(image.width >= 700, "width " + image.width);
		assertEquals(0, image.width % width);
		assertEquals(image.width / width, image.height / height);
	}

	@Test
	void largeImagesAreReducedByAWholeFactor() {
		final Rectangle image = bands(13000, 4, 1, 1).plate(LETTERING).image();
		assertEquals((13000 + 2) / 3, image.width);
	}

	@Test
	void ofAVolumeNinePlanesAreShown() {
		assertArrayEquals(new int[] { 0, 2, 5, 7, 10, 12, 14, 17, 19 }, ShownPlanes.of(20).planes());
		assertArrayEquals(new int[] { 0, 1, 2, 3 }, ShownPlanes.of(4).planes());
		final OverlayMap map = bands(60, 50, 20, 2);
		final BufferedImage picture = map.draw();
		assertTrue(picture.getWidth() >= 700);
		assertEquals(3 * 60, map.plate(LETTERING).image().width / 4 - 2);
	}

	/** A volume, and of another with the same planes there only those that are shown. */
	@Test
	void onlyThePlanesShownMatter() {
		final OverlayMap all = bands(60, 50, 20, 3);
		final ShownPlanes shown = ShownPlanes.of(20);
		final int area = 60 * 50;
		final int[] labels = new int[shown.count() * area];
		final float[] mean = new float[shown.count() * area];
		final int[] allLabels = new int[20 * area];
		final float[] allMean = new float[20 * area];
		for (int z = 0; z < 20; z++) for (int p = 0; p < area; p++) {
			final int i = shown.index(z);
			allLabels[z * area + p] = i < 0 ? 3 : p % 60 / 20 * (z % 2);
			allMean[z * area + p] = i < 0 ? 1e6f : p / 60 + z;
			if (i < 0) continue;
			labels[i * area + p] = allLabels[z * area + p];
			mean[i * area + p] = allMean[z * area + p];
		}
		final OverlayMap some = new OverlayMap(new LabelMap(labels, 60, 50, 9), mean, shown, all.legend(), SIZE, "A title");
		assertArrayEquals(Pictures.png(new OverlayMap(new LabelMap(allLabels, 60, 50, 20), allMean, all.legend(), SIZE, "A title")
			.draw()), Pictures.png(some.draw()));
		final Rectangle image = some.plate(LETTERING).image();
		// the bottom row of the last plane, z = 19, is the brightest of those shown
		assertEquals(190 * 0x010101, some.draw().getRGB((int) image.getMaxX() - 4 * 55, (int) image.getMaxY() - 2) & 0xFFFFFF);
		assertThrows(InputException.class, () -> new OverlayMap(new LabelMap(labels, 60, 50, 9), mean, ShownPlanes.of(8), all
			.legend(), SIZE, ""));
	}

	@Test
	void theSameInputGivesTheSameBytes() {
		assertArrayEquals(Pictures.png(bands(64, 48, 1, 5).draw()), Pictures.png(bands(64, 48, 1, 5).draw()));
	}

	@Test
	void whatDoesNotFitIsSaid() {
		final LabelMap labels = new LabelMap(new int[] { 0, 2 }, 2, 1, 1);
		assertTrue(assertThrows(InputException.class, () -> new OverlayMap(labels, new float[2], LegendEntry.of(List.of("A")),
			SIZE, "")).getMessage().startsWith("There is a label 2 and a legend of 1 entries."));
		assertThrows(InputException.class, () -> new OverlayMap(labels, new float[3], LegendEntry.of(List.of("A", "B")), SIZE,
			""));
		assertThrows(InputException.class, () -> new LabelMap(new int[] { -1 }, 1, 1, 1));
		assertThrows(InputException.class, () -> new LabelMap(new int[3], 2, 2, 1));
	}

	@Test
	void theWindowHasOriginalPixelsAndAnOverlayForEachPlane() {
		final ImagePlus imp = bands(40, 30, 3, 3).toImagePlus();
		assertArrayEquals(new int[] { 40, 30, 1, 3, 1 }, imp.getDimensions());
		assertEquals(3, imp.getOverlay().size());
		assertEquals("µm", imp.getCalibration().getUnit());
		final ImageRoi roi = (ImageRoi) imp.getOverlay().get(1);
		assertEquals(2, roi.getPosition());
		assertEquals(0, new Color(roi.getProcessor().getBufferedImage().getRGB(5, 5), true).getRGB() & 0xFFFFFF);
		assertEquals(SpeciesPalette.colour(0).getRGB() & 0xFFFFFF, roi.getProcessor().get(15, 5) & 0xFFFFFF);
	}

	@Test
	void aLabelImageShowsTheLegendsColours() {
		final ShortProcessor labels = new ShortProcessor(4, 1, new short[] { 0, 1, 2, 3 }, null);
		final ImagePlus imp = new ImagePlus("labels", labels);
		LabelLut.apply(imp, LegendEntry.of(List.of("A", LegendEntry.UNKNOWN, "B")));
		final BufferedImage seen = imp.getProcessor().getBufferedImage();
		assertEquals(0xFF000000, seen.getRGB(0, 0));
		assertEquals(SpeciesPalette.colour(0).getRGB(), seen.getRGB(1, 0));
		assertEquals(SpeciesPalette.unknown().stripe().getRGB(), seen.getRGB(2, 0));
		assertEquals(SpeciesPalette.colour(1).getRGB(), seen.getRGB(3, 0));
	}
}
