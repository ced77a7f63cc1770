// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.awt.image.BufferedImage;
import java.util.List;

import org.xanesj.stack.InputException;
import org.xanesj.stack.PixelSize;

/**
 * Fraction maps as one picture: each species' colour as bright as its fraction, added in linear light (as lamps add),
 * so that half of each of two colours lies between them and is as bright as they are.
 *
 * @param fractions a map for each species, in raster order (x, y, z), of the planes shown; negative ones count as 0, NaN
 *          is black
 * @param brightness a value for each pixel, such as its edge step, that dims it; its 99th percentile is full
 *          brightness; empty for none
 * @param width in pixels
 * @param height in pixels
 * @param shown which planes these are
 * @param legend an entry for each map
 * @param pixelSize for the scale bar
 * @param title a line over the image; empty for none
 */
public record SpeciesComposite(List<float[]> fractions, float[] brightness, int width, int height, ShownPlanes shown,
	List<LegendEntry> legend, PixelSize pixelSize, String title)
{

	private static final double FULL = 99;

	/** @throws InputException when maps and legend, or their sizes, do not fit */
	public SpeciesComposite {
		if (fractions.size() != legend.size()) throw new InputException("There are " + fractions.size() +
			" fraction maps and a legend of " + legend.size() + " entries.", "Give one entry for each map.");
		final long size = (long) width * height * shown.count();
		for (int i = 0; i < legend.size(); i++) if (fractions.get(i).length != size) throw new InputException(legend.get(i)
			.name() + ": the fraction map has " + fractions.get(i).length + " pixels, not " + size + ".",
			"Give all maps in the same size.");
		if (brightness.length != 0 && brightness.length != size) throw new InputException("The brightness has " +
			brightness.length + " pixels, not " + size + ".", "Give it in the size of the maps.");
		fractions = List.copyOf(fractions);
		legend = List.copyOf(legend);
	}

	/**
	 * Takes the planes that are shown from all there are.
	 *
	 * @param fractions a map for each species, in raster order (x, y, z)
	 * @param brightness a value for each pixel; empty for none
	 * @param depth number of z planes
	 * @throws InputException when maps and legend, or their sizes, do not fit
	 */
	public SpeciesComposite(final List<float[]> fractions, final float[] brightness, final int width, final int height,
		final int depth, final List<LegendEntry> legend, final PixelSize pixelSize, final String title)
	{
		this(fractions.stream().map(map -> ShownPlanes.of(depth).of(map, depth)).toList(), ShownPlanes.of(depth).of(brightness,
			depth), width, height, ShownPlanes.of(depth), legend, pixelSize, title);
	}

	/** @return the figure, laid out as {@link OverlayMap} */
	public BufferedImage draw() {
		return draw(Lettering.standard());
	}

	/** @return the figure, drawn when it is asked for */
	public Drawing drawing() {
		return new Drawing(this::draw);
	}

	BufferedImage draw(final Lettering lettering) {
		final double full = brightness.length == 0 ? 1 : Stretch.percentiles(brightness, 0, FULL).high();
		final double[][] lights = lights();
		return plate(lettering).draw((x, y, plane, across, down) -> rgb((plane * height + y) * width + x, full, lights),
			Montage.Border.NONE);
	}

	Plate plate(final Lettering lettering) {
		return new Plate(new Montage(width, height, shown), legend, pixelSize, title, lettering);
	}

	/** @return how much red, green and blue light each species gives: three for each */
	private double[][] lights() {
		return legend.stream().map(entry -> entry.ink().colour()).map(colour -> new double[] { linear(colour.getRed()), linear(
			colour.getGreen()), linear(colour.getBlue()) }).toArray(double[][]::new);
	}

	private int rgb(final int pixel, final double full, final double[][] lights) {
		final double dim = brightness.length == 0 ? 1 : full > 0 ? Math.min(1, brightness[pixel] / full) : 0;
		double red = 0;
		double green = 0;
		double blue = 0;
		for (int k = 0; k < lights.length; k++) {
			final double fraction = fractions.get(k)[pixel];
			// a NaN fraction or brightness leaves NaN, which is black
			final double light = Double.isNaN(fraction) ? Double.NaN : Math.min(1, Math.max(0, fraction)) * dim;
			red += light * lights[k][0];
			green += light * lights[k][1];
			blue += light * lights[k][2];
		}
		return encoded(red) << 16 | encoded(green) << 8 | encoded(blue);
	}

	/** sRGB to linear light (IEC 61966-2-1). */
	private static double linear(final int value) {
		final double v = value / 255.0;
		return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
	}

	/** Linear light to sRGB; what is no number or negative is black. */
	private static int encoded(final double light) {
		if (!(light > 0)) return 0;
		final double v = Math.min(1, light);
		return (int) Math.round(255 * (v <= 0.0031308 ? 12.92 * v : 1.055 * Math.pow(v, 1 / 2.4) - 0.055));
	}
}
