// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.xanesj.block.PixelBlock;
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

	/** What becomes of the pixels of a block that are not explained. */
	private record Part(int[] labels, ClusterSums sums) implements Serializable {

		static Part of(final SpectralClusters.Assignment clusters, final int count, final PixelBlock block) {
			final int[] labels = clusters.labels(block);
			final int[] fromZero = labels.clone();
			for (int i = 0; i < fromZero.length; i++) fromZero[i]--;
			return new Part(labels, ClusterSums.of(block, fromZero, count));
		}
	}

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
		final Mask.Builder[] members = new Mask.Builder[count];
		for (int c = 0; c < count; c++) members[c] = new Mask.Builder(image.size());
		final ClusterSums[] all = { new ClusterSums(new long[count], new double[count][image.energies().size()]) };
		runner.run("Unknown pixels", image, unexplained, block -> Part.of(assignment, count, block), (block, part) -> {
			final int[] inside = block.inside(unexplained);
			for (int i = 0; i < inside.length; i++) members[part.labels[i] - 1].add(block.first() + inside[i]);
			all[0] = all[0].plus(part.sums);
		});
		final Set<Integer> whole = new TreeSet<>();
		final Mask.Builder pixels = new Mask.Builder(image.size());
		for (long p = 0; p < image.size(); p++) if (unexplained.contains(p)) pixels.add(p);
		for (int c = 0; c < count; c++) {
			if (!(all[0].counts()[c] > MOST * clusters.sizes()[c])) continue;
			whole.add(c + 1);
			pixels.removeAll(members[c]);
		}
		return of(pixels.build(), all[0].without(whole), clusters, whole);
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
		for (final ClusterResult r : ofClusters) results.add(whole.contains(r.number()) ? r.named(Species.UNKNOWN) : r);
		mean.ifPresent(spectrum -> results.add(fitting.cluster(label(), spectrum, pixels.count(), references).named(
			Species.UNKNOWN)));
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
