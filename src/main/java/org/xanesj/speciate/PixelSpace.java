// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.io.Serializable;
import java.util.Arrays;

import org.xanesj.block.BlockTask;
import org.xanesj.block.PixelBlock;
import org.xanesj.block.Projector;
import org.xanesj.block.Runner;
import org.xanesj.factor.Pca;
import org.xanesj.factor.PcaVariant;
import org.xanesj.fit.SpeciesMaps;
import org.xanesj.prepare.Normalization;
import org.xanesj.prepare.NormalizationMethod;
import org.xanesj.prepare.NormalizationOperator;
import org.xanesj.prepare.StackNormalization;
import org.xanesj.stack.InputException;

/**
 * The space in which pixels are grouped.
 *
 * @param task finds the place of each pixel of a block, and leaves the block as it is
 * @param dimensions of the space
 * @param redundancy what makes one coordinate follow from the others
 * @param note what the coordinates are
 */
record PixelSpace(BlockTask<PixelPoints> task, int dimensions, Redundancy redundancy, String note)
	implements Serializable
{

	/** What makes one coordinate follow from the others. */
	enum Redundancy {
		NOTHING, UNIT_LENGTH, UNIT_SUM
	}

	/** @throws InputException when there is nothing by which pixels can be grouped so */
	static PixelSpace of(final FitBasis basis, final SpaceOptions options, final Runner runner) {
		switch (options.of()) {
			case SPECTRA: return spectra(basis.ground(), options.normalization());
			case FRACTIONS: return fractions(basis);
			default: return options.variant() == SpaceOptions.Variant.MANTIS ? mantis(basis.ground(), options, runner) : scores(
				basis.ground());
		}
	}

	private static PixelSpace scores(final Groundwork ground) {
		return new PixelSpace(new UnitScores(ground.noise(), ground.components(), ground.window()), ground.components(),
			Redundancy.UNIT_LENGTH, "Grouped by the scores of line-free spectra on the components, divided by their length.");
	}

	/**
	 * As MANTiS does (Lerotic et al., J. Electron Spectrosc. 144-147, 1137 (2005), and its program): the scores of optical
	 * density on components that are not centred, minus their mean, times {@code (lambda_1 / lambda_i)^gamma}.
	 */
	private static PixelSpace mantis(final Groundwork ground, final SpaceOptions options, final Runner runner) {
		final int[] window = ground.window();
		final int from = options.first() == SpaceOptions.First.DROP ? 1 : 0;
		final int k = ground.components();
		if (k <= from) throw new InputException("first=drop leaves none of " + k + " components.",
			"Ask for more components, or use first=keep.");
		final Pca pca = Pca.of(ground.image(), ground.edge().mask(), window, PcaVariant.UNCENTRED, runner);
		final double[] eigenvalues = pca.eigenvalues();
		final double[][] vectors = Arrays.copyOfRange(pca.factors(k), from, k);
		final double[] means = new double[vectors.length];
		for (int i = 0; i < vectors.length; i++) {
			final double scale = options.gamma() == 0 ? 1 : Math.pow(eigenvalues[0] / eigenvalues[from + i], options.gamma());
			for (int e = 0; e < window.length; e++) {
				vectors[i][e] *= scale;
				means[i] += vectors[i][e] * ground.edge().mean().values()[window[e]];
			}
		}
		final Projector projector = new Projector(vectors);
		return new PixelSpace(block -> PixelPoints.of(minus(projector.apply(block.select(window)), means), block.size()),
			vectors.length, Redundancy.NOTHING, "Grouped as in MANTiS, by the scores of absorption on " + (from == 0
				? "components 1 to " : "components 2 to ") + k + ", not centred, minus their mean, gamma " + options.gamma() + ".");
	}

	private static float[][] minus(final double[][] scores, final double[] means) {
		final float[][] centred = new float[scores.length][scores[0].length];
		for (int i = 0; i < scores.length; i++)
			for (int p = 0; p < centred[i].length; p++) centred[i][p] = (float) (scores[i][p] - means[i]);
		return centred;
	}

	private static PixelSpace spectra(final Groundwork ground, final NormalizationMethod asked) {
		final int[] window = ground.window();
		final NormalizationOperator operator = NormalizationOperator.of(asked, ground.image().energies(), ground.edge().e0(),
			Normalization.Options.AUTOMATIC);
		final boolean raw = operator.method() == NormalizationMethod.NONE;
		return new PixelSpace(block -> {
			final PixelBlock copy = copy(block);
			if (!raw) StackNormalization.inPlace(operator, copy);
			final float[][] rows = new float[window.length][];
			for (int i = 0; i < window.length; i++) rows[i] = copy.row(window[i]);
			return PixelPoints.of(rows, block.size());
		}, window.length, Redundancy.NOTHING, raw ? "Grouped by absorption as it is, at " + window.length +
			" energies: thickness and matrix count too." : "Grouped by spectra normalised pixel by pixel (" + operator.method()
				.macroValue() + "), at " + window.length + " energies: noise is magnified by this.");
	}

	private static PixelSpace fractions(final FitBasis basis) {
		final int references = basis.references().spectra().size();
		if (references < 2) throw new InputException("of=fractions, but there " + (references == 1 ? "is 1 reference."
			: "are no references."), "Give a file or folder of at least two (references), or use of=scores.");
		final BlockTask<SpeciesMaps> fit = basis.fitting().ofPixels(basis.references().spectra());
		return new PixelSpace(block -> PixelPoints.of(fit.apply(copy(block)).fractions(), block.size()), references,
			Redundancy.UNIT_SUM, "Grouped by the fitted fractions of " + references + " references.");
	}

	private static PixelBlock copy(final PixelBlock block) {
		final float[][] rows = new float[block.energies()][];
		for (int e = 0; e < rows.length; e++) rows[e] = Arrays.copyOf(block.row(e), block.size());
		return PixelBlock.of(rows, block.size());
	}

	/**
	 * @param sample of the pixels, in this space
	 * @return coordinates of which none follows from the others: covariances need them
	 */
	IndependentCoordinates independent(final PixelPoints sample) {
		if (redundancy == Redundancy.NOTHING || dimensions < 2) return IndependentCoordinates.ALL;
		return redundancy == Redundancy.UNIT_LENGTH ? IndependentCoordinates.ofUnitVectors(sample.coordinates())
			: IndependentCoordinates.butTheLast(dimensions);
	}

	/** @return this space with these coordinates */
	PixelSpace with(final IndependentCoordinates coordinates) {
		final BlockTask<PixelPoints> all = task;
		return new PixelSpace(block -> coordinates.of(all.apply(block)), coordinates.rows().length == 0 ? dimensions
			: coordinates.rows().length, Redundancy.NOTHING, note);
	}
}
