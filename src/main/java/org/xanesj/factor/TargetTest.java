// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.factor;

import java.util.Arrays;

/**
 * Whether a reference lies in the space that the components span. Formulas: E. R. Malinowski, Anal. Chim. Acta 103,
 * 339 (1978), and Factor Analysis in Chemistry (3rd ed., 2002). SPOIL knows no error of the reference and grows with the
 * number of pixels: a true one off by 0.1 eV may get 6 at high counts, so a verdict never removes a reference.
 *
 * @param reference its name
 * @param spoil RET/REP, 0 when RET is
 * @param aet apparent error in the target: rms of target minus its projection
 * @param rep real error in the predicted vector: RE·‖t‖
 * @param ret real error in the target: sqrt(AET² - REP²), 0 when that is negative
 * @param rFactor sum of squares of target minus projection over that of the target
 * @param chiSquare sum of squares of target minus projection
 * @param target x, as it was tested
 * @param projection of it onto the components
 */
public record TargetTest(String reference, double spoil, double aet, double rep, double ret, double rFactor,
	double chiSquare, double[] target, double[] projection)
{

	/**
	 * The scale is free.
	 *
	 * @param x the reference in the coordinates of the spectra that were factored, c values
	 * @param components n, how many of the factors to use
	 */
	public static TargetTest of(final String reference, final double[] x, final Pca pca, final int components) {
		return of(reference, x, amounts(x, pca, components), pca);
	}

	/**
	 * The scale is fixed: of all vectors in the space of the components the nearest one whose product with a step is that
	 * of the reference, by a multiplier of Lagrange: {@code t0 + s·(h'x - h'U t0)/(s's)}, s = U'h, where t0 is that of the
	 * free scale. When the components hold nothing of the step, no multiple fits, and it is as with a free scale.
	 *
	 * @param step h, an edge of height 1 in the same coordinates
	 */
	public static TargetTest ofFixedScale(final String reference, final double[] x, final double[] step, final Pca pca,
		final int components)
	{
		final double[] amounts = amounts(x, pca, components);
		final double[] ofStep = amounts(step, pca, components);
		final double squares = dot(ofStep, ofStep);
		final double missing = dot(step, x) - dot(ofStep, amounts);
		if (squares > 0) for (int k = 0; k < components; k++) amounts[k] += ofStep[k] * missing / squares;
		return of(reference, x, amounts, pca);
	}

	/** @return U'x, for the first n factors */
	private static double[] amounts(final double[] x, final Pca pca, final int components) {
		return Arrays.stream(pca.factors(components)).mapToDouble(u -> dot(u, x)).toArray();
	}

	private static TargetTest of(final String reference, final double[] x, final double[] amounts, final Pca pca) {
		final double[] projection = new double[x.length];
		double t2 = 0;
		for (int k = 0; k < amounts.length; k++) {
			final double[] u = pca.vectors()[k];
			for (int i = 0; i < x.length; i++) projection[i] += amounts[k] * u[i];
			t2 += amounts[k] * amounts[k] / pca.indicators().get(k).eigenvalue();
		}
		double squares = 0;
		for (int i = 0; i < x.length; i++) squares += (projection[i] - x[i]) * (projection[i] - x[i]);
		final double aet = Math.sqrt(squares / x.length);
		final double rep = pca.indicators().get(amounts.length - 1).re() * Math.sqrt(t2);
		final double ret = Math.sqrt(Math.max(0, aet * aet - rep * rep));
		return new TargetTest(reference, ret == 0 ? 0 : ret / rep, aet, rep, ret, squares / dot(x, x), squares, x, projection);
	}

	private static double dot(final double[] a, final double[] b) {
		double sum = 0;
		for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
		return sum;
	}

	/** @return Malinowski's word for this SPOIL; {@code undecided} when the spectra are too few to show an error */
	public String verdict() {
		if (Double.isNaN(spoil)) return "undecided";
		if (spoil < 1.5) return "excellent";
		if (spoil < 3) return "good";
		if (spoil < 4.5) return "fair";
		return spoil < 6 ? "poor" : "rejected";
	}
}
