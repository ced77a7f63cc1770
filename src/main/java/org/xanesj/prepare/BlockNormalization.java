// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.prepare;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.xanesj.block.BlockTask;
import org.xanesj.block.PixelBlock;
import org.xanesj.block.Projector;

/**
 * Normalises the spectra of a block. Sums are made in double precision, because a background many times the edge step
 * is subtracted; values are widened and narrowed in loops of their own, which leaves the others to vector instructions.
 */
final class BlockNormalization implements BlockTask<BlockNormalization.Part> {

	private static final long serialVersionUID = 1L;

	/** An edge step below this share of a pixel's largest value is rounding of single precision, not absorption. */
	private static final double RESOLUTION = 1e-6;

	/**
	 * @param rows the normalised spectra, energies x pixels
	 * @param edgeStep of each pixel
	 * @param unusable how many pixels are NaN
	 */
	record Part(float[][] rows, float[] edgeStep, long unusable) implements Serializable {}

	private final double[][] columns;
	private final Projector functionals;

	/** Which of the functionals gives the divisor; -1 when nothing is divided. */
	private final int divisor;

	BlockNormalization(final NormalizationOperator operator) {
		columns = operator.background().columns();
		final List<double[]> rows = new ArrayList<>(List.of(operator.background().rows()));
		rows.add(operator.stepFunctional());
		final boolean byStep = Arrays.equals(operator.stepFunctional(), operator.divisorFunctional());
		if (!byStep && operator.divisorFunctional() != null) rows.add(operator.divisorFunctional());
		divisor = operator.divisorFunctional() == null ? -1 : rows.size() - 1;
		functionals = new Projector(rows.toArray(double[][]::new));
	}

	@Override
	public Part apply(final PixelBlock block) {
		return write(block, new float[block.energies()][block.size()]);
	}

	/** @param rows take the normalised spectra; may be the block's own */
	Part write(final PixelBlock block, final float[][] rows) {
		final int pixels = block.size();
		final double[][] found = functionals.apply(block);
		final float[] largest = largest(block);
		final double[] factor = divisor < 0 ? finite(largest) : inverse(found[divisor], largest);
		final double[][] amounts = scaled(found, factor);
		final double[] wide = new double[pixels];
		for (int e = 0; e < rows.length; e++) {
			widen(block.row(e), wide);
			subtract(wide, factor, weight(0, e), amounts[0], weight(1, e), amounts[1]);
			for (int k = 2; k < amounts.length; k += 2)
				subtract(wide, weight(k, e), amounts[k], weight(k + 1, e), amounts[k + 1]);
			narrow(wide, rows[e]);
		}
		final float[] steps = new float[pixels];
		long unusable = 0;
		for (int p = 0; p < pixels; p++) {
			steps[p] = Float.isFinite(largest[p]) ? (float) Math.abs(found[columns.length][p]) : Float.NaN;
			if (Double.isNaN(factor[p])) unusable++;
		}
		return new Part(rows, steps, unusable);
	}

	/** @return the largest size of a value of each spectrum; NaN is larger than anything */
	private static float[] largest(final PixelBlock block) {
		final float[] largest = new float[block.size()];
		for (int e = 0; e < block.energies(); e++) raise(largest, block.row(e));
		return largest;
	}

	private static void raise(final float[] largest, final float[] row) {
		for (int p = 0; p < largest.length; p++) largest[p] = Math.max(largest[p], Math.abs(row[p]));
	}

	private static double[] inverse(final double[] divisor, final float[] largest) {
		final double[] inverse = new double[divisor.length];
		for (int p = 0; p < inverse.length; p++) {
			final boolean usable = Float.isFinite(largest[p]) && Math.abs(divisor[p]) > RESOLUTION * largest[p];
			inverse[p] = usable ? 1 / Math.abs(divisor[p]) : Double.NaN;
		}
		return inverse;
	}

	private static double[] finite(final float[] largest) {
		final double[] one = new double[largest.length];
		for (int p = 0; p < one.length; p++) one[p] = Float.isFinite(largest[p]) ? 1 : Double.NaN;
		return one;
	}

	/** @return the amounts of the background's columns over the divisor; at least two and an even number, the rest 0 */
	private double[][] scaled(final double[][] amounts, final double[] factor) {
		final double[][] scaled = new double[Math.max(2, columns.length + 1 & ~1)][factor.length];
		for (int k = 0; k < columns.length; k++)
			for (int p = 0; p < factor.length; p++) scaled[k][p] = amounts[k][p] * factor[p];
		return scaled;
	}

	private double weight(final int column, final int energy) {
		return column < columns.length ? columns[column][energy] : 0;
	}

	private static void widen(final float[] row, final double[] wide) {
		for (int p = 0; p < wide.length; p++) wide[p] = row[p];
	}

	private static void narrow(final double[] wide, final float[] row) {
		for (int p = 0; p < wide.length; p++) row[p] = (float) wide[p];
	}

	private static void subtract(final double[] values, final double[] factor, final double a, final double[] x,
		final double b, final double[] y)
	{
		for (int p = 0; p < values.length; p++) values[p] = values[p] * factor[p] - (a * x[p] + b * y[p]);
	}

	private static void subtract(final double[] values, final double a, final double[] x, final double b,
		final double[] y)
	{
		for (int p = 0; p < values.length; p++) values[p] -= a * x[p] + b * y[p];
	}
}
