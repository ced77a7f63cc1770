// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.xanesj.block.Runner;
import org.xanesj.stack.Mask;
import org.xanesj.stack.SpectralImage;
import org.xanesj.stack.Spectrum;

/**
 * Pixels that no combination of references explains, taken out of their clusters. A cluster of which most pixels are not
 * explained is unknown as a whole and keeps them.
 *
 * @param pixels that belong to no cluster any more
 * @param mean of their absorption; empty when there are none
 * @param clusters of the other pixels
 * @param whole numbers of the clusters that are unknown as a whole
 */
record UnknownPixels(Mask pixels, Optional<Spectrum> mean, SpectralClusters clusters, Set<Integer> whole) {

	/** Of the pixels of a cluster: when more are not explained, none is worth a name; fewer are those at its borders. */
	private static final double MOST = 0.8;

	/** @return when every pixel is explained, or nothing is known against it */
	static UnknownPixels none(final SpectralClusters clusters, final long size) {
		return new UnknownPixels(Mask.of(size, p -> false), Optional.empty(), clusters, Set.of());
	}

	/** @param unexplained pixels of the mask */
	static UnknownPixels of(final SpectralImage image, final Mask unexplained, final SpectralClusters clusters,
		final Runner runner)
	{
		if (unexplained.count() == 0) return none(clusters, image.size());
		final SpectralClusters.Assignment assignment = clusters.assignment();
		final int count = clusters.count();
		final ClusterSums all = runner.reduce("Unknown pixels", image, unexplained, block -> ClusterSums.of(block, IntStream.of(
			assignment.labels(block)).map(label -> label - 1).toArray(), count), ClusterSums::plus);
		final Set<Integer> whole = new TreeSet<>();
		for (int c = 0; c < count; c++) if (all.counts()[c] > MOST * clusters.sizes()[c]) whole.add(c + 1);
		final Mask pixels = whole.isEmpty() ? unexplained : outside(whole, assignment, image, unexplained, runner);
		return of(pixels, all.without(whole), clusters, whole);
	}

	private static Mask outside(final Set<Integer> whole, final SpectralClusters.Assignment clusters,
		final SpectralImage image, final Mask unexplained, final Runner runner)
	{
		final Mask.Builder pixels = new Mask.Builder(image.size());
		runner.run("Unknown pixels", image, unexplained, clusters::labels, (block, labels) -> {
			final int[] inside = block.inside(unexplained);
			for (int i = 0; i < inside.length; i++) if (!whole.contains(labels[i])) pixels.add(block.first() + inside[i]);
		});
		return pixels.build();
	}

	private static UnknownPixels of(final Mask pixels, final ClusterSums taken, final SpectralClusters clusters,
		final Set<Integer> whole)
	{
		final Optional<Spectrum> mean = pixels.count() == 0 ? Optional.empty() : Optional.of(new Spectrum(Species.UNKNOWN,
			clusters.means().get(0).energies(), taken.mean()));
		return new UnknownPixels(pixels, mean, mean.isEmpty() ? clusters : clusters.without(taken), whole);
	}

	/** @return the number under which these pixels are labelled, tabulated and drawn */
	int label() {
		return clusters.count() + 1;
	}

	/** @return with the names of the clusters that are unknown as a whole, and behind them the pixels that are, if any */
	List<ClusterResult> results(final List<ClusterResult> ofClusters, final Fitting fitting,
		final List<Spectrum> references)
	{
		final List<ClusterResult> results = new ArrayList<>();
		for (final ClusterResult r : ofClusters) results.add(whole.contains(r.number()) ? r.unknown() : r);
		mean.ifPresent(spectrum -> results.add(fitting.cluster(label(), spectrum, pixels.count(), references).unknown()));
		return List.copyOf(results);
	}

	/** @return how many pixels there are, of so many, and what that means; nothing when there are none */
	List<String> notes(final long all, final double falseAlarm) {
		final List<String> notes = new ArrayList<>();
		if (!whole.isEmpty()) notes.add("Unknown as a whole: cluster " + String.join(", ", whole.stream().map(String::valueOf)
			.toList()) + ". No combination of references explains most of its pixels.");
		if (pixels.count() > 0) notes.add(String.format(Locale.ROOT, "Unknown: %d pixels of clusters that are explained " +
			"(%.2g %% of the mask; chance alone makes about %.2g %%, false_alarm=%s), label %d; fractions in them are of " +
			"references that do not explain them.", pixels.count(), 100.0 * pixels.count() / all, 100 * falseAlarm, falseAlarm,
			label()));
		return notes;
	}
}
