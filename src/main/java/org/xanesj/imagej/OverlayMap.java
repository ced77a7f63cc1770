// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.ImageRoi;
import ij.gui.Overlay;
import ij.measure.Calibration;
import ij.process.FloatProcessor;

import org.xanesj.stack.InputException;
import org.xanesj.stack.PixelSize;

/**
 * The labelled overlay map: classes in colour over the grey mean image, a legend with names and shares, a scale bar.
 *
 * @param labels which class each pixel is in, in the planes shown
 * @param mean the mean image, a value for each label; NaN is black
 * @param shown which planes these are
 * @param legend the entry of label k is the (k - 1)-th
 * @param pixelSize for the scale bar
 * @param title a line over the image; empty for none
 */
public record OverlayMap(LabelMap labels, float[] mean, ShownPlanes shown, List<LegendEntry> legend, PixelSize pixelSize,
	String title)
{

	/** How much of a class's colour covers the grey image. */
	static final double OPACITY = 0.8;
	/** Grey levels stop short of white, so that pale colours stand out. */
	static final int BRIGHTEST = 190;
	private static final double LOW = 0.5;
	private static final double HIGH = 99.5;
	/** Stripes in an image of original size, in pixels. */
	private static final int STRIPES = 3;

	/** @throws InputException when the mean image or the planes shown have another size, or a label has no entry */
	public OverlayMap {
		if (labels.depth() != shown.count()) throw new InputException("The label map has " + labels.depth() + " planes, " + shown
			.count() + " are shown.", "Give the planes that are shown.");
		if (mean.length != labels.labels().length) throw new InputException("The mean image has " + mean.length +
			" pixels, the label map " + labels.labels().length + ".", "Give both in the same size.");
		if (labels.max() > legend.size()) throw new InputException("There is a label " + labels.max() + " and a legend of " +
			legend.size() + " entries.", "Give one entry for each label.");
		legend = List.copyOf(legend);
	}

	/**
	 * Takes the planes that are shown from all there are.
	 *
	 * @param labels which class each pixel is in
	 * @param mean the mean image, a value for each label; NaN is black
	 * @throws InputException when the mean image has another size or a label has no entry
	 */
	public OverlayMap(final LabelMap labels, final float[] mean, final List<LegendEntry> legend, final PixelSize pixelSize,
		final String title)
	{
		this(shown(labels), ShownPlanes.of(labels.depth()).of(mean, labels.depth()), ShownPlanes.of(labels.depth()), legend,
			pixelSize, title);
	}

	private static LabelMap shown(final LabelMap all) {
		final ShownPlanes shown = ShownPlanes.of(all.depth());
		return new LabelMap(shown.of(all.labels(), all.depth()), all.width(), all.height(), shown.count());
	}

	/** @return the figure, at least about 700 pixels wide */
	public BufferedImage draw() {
		return draw(Lettering.standard());
	}

	/** @return the figure, drawn when it is asked for */
	public Drawing drawing() {
		return new Drawing(this::draw);
	}

	BufferedImage draw(final Lettering lettering) {
		final Stretch stretch = Stretch.percentiles(mean, LOW, HIGH);
		final Plate plate = plate(lettering);
		return plate.draw((x, y, z, across, down) -> {
			final int grey = grey(stretch, mean[(z * labels.height() + y) * labels.width() + x]);
			final int label = labels.at(x, y, z);
			return label == 0 ? grey * 0x010101 : blend(legend.get(label - 1).ink().rgb(across, down, plate.stripes()), grey);
		}, (x, y, z, x2, y2) -> labels.at(x, y, z) != labels.at(x2, y2, z));
	}

	Plate plate(final Lettering lettering) {
		return new Plate(new Montage(labels.width(), labels.height(), shown), legend, pixelSize, title, lettering);
	}

	static int grey(final Stretch stretch, final float value) {
		final double level = stretch.apply(value);
		return Double.isNaN(level) ? 0 : (int) Math.round(BRIGHTEST * level);
	}

	private static int blend(final int rgb, final int grey) {
		int blended = 0;
		for (int shift = 16; shift >= 0; shift -= 8)
			blended |= (int) Math.round(OPACITY * (rgb >> shift & 255) + (1 - OPACITY) * grey) << shift;
		return blended;
	}

	/**
	 * The mean image in its own pixels with the classes as an overlay, one for each plane shown, which
	 * Image &gt; Overlay &gt; Hide Overlay turns off.
	 *
	 * @return a window's image, not shown; named by the title
	 */
	public ImagePlus toImagePlus() {
		final int plane = labels.width() * labels.height();
		final ImageStack stack = new ImageStack(labels.width(), labels.height());
		final Overlay overlay = new Overlay();
		for (int z = 0; z < labels.depth(); z++) {
			stack.addSlice(labels.depth() == 1 ? null : "z = " + (shown.planes()[z] + 1), new FloatProcessor(labels.width(), labels
				.height(), Arrays.copyOfRange(mean, z * plane, (z + 1) * plane)));
			final ImageRoi roi = new ImageRoi(0, 0, colours(z));
			roi.setName("classes");
			roi.setOpacity(OPACITY);
			roi.setZeroTransparent(true);
			if (labels.depth() > 1) roi.setPosition(z + 1);
			overlay.add(roi);
		}
		final ImagePlus imp = new ImagePlus(title, stack);
		imp.setOverlay(overlay);
		final Stretch stretch = Stretch.percentiles(mean, LOW, HIGH);
		imp.setDisplayRange(stretch.low(), stretch.high());
		calibrate(imp);
		return imp;
	}

	private BufferedImage colours(final int z) {
		final BufferedImage colours = new BufferedImage(labels.width(), labels.height(), BufferedImage.TYPE_INT_ARGB);
		for (int y = 0; y < labels.height(); y++) for (int x = 0; x < labels.width(); x++) {
			final int label = labels.at(x, y, z);
			if (label > 0) colours.setRGB(x, y, 0xFF000000 | legend.get(label - 1).ink().rgb(x, y, STRIPES));
		}
		return colours;
	}

	private void calibrate(final ImagePlus imp) {
		if (!pixelSize.isKnown()) return;
		final Calibration calibration = imp.getCalibration();
		calibration.pixelWidth = pixelSize.x();
		calibration.pixelHeight = pixelSize.y();
		if (labels.depth() > 1) calibration.pixelDepth = pixelSize.z();
		calibration.setUnit(pixelSize.unit());
	}
}
