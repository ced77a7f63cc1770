// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.util.Optional;

import org.xanesj.stack.SpectraSource;

/** A virtual ImageJ stack that knows a shorter way to its values than by whole slices. */
interface SpectraStack {

	/** @return empty when the slices no longer lie as they did */
	Optional<SpectraSource> spectra(SliceLayout layout, CalibrationTable calibration);
}
