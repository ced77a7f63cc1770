// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.prepare;

import java.io.Serializable;

import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.InputException;

/**
 * Normalisation with one E0 and fixed ranges is one linear operator along energy and a division:
 * {@code (y - U V'y) / |d . y|}. It depends on the energies only and so serves every pixel of a stack alike.
 */
public final class NormalizationOperator implements Serializable {

	private static final long serialVersionUID = 1L;

	/** Larch divides by no less than this. */
	private static final double SMALLEST_DIVISOR = 1e-12;

	private final NormalizationMethod method;
	private final NormalizationRanges ranges;
	private final LowRank pre;
	private final LowRank jump;
	private final LowRank background;
	private final double[] step;
	private final double[] divisor;

	private NormalizationOperator(final NormalizationMethod method, final NormalizationRanges ranges, final LowRank pre,
		final LowRank jump, final LowRank background, final double[] divisor)
	{
		this.method = method;
		this.ranges = ranges;
		this.pre = pre;
		this.jump = jump;
		this.background = background;
		this.step = jump.at(ranges.edge());
		this.divisor = divisor;
	}

	/**
	 * @param e0 in eV, inside the energies, used as it is
	 * @param options ranges; its own E0 is not looked at
	 * @throws InputException when E0 is not within the energies
	 */
	public static NormalizationOperator of(final NormalizationMethod method, final EnergyAxis axis, final double e0,
		final Normalization.Options options)
	{
		if (!(e0 >= axis.first() && e0 <= axis.last())) throw new InputException("E0 is " + e0 +
			" eV, and the energies reach from " + EnergyAxis.label(axis.first()) + " to " + EnergyAxis.label(axis.last()) +
			".", "Give an E0 between them, or leave it out to have it found.");
		final double[] energies = axis.toArray();
		final NormalizationRanges ranges = NormalizationRanges.of(axis, e0, options);
		final LowRank pre = LowRank.polynomial(energies, ranges.pre(), ranges.preDegree(), ranges.nvict());
		final LowRank jump = LowRank.polynomial(energies, ranges.post(), ranges.degree(), 0).after(pre);
		final NormalizationMethod resolved = method.resolve(axis, e0);
		final double[] divisor;
		switch (resolved) {
			case LARCH: divisor = jump.at(ranges.edge()); break;
			case AREA: divisor = pre.adjoint(meanAbove(axis, ranges)); break;
			default: divisor = null;
		}
		return new NormalizationOperator(resolved, ranges, pre, jump, resolved == NormalizationMethod.NONE ? LowRank.ZERO
			: pre, divisor);
	}

	/** The functional that averages from E0 to the end of the post-edge range by the trapezium rule. */
	private static double[] meanAbove(final EnergyAxis axis, final NormalizationRanges ranges) {
		final double[] weights = new double[axis.size()];
		final int last = Math.max(axis.nearest(ranges.e0() + ranges.norm2()), Math.min(ranges.edge() + 1, axis.size() - 1));
		final double width = axis.at(last) - axis.at(ranges.edge());
		if (last == ranges.edge()) weights[last] = 1;
		for (int i = ranges.edge(); i < last; i++) {
			final double share = 0.5 * (axis.at(i + 1) - axis.at(i)) / width;
			weights[i] += share;
			weights[i + 1] += share;
		}
		return weights;
	}

	/**
	 * @return the same with the post-edge curve flattened, Larch's {@code flat}: from E0 on its difference from the value
	 *         at E0 is subtracted too
	 * @throws IllegalStateException for other methods than Larch's
	 */
	public NormalizationOperator flattened() {
		if (method != NormalizationMethod.LARCH) throw new IllegalStateException(method.macroValue() + " is not flattened");
		return new NormalizationOperator(method, ranges, pre, jump, background.plus(jump.bentFrom(ranges.edge())), divisor);
	}

	/** @return the method, never {@link NormalizationMethod#AUTO} */
	public NormalizationMethod method() {
		return method;
	}

	public NormalizationRanges ranges() {
		return ranges;
	}

	/** @return the normalised spectrum of values on the operator's energies */
	public double[] apply(final double[] spectrum) {
		final double[] normalized = background.apply(spectrum);
		final double by = divisor(spectrum);
		for (int e = 0; e < normalized.length; e++) normalized[e] = (spectrum[e] - normalized[e]) / by;
		return normalized;
	}

	/** @return {@code |post - pre|} at the energy nearest E0, whatever the method divides by */
	public double edgeStep(final double[] spectrum) {
		return Math.max(SMALLEST_DIVISOR, Math.abs(LowRank.dot(step, spectrum)));
	}

	/** @return what {@link #apply} divides by: the edge step, the mean above the edge, or 1 */
	public double divisor(final double[] spectrum) {
		return divisor == null ? 1 : Math.max(SMALLEST_DIVISOR, Math.abs(LowRank.dot(divisor, spectrum)));
	}

	/** @return {@link #divisor} with its sign, linear in the spectrum; 1 when nothing is divided */
	public double signedDivisor(final double[] spectrum) {
		return divisor == null ? 1 : LowRank.dot(divisor, spectrum);
	}

	/** @return the pre-edge curve at all energies */
	public double[] preEdge(final double[] spectrum) {
		return pre.apply(spectrum);
	}

	/** @return the post-edge curve at all energies */
	public double[] postEdge(final double[] spectrum) {
		final double[] post = pre.apply(spectrum);
		final double[] difference = jump.apply(spectrum);
		for (int e = 0; e < post.length; e++) post[e] += difference[e];
		return post;
	}

	/**
	 * How the normalised values answer to small changes of the measured ones, to carry noise through: covariance
	 * {@code J C J'}.
	 *
	 * @param spectrum where it is taken
	 * @return {@code J[i][j]}: the derivative of normalised value i by measured value j
	 */
	public double[][] jacobian(final double[] spectrum) {
		final int n = spectrum.length;
		final double[] normalized = apply(spectrum);
		final double by = divisor(spectrum);
		final double sign = divisor == null ? 0 : Math.signum(LowRank.dot(divisor, spectrum));
		final double[][] jacobian = new double[n][n];
		for (int i = 0; i < n; i++) {
			final double[] fitted = background.rows().length == 0 ? new double[n] : background.at(i);
			for (int j = 0; j < n; j++) {
				jacobian[i][j] = ((i == j ? 1 : 0) - fitted[j]) / by;
				if (divisor != null) jacobian[i][j] -= normalized[i] * sign * divisor[j] / by;
			}
		}
		return jacobian;
	}

	LowRank background() {
		return background;
	}

	double[] stepFunctional() {
		return step;
	}

	/** @return null when nothing is divided */
	double[] divisorFunctional() {
		return divisor;
	}
}
