// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.benchmark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.xanesj.block.Runner;
import org.xanesj.cluster.KMeans;
import org.xanesj.factor.EigenImages;
import org.xanesj.factor.Pca;
import org.xanesj.factor.PcaVariant;
import org.xanesj.fit.PixelFit;
import org.xanesj.fit.SpeciesMaps;
import org.xanesj.prepare.StackNormalization;

/**
 * From absorption to species maps in memory, once: normalise, components and scores, k-means, fits of every pixel.
 * Clusters are fitted on a sample and all pixels assigned, as the main job does it.
 */
final class WholeWay {

	/** Pixels on which k-means is fitted. */
	static final int FITTED = 200_000;

	private final BenchmarkStack stack;
	private final Map<String, Double> seconds = new LinkedHashMap<>();
	private Pca pca;
	private float[][] scores;
	private KMeans means;
	private int[] labels;
	private SpeciesMaps maps;

	private WholeWay(final BenchmarkStack stack) {
		this.stack = stack;
	}

	/** @param planes that the normalised stack is written into */
	static WholeWay run(final BenchmarkStack stack, final List<float[]> planes) {
		final WholeWay way = new WholeWay(stack);
		way.run(planes, BenchmarkStack.RUNNER);
		return way;
	}

	private void run(final List<float[]> planes, final Runner runner) {
		final StackNormalization normalized = time("normalise", () -> stack.normalizedInto(planes));
		pca = time("covariance and eigenvectors", () -> Pca.of(normalized.image(), stack.all(), stack.energies(),
			PcaVariant.CENTRED, runner));
		scores = time("scores", () -> EigenImages.of(normalized.image(), stack.all(), stack.energies(), pca,
			PcaVariant.CENTRED, PcaStep.COMPONENTS, runner));
		means = time("k-means", () -> KMeans.fit(sample(), KMeans.Options.of(KMeansStep.CLUSTERS, 1), runner.progress()));
		labels = time("labels", this::assigned);
		maps = time("NNLS", () -> PixelFit.map(normalized.image(), stack.all(), NnlsStep.design(stack), runner));
	}

	private <T> T time(final String step, final Supplier<T> work) {
		final long start = System.nanoTime();
		final T result = work.get();
		seconds.put(step, (System.nanoTime() - start) * 1e-9);
		return result;
	}

	private float[][] sample() {
		final int[] chosen = stack.sample(FITTED);
		final float[][] some = new float[scores.length][FITTED];
		for (int d = 0; d < some.length; d++) for (int i = 0; i < FITTED; i++) some[d][i] = scores[d][chosen[i]];
		return some;
	}

	private int[] assigned() {
		final int[] nearest = new int[stack.pixels()];
		means.assign(scores, nearest.length, nearest);
		return nearest;
	}

	/** @return seconds by step, in order */
	Map<String, Double> seconds() {
		return seconds;
	}

	Pca pca() {
		return pca;
	}

	SpeciesMaps maps() {
		return maps;
	}

	/** @return the sum of squared distances of all pixels to the centres they were assigned to */
	double inertia() {
		double sum = 0;
		for (int d = 0; d < scores.length; d++) for (int p = 0; p < labels.length; p++)
			sum += Math.pow(scores[d][p] - (double) means.centres()[labels[p]][d], 2);
		return sum;
	}
}
