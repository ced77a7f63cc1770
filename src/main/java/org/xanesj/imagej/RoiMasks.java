// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.awt.HeadlessException;
import java.awt.Point;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.plugin.filter.ThresholdToSelection;
import ij.plugin.frame.RoiManager;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;

import org.xanesj.stack.InputException;
import org.xanesj.stack.Mask;

/** Between ImageJ's selections and masks. The user's ROI Manager is looked at, never changed or opened. */
public final class RoiMasks {

	/**
	 * @param name of the selection
	 * @param mask of one plane
	 */
	public record Named(String name, Mask mask) {}

	private RoiMasks() {}

	/**
	 * @param roi an area, also a composite one; or a line or points: the pixels under them
	 * @return the pixels of a width x height plane inside it
	 * @throws InputException when there is none
	 */
	public static Mask of(final Roi roi, final int width, final int height) {
		return named(roi, "The selection", width, height).mask();
	}

	/**
	 * The selections the user made: all of the ROI Manager when it is open and holds some, else the image's own.
	 *
	 * @return at least one, each name once
	 * @throws InputException when there is none, or one holds no pixel of the image
	 */
	public static List<Named> chosen(final ImagePlus imp) {
		return chosen(managed(), imp);
	}

	/** @return the same; none when the user made none */
	public static List<Named> present(final ImagePlus imp) {
		final List<Roi> managed = managed();
		return managed.isEmpty() && imp.getRoi() == null ? List.of() : chosen(managed, imp);
	}

	private static List<Roi> managed() {
		try {
			final RoiManager manager = RoiManager.getInstance2();
			return manager == null ? List.of() : List.of(manager.getRoisAsArray());
		}
		catch (final HeadlessException e) {
			return List.of(); // without a display and without Fiji there is no such window
		}
	}

	static List<Named> chosen(final List<Roi> managed, final ImagePlus imp) {
		if (managed.isEmpty() && imp.getRoi() == null) throw new InputException(imp.getTitle() + " has no selection.",
			"Draw one, or add some to the ROI Manager.");
		return of(managed.isEmpty() ? List.of(imp.getRoi()) : managed, imp.getWidth(), imp.getHeight());
	}

	/** @return a mask for each selection; those without a name are called {@code ROI 1}, {@code ROI 2} by their place */
	public static List<Named> of(final List<Roi> rois, final int width, final int height) {
		final Set<String> taken = new HashSet<>();
		final List<Named> masks = new ArrayList<>();
		for (int i = 0; i < rois.size(); i++) {
			final String given = rois.get(i).getName();
			final String base = given == null || given.isBlank() ? "ROI " + (i + 1) : given;
			String name = base;
			for (int k = 2; !taken.add(name); k++) name = base + " (" + k + ")";
			masks.add(named(rois.get(i), name, width, height));
		}
		return masks;
	}

	private static Named named(final Roi roi, final String name, final int width, final int height) {
		final boolean[] inside = new boolean[width * height];
		if (roi.getBounds().width > 0 && roi.getBounds().height > 0 || roi.isLine()) for (final Point p : roi)
			if (p.x >= 0 && p.x < width && p.y >= 0 && p.y < height) inside[p.y * width + p.x] = true;
		final Mask mask = Mask.of(inside.length, p -> inside[(int) p]);
		if (mask.count() == 0) throw new InputException(name + " holds no pixel of the image (" + width + " x " + height +
			").", "Draw a selection inside the image.");
		return new Named(name, mask);
	}

	/**
	 * The outline of each label as a selection, composite where the label has several parts or holes.
	 *
	 * @param labels width x height values in raster order, 0 = background
	 * @param names of label 1, label 2, ...; labels without pixels have no selection
	 */
	public static List<Roi> labelsToRois(final int[] labels, final int width, final int height, final List<String> names) {
		final ImageProcessor image = new FloatProcessor(width, height, labels);
		final List<Roi> rois = new ArrayList<>();
		for (int label = 1; label <= names.size(); label++) {
			image.setThreshold(label, label, ImageProcessor.NO_LUT_UPDATE);
			final Roi roi = new ThresholdToSelection().convert(image);
			if (roi == null || roi.getBounds().isEmpty()) continue;
			roi.setName(names.get(label - 1));
			rois.add(roi);
		}
		return rois;
	}
}
