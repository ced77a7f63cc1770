// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import java.util.Objects;

/**
 * How spectra are fitted by references.
 *
 * @param way with a free line under measured absorption, or on normalised absorption
 * @param constraint on the fractions
 * @param window the energies that are fitted
 * @param noise of the data that is fitted
 * @param interpolation how references are put on the data's energies
 */
public record FitOptions(FitWay way, Constraint constraint, FitWindow window, Noise noise,
	Interpolation interpolation)
{

	/** Shares of the edge step, none negative, over a free line, at all energies, with equal noise. */
	public static final FitOptions DEFAULT = new FitOptions(FitWay.BASELINE, Constraint.NON_NEGATIVE_SUM_TO_ONE,
		FitWindow.ALL, Noise.EQUAL, Interpolation.LINEAR);

	public FitOptions {
		Objects.requireNonNull(way);
		Objects.requireNonNull(constraint);
		Objects.requireNonNull(window);
		Objects.requireNonNull(noise);
		Objects.requireNonNull(interpolation);
	}

	public FitOptions with(final FitWay other) {
		return new FitOptions(other, constraint, window, noise, interpolation);
	}

	public FitOptions with(final Constraint other) {
		return new FitOptions(way, other, window, noise, interpolation);
	}

	public FitOptions with(final FitWindow other) {
		return new FitOptions(way, constraint, other, noise, interpolation);
	}

	public FitOptions with(final Noise other) {
		return new FitOptions(way, constraint, window, other, interpolation);
	}

	public FitOptions with(final Interpolation other) {
		return new FitOptions(way, constraint, window, noise, other);
	}
}
