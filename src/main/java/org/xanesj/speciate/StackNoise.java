// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.xanesj.block.Gram;
import org.xanesj.block.Runner;
import org.xanesj.factor.NoiseModel;
import org.xanesj.prepare.CountingNoise;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.InputException;
import org.xanesj.stack.SpectralImage;

/**
 * The noise of a stack, from where it was asked for.
 *
 * @param model the noise and the components above it
 * @param notes what was assumed
 */
record StackNoise(NoiseModel model, List<String> notes) {

	/**
	 * @param stack as it came: the counts, where it has any
	 * @param gram of the absorption at the energies of the window
	 * @throws InputException when the noise is to be that of counts and there are none
	 */
	static StackNoise of(final SpectralImage stack, final Absorption absorption, final EdgeRegion edge, final Gram gram,
		final NoiseOrigin origin, final Runner runner)
	{
		final int[] window = edge.window().indices();
		final EnergyAxis axis = stack.energies().select(window);
		if (origin == NoiseOrigin.FOUND) return new StackNoise(NoiseModel.of(gram, axis), List.of());
		if (origin == NoiseOrigin.EQUAL) return new StackNoise(NoiseModel.ofEqual(gram, axis), List.of(
			"The noise is taken to be the same at all energies."));
		if (absorption.incident().isPresent() && edge.isUpsideDown()) throw new InputException(stack.info().name() +
			": its values rise at the edge, as absorption does, and noise=counts needs transmitted photons.",
			"Use the stack of counts, or noise=found.");
		final CountingNoise counted = CountingNoise.of(stack, edge.mask(), window, absorption.incident().orElseThrow(
			() -> new InputException(stack.info().name() + " is absorption, and noise=counts needs transmitted photons.",
				"Use the stack of counts, or noise=found.")), runner);
		final NoiseModel model = NoiseModel.ofKnown(gram, axis, counted.sigma());
		return new StackNoise(model, List.of(counted.note(), compared(NoiseModel.of(gram, axis).sigma(), counted.sigma())));
	}

	/** What the data themselves say of it: the only check that there is. */
	private static String compared(final double[] found, final double[] counted) {
		final double[] ratios = IntStream.range(0, found.length).mapToDouble(e -> found[e] / counted[e]).sorted().toArray();
		return String.format(Locale.ROOT, "The noise that is found in the spectra is %.3g times that of counting (median of the " +
			"energies, %.3g to %.3g): far from 1, the values are no photons or something else varies.", ratios[ratios.length / 2],
			ratios[0], Arrays.stream(ratios).max().orElse(Double.NaN));
	}
}
