// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

import org.xanesj.block.BlockTask;
import org.xanesj.block.PixelBlock;
import org.xanesj.block.Runner;
import org.xanesj.stack.InputException;
import org.xanesj.stack.Mask;
import org.xanesj.stack.SpectralImage;

/**
 * Fits every pixel by each subset of the references in use and averages, each subset weighted by how probable the
 * pixel makes it: not knowing which references are there is part of the error, and what is not there does not take up
 * noise. Exact, because subsets can be counted: all of them up to {@link SubsetFits#COUNTED} references, beyond that
 * those of at most {@link SubsetFits#LARGEST}.
 *
 * The weight of a subset S, of amounts that are all positive (it has none otherwise, the data then ask for a smaller
 * one), is how common it is in the image ({@link SubsetPrior}) times the probability of the data with the unit-information prior of
 * the amounts (Kass and Wasserman, J. Am. Stat. Assoc. 90, 928 (1995); Raftery, Sociol. Methodol. 25, 111 (1995)):
 *
 * <pre>
 * w(S) = p(S) · exp(-chi²(S) / (2 s²)) · N^(-|S|/2)
 * </pre>
 *
 * with chi² weighted by the noise, s² the pixel's own reduced chi-square in the fit by all references, and N the energies.
 * Fraction and variance are the mean and the variance of the mixture: the error within each subset and that of not
 * knowing the subset (Hoeting et al., Stat. Sci. 14, 382 (1999)).
 *
 * A fraction is free when its reference and another one are each more probable there than not; others are at a bound:
 * they keep their averaged value and have no error. Misfits and edge step are those of the fit by all references.
 */
public final class PixelPosterior implements BlockTask<SpeciesMaps> {

	private static final long serialVersionUID = 1L;

	private final Design design;
	private final Hamilton hamilton;
	private final SubsetPrior prior;
	private final transient PixelSets sets;
	private final transient Spare<BlockPosterior> spare;

	/** @param prior made of the number of subsets */
	private PixelPosterior(final Design design, final Hamilton hamilton, final IntFunction<SubsetPrior> prior) {
		this.design = design;
		this.hamilton = hamilton;
		sets = new PixelSets(design);
		final SubsetFits subsets = new SubsetFits(design, sets.reduced);
		this.prior = prior.apply(subsets.size());
		spare = new Spare<>(pixels -> new BlockPosterior(new BlockFit(sets, pixels), subsets, this.prior, hamilton), BlockPosterior::pixels);
	}

	/**
	 * Believes all subsets alike.
	 *
	 * @param design made for the energies of the blocks
	 * @param hamilton which subsets are told apart, for {@link SpeciesMaps#undecided}
	 * @throws InputException when there are more than 16 references, or noise that normalisation has spread along energy
	 */
	public static PixelPosterior of(final Design design, final Hamilton hamilton) {
		if (design.spread() != null) throw new InputException(
			"The noise of normalised spectra is not independent, and subsets of references cannot be weighed by it.",
			"Use fit=baseline, or errors=fit.");
		return new PixelPosterior(design, hamilton, SubsetPrior::uniform);
	}

	/**
	 * @param sample some thousands of pixels
	 * @return the same, which believes subsets as they are common in the sample
	 * @throws java.util.concurrent.CancellationException when the user stops it
	 */
	public PixelPosterior learned(final SpectralImage image, final Mask sample, final Runner runner) {
		final List<float[]> evidence = new ArrayList<>();
		runner.run("Sets of references", image, sample, new SubsetEvidence(this), (block, some) -> evidence.addAll(List.of(some)));
		return new PixelPosterior(design, hamilton, subsets -> SubsetPrior.learned(evidence, subsets));
	}

	/** What is not sent along is worked out again where it is needed. */
	private Object readResolve() {
		return new PixelPosterior(design, hamilton, subsets -> prior);
	}

	/** @throws InputException when the block has not as many energies as the design was made for */
	@Override
	public SpeciesMaps apply(final PixelBlock block) {
		sets.check(block);
		return spare.with(block, posterior -> posterior.of(block));
	}

	/** Of each pixel, the logarithm of the probability of its data for each subset, up to a common number. */
	private record SubsetEvidence(PixelPosterior posterior) implements BlockTask<float[][]> {

		@Override
		public float[][] apply(final PixelBlock block) {
			posterior.sets.check(block);
			return posterior.spare.with(block, buffers -> buffers.evidence(block));
		}
	}
}
