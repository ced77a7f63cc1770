// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

import org.xanesj.stack.PixelSize;

/**
 * The size of a pixel from the positions at which pixels were measured.
 *
 * @param size in µm, or {@link PixelSize#UNKNOWN}
 * @param notes what was assumed
 */
record PixelGrid(PixelSize size, List<String> notes) {

	/** Steps that differ by more than this from their mean are said: the picture of such a scan is distorted. */
	private static final double UNEVEN = 0.1;

	/**
	 * @param x positions of the columns; null when the file has none
	 * @param y positions of the rows; null when the file has none
	 * @param unitX as written in the file; empty when it has none
	 * @param unitY as written in the file
	 * @param source the file's name, for notes
	 */
	static PixelGrid of(final double[] x, final double[] y, final String unitX, final String unitY,
		final String source)
	{
		final List<String> notes = new ArrayList<>();
		if (x == null || y == null) return new PixelGrid(PixelSize.UNKNOWN, notes);
		final double stepX = step(x), stepY = step(y);
		final OptionalDouble micronsX = microns(unitX), micronsY = microns(unitY);
		if (!(stepX + stepY > 0) || Double.isInfinite(stepX + stepY)) {
			notes.add(source + ": the positions of the pixels do not advance; the pixel size is not known.");
			return new PixelGrid(PixelSize.UNKNOWN, notes);
		}
		if (micronsX.isEmpty() || micronsY.isEmpty()) {
			notes.add(String.format(Locale.ROOT,
				"%s: the positions (steps of %.4g and %.4g) have %s; the pixel size is not known.", source, stepX,
				stepY, (unitX + unitY).isBlank() ? "no unit" : "the unit '" + unitX + "', '" + unitY + "'"));
			return new PixelGrid(PixelSize.UNKNOWN, notes);
		}
		if (uneven(x, stepX) || uneven(y, stepY))
			notes.add(source +
				": the positions of the pixels are not evenly spaced; the mean step is the pixel size.");
		// A single column or row has no step of its own: pixels are then taken as square.
		final double width = rounded((stepX > 0 ? stepX : stepY) * micronsX.getAsDouble());
		final double height = rounded((stepY > 0 ? stepY : stepX) * micronsY.getAsDouble());
		return new PixelGrid(PixelSize.of(width, height, "µm"), notes);
	}

	/**
	 * @param z positions of the planes; null when the file has none
	 * @param unit as written in the file
	 * @return the size with the distance of the planes, where that and the size in the plane are known
	 */
	PixelSize withPlanes(final double[] z, final String unit) {
		final double step = z == null ? 0 : step(z);
		final OptionalDouble microns = microns(unit);
		return size.isKnown() && step > 0 && Double.isFinite(step) && microns.isPresent() ? new PixelSize(size.x(), size.y(),
			rounded(step * microns.getAsDouble()), size.unit()) : size;
	}

	private static double step(final double[] positions) {
		final int n = positions.length;
		return n < 2 ? 0 : Math.abs(positions[n - 1] - positions[0]) / (n - 1);
	}

	private static boolean uneven(final double[] positions, final double step) {
		for (int i = 1; i < positions.length; i++)
			if (Math.abs(Math.abs(positions[i] - positions[i - 1]) - step) > UNEVEN * step) return true;
		return false;
	}

	/** Positions such as -4736.602 leave binary dust in their differences: nine digits are kept. */
	private static double rounded(final double size) {
		return Double.parseDouble(String.format(Locale.ROOT, "%.8e", size));
	}

	private static OptionalDouble microns(final String unit) {
		switch (unit.strip().toLowerCase(Locale.ROOT)) {
			case "um": case "µm": case "μm": case "âµm": case "micron": case "microns": case "micrometer":
			case "micrometers": case "micrometre": case "micrometres":
				return OptionalDouble.of(1);
			case "nm": case "nanometer": case "nanometers": case "nanometre":
				return OptionalDouble.of(1e-3);
			case "mm": case "millimeter": case "millimeters": case "millimetre":
				return OptionalDouble.of(1e3);
			case "cm":
				return OptionalDouble.of(1e4);
			case "m": case "meter": case "metre":
				return OptionalDouble.of(1e6);
			default:
				return OptionalDouble.empty();
		}
	}
}
