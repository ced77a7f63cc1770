// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.edge;

/**
 * The oxidation state of every pixel; NaN where its energy is not known or lies beyond the references.
 *
 * @param states of the pixels
 * @param errors one standard error, all included
 * @param fromNoise the part of it that differs between pixels by chance
 * @param beyond how many pixels have an energy and no state
 */
public record StateMaps(float[] states, float[] errors, float[] fromNoise, long beyond) {

	/** @param quantity index of the energy that is calibrated */
	public static StateMaps of(final EdgeMaps maps, final int quantity, final StateCalibration calibration) {
		final int pixels = maps.values()[quantity].length;
		final float[] states = new float[pixels], errors = new float[pixels], fromNoise = new float[pixels];
		long known = 0;
		for (int p = 0; p < pixels; p++) {
			final StateCalibration.Prediction found = calibration.of(maps.values()[quantity][p], maps.errors()[quantity][p]);
			states[p] = (float) found.state();
			errors[p] = (float) found.error();
			fromNoise[p] = (float) found.fromNoise();
			if (Double.isFinite(found.state())) known++;
		}
		return new StateMaps(states, errors, fromNoise, maps.found(quantity) - known);
	}
}
