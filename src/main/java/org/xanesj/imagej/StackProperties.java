// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import ij.ImagePlus;
import ij.measure.Calibration;

import org.xanesj.stack.PixelSize;
import org.xanesj.stack.Signal;
import org.xanesj.stack.StackInfo;

/**
 * What is known of a stack besides its energies, as properties of an ImageJ image. They are copied along blindly by
 * ImageJ, so each is checked when it is read.
 */
final class StackProperties {

	private static final String ELEMENT = "xanes.element";
	private static final String EDGE = "xanes.edge";
	private static final String SIGNAL = "xanes.signal";
	private static final String SOURCE = "xanes.source";
	private static final String NOTES = "xanes.notes";
	private static final String PIXEL_SIZE = "xanes.pixelSize";

	private static final Pattern SYMBOL = Pattern.compile("[A-Z][a-z]?");
	private static final Pattern SHELL = Pattern.compile("[KLMN][1-7]?(,[1-7])*");

	/** A TIFF holds pixels per unit in steps of this, and ImageJ rounds down. */
	private static final double TIFF_STEP = 1.5e-6;

	private StackProperties() {}

	static void write(final StackInfo info, final ImagePlus imp) {
		imp.setProp(ELEMENT, info.element());
		imp.setProp(EDGE, info.edge());
		imp.setProp(SIGNAL, info.signal() == Signal.UNKNOWN ? null : info.signal().name());
		imp.setProp(SOURCE, info.name());
		imp.setProp(NOTES, String.join("\n", info.notes()));
		final PixelSize size = info.pixelSize();
		if (!size.isKnown()) return;
		imp.setProp(PIXEL_SIZE, size.x() + " " + size.y() + " " + size.z() + " " + size.unit());
		final Calibration calibration = imp.getLocalCalibration();
		calibration.pixelWidth = size.x();
		calibration.pixelHeight = size.y();
		calibration.pixelDepth = size.z();
		calibration.setUnit(size.unit());
	}

	/** @param depth number of z planes: in two dimensions ImageJ's voxel depth means nothing */
	static StackInfo read(final ImagePlus imp, final int depth) {
		final List<String> notes = new ArrayList<>();
		final String earlier = text(imp, NOTES);
		if (!earlier.isEmpty()) notes.addAll(earlier.lines().toList());
		final String source = text(imp, SOURCE);
		final String origin = " was made from " + source + ".";
		if (!source.isEmpty() && !source.equals(imp.getTitle()) && notes.stream().noneMatch(n -> n.endsWith(origin)))
			notes.add(imp.getTitle() + origin);
		return new StackInfo(imp.getTitle(), pixelSize(imp, depth), signal(imp, notes), checked(imp, ELEMENT, SYMBOL, notes),
			checked(imp, EDGE, SHELL, notes), notes);
	}

	private static String checked(final ImagePlus imp, final String key, final Pattern allowed, final List<String> notes) {
		final String value = text(imp, key);
		if (value.isEmpty() || allowed.matcher(value).matches()) return value;
		notes.add(imp.getTitle() + ": the property " + key + " is '" + value + "' and was ignored.");
		return "";
	}

	private static Signal signal(final ImagePlus imp, final List<String> notes) {
		final String name = text(imp, SIGNAL);
		for (final Signal signal : Signal.values()) if (signal.name().equals(name)) return signal;
		if (!name.isEmpty()) notes.add(imp.getTitle() + ": the property " + SIGNAL + " is '" + name + "' and was ignored.");
		return Signal.UNKNOWN;
	}

	private static PixelSize pixelSize(final ImagePlus imp, final int depth) {
		final Calibration shown = imp.getCalibration();
		final PixelSize size = LengthUnit.size(shown.pixelWidth, shown.pixelHeight, depth == 1 ? 1 : shown.pixelDepth, shown
			.getUnit());
		final String[] exact = text(imp, PIXEL_SIZE).split(" ", 4);
		if (exact.length < 4 || !exact[3].equals(size.unit())) return size;
		try {
			final double x = Double.parseDouble(exact[0]);
			final double y = Double.parseDouble(exact[1]);
			return same(x, size.x()) && same(y, size.y()) ? new PixelSize(x, y, size.z(), size.unit()) : size;
		}
		catch (final NumberFormatException e) {
			return size;
		}
	}

	/** Whether {@code shown} may be {@code exact} after a TIFF file has rounded it: the image was not rescaled since. */
	private static boolean same(final double exact, final double shown) {
		return Math.abs(1 / exact - 1 / shown) <= TIFF_STEP * Math.max(1, 1 / exact);
	}

	private static String text(final ImagePlus imp, final String key) {
		final String value = imp.getProp(key);
		return value == null ? "" : value;
	}
}
