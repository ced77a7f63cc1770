// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.prepare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.xanesj.block.NewPlanes;
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

	/**
	 * @param operator made for the image's energies
	 * @param mask the pixels that are normalised
	 * @throws InputException when the operator belongs to another number of energies
	 */
	public static StackNormalization of(final SpectralImage image, final NormalizationOperator operator, final Mask mask,
		final Runner runner)
	{
		require(image, operator);
		return of(new NewPlanes(image, image.energies().size()), image, operator, mask, runner);
	}

	/**
	 * Normalises a stack into planes that are there already.
	 *
	 * @param planes of width x height values, z fastest, then energy; those of the image itself may be given, which is
	 *          then normalised where it is
	 * @throws InputException when the operator belongs to another number of energies
	 */
	public static StackNormalization into(final List<float[]> planes, final SpectralImage image,
		final NormalizationOperator operator, final Mask mask, final Runner runner)
	{
		require(image, operator);
		return of(new NewPlanes(image, planes), image, operator, mask, runner);
	}

	private static void require(final SpectralImage image, final NormalizationOperator operator) {
		final int energies = image.energies().size();
		if (operator.stepFunctional().length != energies) throw new InputException(image.info().name() + " has " +
			energies + " energies, and the normalisation was made for " + operator.stepFunctional().length + ".",
			"Make it from the energies of this stack.");
	}

	private static StackNormalization of(final NewPlanes normalized, final SpectralImage image,
		final NormalizationOperator operator, final Mask mask, final Runner runner)
	{
		final NewPlanes steps = new NewPlanes(image, 1);
		final long[] unusable = new long[1];
		runner.run("Normalising", image, mask, new BlockNormalization(operator), (block, part) -> {
			normalized.put(block, mask, part.rows());
			steps.put(block, mask, new float[][] { part.edgeStep() });
			unusable[0] += part.unusable();
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
		final float[][] rows = new float[block.energies()][];
		for (int e = 0; e < rows.length; e++) rows[e] = block.row(e);
		return new BlockNormalization(operator).write(block, rows).edgeStep();
	}
}
