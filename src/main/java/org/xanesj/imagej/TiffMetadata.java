// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.util.Properties;

import ij.ImagePlus;
import ij.Prefs;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.io.FileInfo;
import ij.io.FileOpener;
import ij.io.RoiDecoder;
import ij.measure.Calibration;

/**
 * What a TIFF file says besides its pixels, put on the image as ImageJ does when it opens one, but for the question
 * whether the global calibration should be kept: that is the business of File &gt; Open.
 */
final class TiffMetadata {

	/** Below these sizes a pixel "in cm" is one of a microscope. */
	private static final double MICROSCOPE_CM = 0.001;

	private TiffMetadata() {}

	static void apply(final FileInfo fi, final ImagePlus imp) {
		final String name = fi.fileName;
		final Properties description = new FileOpener(fi).decodeDescriptionString(fi);
		fi.fileName = name;
		final Properties said = description == null ? new Properties() : description;
		if (fi.properties != null && fi.properties.length % 2 == 0) imp.setProperties(fi.properties);
		if (fi.info != null) imp.setProperty("Info", fi.info);
		imp.setFileInfo(fi);
		calibrate(fi, said, imp.getLocalCalibration());
		dimension(said, imp);
		display(said, imp);
		if (fi.roi != null) imp.setRoi(roi(fi.roi));
		if (fi.overlay != null) overlay(fi, imp);
	}

	private static void calibrate(final FileInfo fi, final Properties said, final Calibration calibration) {
		if (fi.fileType == FileInfo.GRAY16_SIGNED) calibration.setSigned16BitCalibration();
		if (fi.pixelWidth > 0 && fi.pixelHeight > 0 && fi.unit != null) {
			final double scale = Prefs.convertToMicrons && fi.unit.equals("cm") && fi.pixelWidth <= MICROSCOPE_CM ? 1e4 : 1;
			calibration.pixelWidth = fi.pixelWidth * scale;
			calibration.pixelHeight = fi.pixelHeight * scale;
			calibration.pixelDepth = fi.pixelDepth == 1 ? 1 : fi.pixelDepth * scale;
			calibration.setUnit(scale == 1 ? fi.unit : "\u00B5m");
		}
		final int function = fi.calibrationFunction;
		final boolean fitted = function >= Calibration.STRAIGHT_LINE && function <= Calibration.EXP_RECOVERY &&
			fi.coefficients != null;
		if (fi.valueUnit != null && (fitted || function == Calibration.UNCALIBRATED_OD)) calibration.setFunction(function,
			fi.coefficients, fi.valueUnit, "true".equals(said.getProperty("zeroclip")));
		else if (fi.valueUnit != null) calibration.setValueUnit(fi.valueUnit);
		calibration.frameInterval = number(said, "finterval", fi.frameInterval);
		calibration.xOrigin = number(said, "xorigin", 0);
		calibration.yOrigin = number(said, "yorigin", 0);
		calibration.zOrigin = number(said, "zorigin", 0);
		calibration.setYUnit(said.getProperty("yunit"));
		calibration.setZUnit(said.getProperty("zunit"));
	}

	private static void dimension(final Properties said, final ImagePlus imp) {
		final double c = number(said, "channels", 1);
		final double z = number(said, "slices", 1);
		final double t = number(said, "frames", 1);
		if (c * z * t != imp.getStackSize()) return;
		imp.setDimensions((int) c, (int) z, (int) t);
		imp.setOpenAsHyperStack("true".equals(said.getProperty("hyperstack")));
	}

	private static void display(final Properties said, final ImagePlus imp) {
		final double min = number(said, "min", 0);
		final double max = number(said, "max", 0);
		if (min != max) imp.setDisplayRange(min, max);
		else imp.resetDisplayRange();
	}

	private static void overlay(final FileInfo fi, final ImagePlus imp) {
		final Overlay overlay = new Overlay();
		for (final byte[] bytes : fi.overlay) {
			final Roi roi = roi(bytes);
			if (roi != null) overlay.add(roi);
		}
		if (overlay.size() > 0) imp.setOverlay(overlay);
	}

	/** A damaged selection costs the selection, not the image; ImageJ asks for whatever length stands there, at once. */
	private static Roi roi(final byte[] bytes) {
		try {
			return RoiDecoder.openFromByteArray(bytes);
		}
		catch (final RuntimeException | OutOfMemoryError e) {
			return null;
		}
	}

	private static double number(final Properties said, final String key, final double otherwise) {
		try {
			return Double.parseDouble(said.getProperty(key, "x"));
		}
		catch (final NumberFormatException e) {
			return otherwise;
		}
	}
}
