// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

/**
 * What tells fits with different numbers of references apart, besides chi-square.
 *
 * @param aicc Akaike's information criterion, corrected for few points (Hurvich and Tsai, Biometrika 76, 297 (1989);
 *          Burnham and Anderson, Model Selection and Multimodel Inference, 2002, ch. 2): N ln(chi²/N) + 2K +
 *          2K(K + 1)/(N − K − 1), K the fitted numbers and one for the size of the noise; smaller is better, only
 *          differences between fits of one spectrum mean something; NaN with too few points
 * @param leaveOneOut mean squared error, in units of the noise that was given, with which each energy is predicted by
 *          the fit of all others: PRESS/N (Allen, Technometrics 16, 125 (1974)), from the residuals r and the leverages h
 *          of the one fit as the mean of (r/(1 − h))². The references at zero stay there; NaN when an energy is needed
 * @param collinearity of the references in this fit
 */
public record Diagnostics(double aicc, double leaveOneOut, Collinearity collinearity) {

	/** Less than this of an energy's own weight left is rounding: without it the fit has no answer. */
	private static final double NEEDED = 1e-9;

	static Diagnostics of(final Design design, final CombinationFit fit) {
		return new Diagnostics(aicc(fit.chiSquare(), fit.points(), fit.variables() + 1), leaveOneOut(design, fit),
			Collinearity.of(design));
	}

	private static double aicc(final double chiSquare, final int n, final int k) {
		return n - k - 1 > 0 ? n * Math.log(chiSquare / n) + 2 * k + 2.0 * k * (k + 1) / (n - k - 1) : Double.NaN;
	}

	private static double leaveOneOut(final Design design, final CombinationFit fit) {
		final double[][] q = new ThinQr(Directions.of(design, fit)).q;
		final double[] residual = design.weighted(fit.residual());
		double press = 0;
		for (int e = 0; e < residual.length; e++) {
			double left = 1;
			for (final double[] direction : q) left -= direction[e] * direction[e];
			if (left < NEEDED) return Double.NaN;
			press += residual[e] / left * (residual[e] / left);
		}
		return press / residual.length;
	}
}
