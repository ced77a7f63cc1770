// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.awt.image.ColorModel;
import java.util.List;

/** The images of TIFF files as an ImageJ stack that reads each slice when it is looked at. */
final class TiffSlices extends OnDemandStack {

	TiffSlices(final TiffPlanes planes, final List<String> labels, final ColorModel colours) {
		super(planes.width(), planes.height(), planes.sample().bitDepth(), labels, colours, slice -> pixels(planes, slice));
	}

	private static Object pixels(final TiffPlanes planes, final int slice) {
		try (TiffReader reader = new TiffReader(planes, CalibrationTable.NONE)) {
			return reader.pixels(slice);
		}
	}
}
