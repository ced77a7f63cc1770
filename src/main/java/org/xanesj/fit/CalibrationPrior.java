// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import java.util.stream.IntStream;

import org.xanesj.stack.InputException;

/**
 * How far the references may be off, before the data are looked at: Gaussians about {@link Calibration#NONE}, with
 * these standard deviations. A reference may also be the broader of the two, or the one that absorbs its own
 * fluorescence, so that below zero is as probable as above. What is 0 is not doubted.
 *
 * @param shift in eV
 * @param broadening in eV: its square is the standard deviation of the variance that a Gaussian adds
 * @param selfAbsorption of s
 */
public record CalibrationPrior(double shift, double broadening, double selfAbsorption) {

	/** The references are as they would be measured with the data. */
	public static final CalibrationPrior NONE = new CalibrationPrior(0, 0, 0);

	/** What references from another beamline and another day are off by. */
	public static final CalibrationPrior DEFAULT = new CalibrationPrior(0.3, 0.7, 0.2);

	/** @throws InputException when one is negative or no number */
	public CalibrationPrior {
		for (final double one : new double[] { shift, broadening, selfAbsorption })
			if (!(one >= 0) || Double.isInfinite(one)) throw new InputException("The references may be off by " + one + ".",
				"Give standard deviations that are not negative, 0 for what is not doubted.");
	}

	/** @return standard deviations of shift (eV), variance (eV²) and s */
	private double[] deviations() {
		return new double[] { shift, broadening * broadening, selfAbsorption };
	}

	/** @return which of shift, variance and s are doubted, by number */
	int[] doubted() {
		return IntStream.range(0, 3).filter(i -> deviations()[i] > 0).toArray();
	}

	/** @return one over the variance of each that is doubted */
	double[] precisions() {
		return IntStream.of(doubted()).mapToDouble(i -> 1 / (deviations()[i] * deviations()[i])).toArray();
	}
}
