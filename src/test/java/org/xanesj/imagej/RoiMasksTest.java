// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.PointRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.plugin.frame.RoiManager;

import org.xanesj.stack.InputException;
import org.xanesj.stack.Mask;

class RoiMasksTest {

	@Test
	void areasHoldTheirPixels() {
		final Mask rectangle = RoiMasks.of(new Roi(2, 1, 3, 2), 10, 8);
		assertEquals(6, rectangle.count());
		assertTrue(rectangle.contains(12) && rectangle.contains(24));
		assertFalse(rectangle.contains(15));
		assertEquals(80, rectangle.size());
		final Mask oval = RoiMasks.of(new OvalRoi(0, 0, 8, 8), 10, 8);
		assertTrue(oval.count() > 40 && oval.count() < 64);
		assertFalse(oval.contains(0));
	}

	@Test
	void compositesKeepTheirHoles() {
		final ShapeRoi ring = new ShapeRoi(new Roi(1, 1, 5, 5)).not(new ShapeRoi(new Roi(2, 2, 3, 3)));
		final Mask mask = RoiMasks.of(ring, 10, 8);
		assertEquals(16, mask.count());
		assertFalse(mask.contains(33));
	}

	@Test
	void linesAndPointsHoldThePixelsUnderThem() {
		final Mask line = RoiMasks.of(new Line(1, 3, 6, 3), 10, 8);
		assertTrue(line.contains(31) && line.contains(34));
		assertTrue(line.count() >= 5 && line.count() <= 6);
		final Mask diagonal = RoiMasks.of(new PolygonRoi(new int[] { 1, 4, 7 }, new int[] { 1, 4, 1 }, 3, Roi.POLYLINE), 10,
			8);
		assertTrue(diagonal.count() >= 5, "" + diagonal.count());
		final PointRoi points = new PointRoi(2, 2);
		assertTrue(RoiMasks.of(points, 10, 8).contains(22));
		points.addPoint(5, 4);
		final Mask two = RoiMasks.of(points, 10, 8);
		assertEquals(2, two.count());
		assertTrue(two.contains(45));
	}

	@Test
	void whatReachesOutIsClippedAndWhatLiesOutsideIsRefused() {
		assertEquals(4, RoiMasks.of(new Roi(-3, -3, 5, 5), 10, 8).count());
		for (final Roi roi : List.of(new Roi(20, 20, 5, 5), new PointRoi(50, 2), new Line(20, 20, 30, 30))) {
			final InputException e = assertThrows(InputException.class, () -> RoiMasks.of(roi, 10, 8));
			assertTrue(e.getMessage().contains("holds no pixel of the image (10 x 8)"));
		}
	}

	@Test
	void everySelectionHasANameOfItsOwn() {
		final Roi a = new Roi(0, 0, 2, 2);
		a.setName("grain");
		final Roi b = new Roi(4, 4, 2, 2);
		b.setName("grain");
		final var named = RoiMasks.of(List.of(a, b, new Roi(1, 1, 1, 1)), 10, 8);
		assertEquals(List.of("grain", "grain (2)", "ROI 3"), named.stream().map(RoiMasks.Named::name).toList());
		final InputException e = assertThrows(InputException.class, () -> RoiMasks.of(List.of(a, new Roi(99, 0, 1, 1)), 10,
			8));
		assertTrue(e.getMessage().startsWith("ROI 2 holds no pixel"));
	}

	@Test
	void withoutARoiManagerTheImagesSelectionIsTaken() {
		final ImagePlus imp = IJ.createImage("image", 10, 8, 1, 32);
		assertTrue(assertThrows(InputException.class, () -> RoiMasks.chosen(imp)).getMessage().startsWith(
			"image has no selection"));
		imp.setRoi(new Roi(0, 0, 2, 3));
		assertEquals(6, RoiMasks.chosen(imp).get(0).mask().count());
		assertNull(RoiManager.getInstance2());
	}

	@Test
	void theRoiManagersSelectionsGoBeforeTheImages() {
		final ImagePlus imp = IJ.createImage("image", 10, 8, 1, 32);
		imp.setRoi(new Roi(0, 0, 2, 3));
		final var chosen = RoiMasks.chosen(List.of(new Roi(0, 0, 1, 1), new Roi(0, 0, 5, 5)), imp);
		assertEquals(List.of(1L, 25L), chosen.stream().map(n -> n.mask().count()).toList());
	}

	@Test
	void labelsBecomeSelectionsAndSelectionsLabels() {
		final int w = 40;
		final int h = 30;
		final int[] labels = new int[w * h];
		final Random random = new Random(3);
		for (int p = 0; p < labels.length; p++) labels[p] = random.nextInt(4) * (p % w / 10 % 2);
		labels[5] = 7;
		final List<Roi> rois = RoiMasks.labelsToRois(labels, w, h, List.of("a", "b", "c", "none"));
		assertEquals(List.of("a", "b", "c"), rois.stream().map(Roi::getName).toList());
		for (int k = 1; k <= 3; k++) {
			final Mask mask = RoiMasks.of(rois.get(k - 1), w, h);
			for (int p = 0; p < labels.length; p++) assertEquals(labels[p] == k, mask.contains(p));
		}
	}
}
