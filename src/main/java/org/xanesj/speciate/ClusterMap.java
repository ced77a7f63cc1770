// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.xanesj.block.BlockTask;
import org.xanesj.block.Runner;
import org.xanesj.cluster.ClusterCriteria;
import org.xanesj.cluster.OwnNoise;
import org.xanesj.stack.Mask;
import org.xanesj.stack.SpectralImage;
import org.xanesj.stack.Spectrum;

/**
 * Which cluster every pixel belongs to, by one of several methods, and which belong to none.
 *
 * <pre>
 * ClusterMap map = ClusterMap.of(basis, SpaceOptions.DEFAULT, GroupingOptions.DEFAULT, runner);
 * map.classes().get(0).mean(); // the mean spectrum of the largest cluster
 * </pre>
 *
 * @param labels of each pixel in raster order: 0 outside the mask, clusters from 1 by falling size, and one more for
 *          the pixels of the mask that fit no cluster
 * @param classes that have a pixel; entry i has the label i + 1
 * @param criteria for the number of clusters; empty when it was given, or density found it
 * @param notes what was done and assumed, one sentence each
 */
public record ClusterMap(int[] labels, List<ClusterClass> classes, Optional<ClusterCriteria> criteria,
	List<String> notes)
{

	/** A median misfit, over that of noise, that is worth a word. */
	private static final double WIDE = 1.2;

	/** What one pass over the pixels gives. */
	private record Part(int[] labels, ClusterMoments moments) implements Serializable {}

	/**
	 * @throws org.xanesj.stack.InputException when the labels do not fit into the memory, or the pixels cannot be grouped
	 * @throws java.util.concurrent.CancellationException when the user stops it
	 */
	public static ClusterMap of(final FitBasis basis, final SpaceOptions by, final GroupingOptions options,
		final Runner runner)
	{
		final Groundwork ground = basis.ground();
		MapsInMemory.require(ground.image(), 0);
		final PixelGroups groups = PixelGroups.of(basis, by, options, runner);
		final ClusterSample sample = ClusterSample.of(ground, groups.space(), options.seed(), runner);
		final Membership all = new Membership(groups.space(), groups.partition(), sample.energies(), List.of(), new double[0]);
		final int[] first = sample.labels(all);
		final List<OwnNoise> noises = sample.noises(first, all.clusters());
		final double[] misfits = sample.misfits(first, noises);
		final boolean tested = options.isTestedByNoise();
		final List<OwnNoise> tests = tested ? noises : List.of();
		final double[] limits = tested ? limits(noises, misfits, options.falseAlarm()) : new double[0];
		final int[] labels = sample.labels(new Membership(groups.space(), groups.partition(), sample.energies(), tests,
			limits));
		final List<ClusterClass.Quality> qualities = sample.qualities(labels, misfits);
		return mapped(ground, new Membership(groups.space(), groups.partition(), ground.window(), tests, limits), qualities,
			groups, options, runner);
	}

	/**
	 * Where the pixels of a cluster differ by more than their noise (a gradient, a range of mixtures) the limit is raised
	 * as much: a pixel fits no cluster when it differs from it more than the cluster's own do.
	 */
	private static double[] limits(final List<OwnNoise> noises, final double[] misfits, final double falseAlarm) {
		return IntStream.range(0, misfits.length).mapToDouble(c -> Double.isNaN(misfits[c]) ? Double.POSITIVE_INFINITY
			: noises.get(c).limit(falseAlarm) * Math.max(1, misfits[c])).toArray();
	}

	private static ClusterMap mapped(final Groundwork ground, final Membership membership,
		final List<ClusterClass.Quality> qualities, final PixelGroups groups, final GroupingOptions options,
		final Runner runner)
	{
		final SpectralImage image = ground.image();
		final Mask mask = ground.edge().mask();
		final int k = membership.clusters();
		final int[] raw = new int[(int) image.size()];
		Arrays.fill(raw, -1);
		final ClusterMoments[] sums = new ClusterMoments[1];
		final BlockTask<Part> task = block -> {
			final int[] labels = membership.labels(block);
			for (int p = 0; p < labels.length; p++) if (labels[p] < 0) labels[p] = k;
			return new Part(labels, ClusterMoments.of(block, labels, k + 1));
		};
		runner.run("Clusters", image, mask, task, (block, part) -> {
			final int[] inside = block.inside(mask);
			for (int i = 0; i < inside.length; i++) raw[(int) block.first() + inside[i]] = part.labels[i];
			sums[0] = sums[0] == null ? part.moments : sums[0].plus(part.moments);
		});
		final int[] order = order(sums[0].counts());
		final int[] numbers = new int[k + 1];
		for (int i = 0; i < order.length; i++) numbers[order[i]] = i + 1;
		final List<ClusterClass> classes = IntStream.range(0, order.length).mapToObj(i -> classOf(i + 1, order[i], sums[0],
			qualities, image, mask.count())).toList();
		return new ClusterMap(Arrays.stream(raw).map(label -> label < 0 ? 0 : numbers[label]).toArray(), classes, groups
			.criteria(), notes(groups, classes, k, options));
	}

	/** @return the classes that have a pixel, the largest first, and in the end what fits no cluster */
	private static int[] order(final long[] counts) {
		final int none = counts.length - 1;
		return IntStream.rangeClosed(0, none).filter(c -> counts[c] > 0).boxed().sorted(Comparator.<Integer> comparingInt(
			c -> c == none ? 1 : 0).thenComparingLong(c -> -counts[c])).mapToInt(Integer::intValue).toArray();
	}

	private static ClusterClass classOf(final int number, final int index, final ClusterMoments moments,
		final List<ClusterClass.Quality> qualities, final SpectralImage image, final long pixels)
	{
		final boolean none = index == qualities.size();
		final String name = none ? ClusterClass.NO_CLUSTER : "cluster " + number;
		return new ClusterClass(number, name, moments.counts()[index], (double) moments.counts()[index] / pixels, new Spectrum(
			name, image.energies(), moments.means()[index]), moments.deviations(index), none ? ClusterClass.Quality.NONE
				: qualities.get(index));
	}

	private static List<String> notes(final PixelGroups groups, final List<ClusterClass> classes, final int clusters,
		final GroupingOptions options)
	{
		final List<String> notes = new ArrayList<>(groups.notes());
		final long found = classes.stream().filter(c -> !c.isNone()).count();
		if (found < clusters) notes.add((clusters - found) + " of " + clusters + " clusters have no pixel.");
		final double none = classes.stream().filter(ClusterClass::isNone).mapToDouble(ClusterClass::fractionOfArea).sum();
		notes.add(none == 0 ? "Every pixel fits a cluster (" + rule(options) + ")." : String.format(Locale.ROOT,
			"%.2f %% of the pixels fit no cluster (%s): label %d.", 100 * none, rule(options), classes.size()));
		if (options.isTestedByNoise()) wide(classes).ifPresent(notes::add);
		return List.copyOf(notes);
	}

	private static String rule(final GroupingOptions options) {
		if (options.method() == GroupingOptions.Method.DENSITY) return "no core point within eps";
		if (options.falseAlarm() == 0) return "false_alarm=0 assigns all";
		return "false alarm rate " + options.falseAlarm() + (options.isTestedByNoise()
			? ", misfit against the pixel's own noise" : ", Mahalanobis distance");
	}

	/** @return a word on clusters whose pixels differ by more than their noise */
	private static Optional<String> wide(final List<ClusterClass> classes) {
		final String wide = classes.stream().filter(c -> c.quality().misfit() > WIDE).map(c -> String.format(Locale.ROOT,
			"%d (%.1f times)", c.number(), c.quality().misfit())).collect(Collectors.joining(", "));
		return wide.isEmpty() ? Optional.empty() : Optional.of("Pixels differ by more than their noise within cluster " + wide +
			": there the limit of what fits was raised as much.");
	}
}
