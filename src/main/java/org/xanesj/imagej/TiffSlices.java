// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.awt.image.ColorModel;
import java.util.List;
import java.util.Optional;

import org.xanesj.stack.SpectraSource;

/** The images of TIFF files as an ImageJ stack that reads each slice when it is looked at. */
final class TiffSlices extends OnDemandStack implements SpectraStack {

	private final TiffPlanes planes;

	TiffSlices(final TiffPlanes planes, final List<String> labels, final ColorModel colours) {
		super(planes.width(), planes.height(), planes.sample().bitDepth(), labels, colours, slice -> pixels(planes, slice));
		this.planes = planes;
	}

	private static Object pixels(final TiffPlanes planes, final int slice) {
		try (TiffReader reader = new TiffReader(planes, CalibrationTable.NONE)) {
			return reader.pixels(slice);
		}
	}

	@Override
	public Optional<SpectraSource> spectra(final SliceLayout layout, final CalibrationTable calibration) {
		return Optional.of(TiffSpectra.of(planes, layout, calibration, slice -> original(slice)));
	}
}
