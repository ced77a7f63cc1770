// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import java.util.Arrays;
import java.util.stream.Stream;

/**
 * How far the fits of a block's pixels stay from the data, without a second look at these: for A = QR,
 * ‖y − A·a‖² = ‖y‖² − ‖Qᵀy‖² + ‖Qᵀy − R·a‖². The difference is taken in doubles: rounding puts less than 1e-14 ‖y‖² into
 * it, which changes a chi-square by 1e-6 where the noise is a ten thousandth of the data, and shows only where it is less
 * than a millionth: what data in floats can hardly tell. Not for two threads at once.
 */
final class BlockMisfit {

	/** Of each pixel, the sum of squares of its weighted data that neither references nor smooth misfits reach. */
	final double[] outside;

	/** Of each pixel, the sum of its squared weighted residuals. */
	final double[] chiSquare;

	/** Of each pixel, sums of squares without weights: of its data less the line, and of its residuals. */
	final double[] size;
	final double[] misfit;

	private final Design design;
	private final int lines;
	private final int references;
	private final ThinQr weighted;

	/** The line and the references without weights, and where what is projected on them begins. */
	private final ThinQr plain;
	private final int first;

	private final double[][] line;
	private final double[] left;

	/** @param pixels the most in a block */
	BlockMisfit(final Design design, final int pixels) {
		this.design = design;
		lines = design.line().length;
		references = design.columns().length;
		weighted = design.qr();
		plain = design.isWeighted() ? new ThinQr(joined(design.line(), design.columns())) : weighted;
		first = design.isWeighted() ? weighted.q.length : 0;
		outside = new double[pixels];
		chiSquare = new double[pixels];
		size = new double[pixels];
		misfit = new double[pixels];
		line = new double[lines][pixels];
		left = new double[pixels];
	}

	private static double[][] joined(final double[][] some, final double[][] others) {
		return Stream.of(some, others).flatMap(Stream::of).toArray(double[][]::new);
	}

	/** @return on what data are to be projected: {@link Design#projector()} first */
	double[][] vectors() {
		return design.isWeighted() ? joined(design.projector(), plain.q) : design.projector();
	}

	/** @return the weights of squared data that are to be summed */
	double[][] weights() {
		final double[] ones = new double[design.weights().length];
		Arrays.fill(ones, 1);
		return design.isWeighted() ? new double[][] { design.weighted(design.weights()), ones } : new double[][] { ones };
	}

	/**
	 * @param projected the products with {@link #vectors()} x pixels
	 * @param lengths the sums for {@link #weights()} x pixels
	 * @param amounts references x pixels
	 */
	void sum(final double[][] projected, final double[][] lengths, final double[][] amounts, final int n) {
		sumWeighted(projected, lengths[0], amounts, n);
		solveLine(projected, amounts, n);
		sumPlain(Arrays.copyOfRange(projected, first, first + lines + references), lengths[lengths.length - 1], amounts, n);
	}

	/** The line is free: nothing along it is left. */
	private void sumWeighted(final double[][] projected, final double[] length, final double[][] amounts, final int n) {
		setOutside(outside, length, Arrays.copyOf(projected, weighted.q.length), n);
		System.arraycopy(outside, 0, chiSquare, 0, n);
		for (int k = lines; k < weighted.q.length; k++) {
			System.arraycopy(projected[k], 0, left, 0, n);
			subtract(weighted.r[k], amounts, k - lines, lines, n);
			FusedSums.addSquares(chiSquare, 1, left, 0, n);
		}
	}

	/** Back substitution in the rows of R that belong to the line. */
	private void solveLine(final double[][] projected, final double[][] amounts, final int n) {
		for (int l = lines - 1; l >= 0; l--) {
			final double[] r = weighted.r[l];
			System.arraycopy(projected[l], 0, left, 0, n);
			subtract(r, amounts, 0, lines, n);
			subtract(r, line, l + 1, 0, n);
			Arrays.fill(line[l], 0, n, 0);
			if (r[l] != 0) FusedSums.add(line[l], 1 / r[l], left, 0, n);
		}
	}

	private void sumPlain(final double[][] projected, final double[] length, final double[][] amounts, final int n) {
		setOutside(size, length, projected, n);
		System.arraycopy(size, 0, misfit, 0, n);
		for (int k = 0; k < projected.length; k++) {
			System.arraycopy(projected[k], 0, left, 0, n);
			subtract(plain.r[k], line, k, 0, n);
			FusedSums.addSquares(size, 1, left, 0, n);
			subtract(plain.r[k], amounts, Math.max(0, k - lines), lines, n);
			FusedSums.addSquares(misfit, 1, left, 0, n);
		}
	}

	private static void setOutside(final double[] outside, final double[] length, final double[][] projected,
		final int n)
	{
		System.arraycopy(length, 0, outside, 0, n);
		for (final double[] along : projected) FusedSums.addSquares(outside, -1, along, 0, n);
		for (int i = 0; i < n; i++) outside[i] = Math.max(0, outside[i]);
	}

	/** Takes off what is left the parts from number {@code from} on, times a row of R that begins at {@code column}. */
	private void subtract(final double[] r, final double[][] parts, final int from, final int column, final int n) {
		for (int j = from; j < parts.length; j++) FusedSums.add(left, -r[column + j], parts[j], 0, n);
	}
}
