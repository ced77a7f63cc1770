// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.prepare;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.xanesj.block.PixelBlock;
import org.xanesj.block.Runner;
import org.xanesj.stack.InputException;
import org.xanesj.stack.Mask;
import org.xanesj.stack.SpectralImage;

/**
 * A stack of which every pixel has been normalised with one E0 and the same ranges. Noise of a pixel is magnified by
 * this: fit unnormalised absorption where you can.
 *
 * @param image the normalised absorption; NaN outside the mask and in unusable pixels
 * @param edgeStep Larch's edge step of every pixel, a plane of width x height for each z
 * @param unusable how many pixels of the mask hold a value that is not finite, or have nothing to be divided by
 */
public record StackNormalization(SpectralImage image, List<float[]> edgeStep, long unusable) {

	/** An edge step below this share of a pixel's largest value is rounding of single precision, not absorption. */
	private static final double RESOLUTION = 1e-6;

	private record Part(float[][] rows, float[][] edgeStep, long unusable) implements Serializable {}

	/**
	 * @param operator made for the image's energies
	 * @param mask the pixels that are normalised
	 * @throws InputException when the operator belongs to another number of energies
	 */
	public static StackNormalization of(final SpectralImage image, final NormalizationOperator operator, final Mask mask,
		final Runner runner)
	{
		final int energies = image.energies().size();
		if (operator.stepFunctional().length != energies) throw new InputException(image.info().name() + " has " +
			energies + " energies, and the normalisation was made for " + operator.stepFunctional().length + ".",
			"Make it from the energies of this stack.");
		final NewPlanes normalized = new NewPlanes(image, energies, mask);
		final NewPlanes steps = new NewPlanes(image, 1, mask);
		final long[] unusable = new long[1];
		runner.run("Normalising", image, mask, block -> apply(operator, block), (block, part) -> {
			normalized.put(block, mask, part.rows);
			steps.put(block, mask, part.edgeStep);
			unusable[0] += part.unusable;
		});
		final List<String> notes = new ArrayList<>();
		notes.add(String.format(Locale.ROOT, "Normalised (%s) with E0 %.2f eV.", operator.method().macroValue(),
			operator.ranges().e0()));
		if (unusable[0] > 0) notes.add(unusable[0] +
			" pixels have no edge step or a value that is not finite, and are NaN after normalisation.");
		return new StackNormalization(normalized.image(image.energies(), image.info().noting(notes)), steps.planes(),
			unusable[0]);
	}

	/**
	 * Normalises the spectra of a block where they are.
	 *
	 * @return the edge step of each
	 */
	public static float[] inPlace(final NormalizationOperator operator, final PixelBlock block) {
		final Part part = apply(operator, block);
		for (int e = 0; e < part.rows.length; e++) System.arraycopy(part.rows[e], 0, block.row(e), 0, block.size());
		return part.edgeStep[0];
	}

	/** Rows are widened to double once and then serve all functionals: sums keep their digits and loops stay vectors. */
	private static Part apply(final NormalizationOperator operator, final PixelBlock block) {
		final int pixels = block.size();
		final LowRank background = operator.background();
		final double[][] amounts = new double[background.rows().length][pixels];
		final double[] step = new double[pixels];
		final double[] divisor = new double[pixels];
		final double[] largest = new double[pixels];
		final double[] wide = new double[pixels];
		for (int e = 0; e < block.energies(); e++) {
			widen(block.row(e), wide);
			raise(largest, wide);
			for (int k = 0; k < amounts.length; k++) add(background.rows()[k][e], wide, amounts[k]);
			add(operator.stepFunctional()[e], wide, step);
			if (operator.divisorFunctional() != null) add(operator.divisorFunctional()[e], wide, divisor);
		}
		final double[] factor = operator.divisorFunctional() == null ? finite(largest) : inverse(divisor, largest);
		final float[][] rows = new float[block.energies()][pixels];
		for (int e = 0; e < rows.length; e++) {
			widen(block.row(e), wide);
			for (int k = 0; k < amounts.length; k++) add(-background.columns()[k][e], amounts[k], wide);
			for (int p = 0; p < pixels; p++) rows[e][p] = (float) (wide[p] * factor[p]);
		}
		final float[] steps = new float[pixels];
		long unusable = 0;
		for (int p = 0; p < pixels; p++) {
			steps[p] = Double.isFinite(largest[p]) ? (float) Math.abs(step[p]) : Float.NaN;
			if (Double.isNaN(factor[p])) unusable++;
		}
		return new Part(rows, new float[][] { steps }, unusable);
	}

	private static void widen(final float[] row, final double[] wide) {
		for (int p = 0; p < wide.length; p++) wide[p] = row[p];
	}

	private static void add(final double weight, final double[] values, final double[] to) {
		if (weight == 0) return;
		for (int p = 0; p < to.length; p++) to[p] += weight * values[p];
	}

	/** NaN is larger than anything. */
	private static void raise(final double[] largest, final double[] values) {
		for (int p = 0; p < largest.length; p++) largest[p] = Math.max(largest[p], Math.abs(values[p]));
	}

	private static double[] inverse(final double[] divisor, final double[] largest) {
		final double[] inverse = new double[divisor.length];
		for (int p = 0; p < inverse.length; p++) {
			final boolean usable = Double.isFinite(largest[p]) && Math.abs(divisor[p]) > RESOLUTION * largest[p];
			inverse[p] = usable ? 1 / Math.abs(divisor[p]) : Double.NaN;
		}
		return inverse;
	}

	private static double[] finite(final double[] largest) {
		final double[] one = new double[largest.length];
		for (int p = 0; p < one.length; p++) one[p] = Double.isFinite(largest[p]) ? 1 : Double.NaN;
		return one;
	}
}
