// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.util.Optional;

import org.xanesj.block.Runner;
import org.xanesj.factor.ComponentNumber;
import org.xanesj.factor.CrossValidation;
import org.xanesj.factor.EigenImages;
import org.xanesj.factor.Pca;
import org.xanesj.factor.PcaVariant;
import org.xanesj.factor.Reconstruction;
import org.xanesj.factor.ResidualMap;
import org.xanesj.factor.Subspace;
import org.xanesj.stack.SpectralImage;

/**
 * The components of a stack by one of the variants, and what they make of it.
 *
 * @param ground of the stack
 * @param variant empty for that of the groundwork: without a line, whitened
 * @param pca of all components
 * @param predicted the cross-validation of their number
 * @param count how many are kept
 */
public record Components(Groundwork ground, Optional<PcaVariant> variant, Pca pca, CrossValidation predicted,
	int count)
{

	/** What the variant without a line is called. */
	public static final String LINE_FREE = "line-free";

	/**
	 * @param variant {@link #LINE_FREE}, or the name of a {@link PcaVariant}
	 * @param asked how many components are kept; 0 for as many as stand above the noise, or, by a variant that knows no
	 *          noise, as cross-validation predicts best with
	 * @throws org.xanesj.stack.InputException when there is no such variant
	 */
	public static Components of(final Groundwork ground, final String variant, final int asked, final Runner runner) {
		if (variant.equals(LINE_FREE)) return new Components(ground, Optional.empty(), ground.noise().pca(), ground
			.crossValidation(), ground.components());
		final PcaVariant named = PcaVariant.named(variant);
		final Pca pca = Pca.of(ground.image(), ground.edge().mask(), ground.window(), named, runner);
		final CrossValidation predicted = CrossValidation.of(ground.image(), ground.edge().mask(), ground.window(), named, pca
			.origin(), CrossValidation.Options.DEFAULT, runner);
		return new Components(ground, Optional.of(named), pca, predicted, asked > 0 ? asked : Math.max(1, predicted
			.minimum()));
	}

	/** @return what each indicator suggests, of a variant; what the groundwork notes, of its own */
	public Optional<String> note() {
		return variant.map(named -> "With variant=" + named + " " + ComponentNumber.suggested(pca, predicted) + "; " + count +
			(count == 1 ? " is" : " are") + " kept.");
	}

	/** @return eigenspectra of those that are kept: what the scores are products with */
	public double[][] vectors() {
		return variant.isEmpty() ? ground.noise().eigenspectra(count) : pca.factors(count);
	}

	/** @return the scores as images, components x pixels, NaN outside the mask */
	public float[][] images(final Runner runner) {
		return variant.isEmpty() ? EigenImages.of(ground.image(), ground.edge().mask(), ground.window(), vectors(), runner)
			: EigenImages.of(ground.image(), ground.edge().mask(), ground.window(), pca, variant.get(), count, runner);
	}

	private Subspace subspace() {
		return variant.isEmpty() ? Subspace.of(ground.noise(), count) : Subspace.of(pca, variant.get(), count);
	}

	/** @return what the components leave over the noise, for each pixel; NaN outside the mask */
	public float[] residuals(final Runner runner) {
		return ResidualMap.of(ground.image(), ground.edge().mask(), ground.window(), subspace(), ground.noise().sigma(),
			runner);
	}

	/** @return the stack as the components make it, at the energies that were analysed; NaN outside the mask */
	public SpectralImage reconstruction(final Runner runner) {
		return Reconstruction.of(ground.image(), ground.edge().mask(), ground.window(), subspace(), runner);
	}
}
