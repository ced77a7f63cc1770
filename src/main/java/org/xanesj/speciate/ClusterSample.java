// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.xanesj.block.BlockTask;
import org.xanesj.block.PixelBlock;
import org.xanesj.block.Runner;
import org.xanesj.cluster.OwnNoise;
import org.xanesj.cluster.Silhouette;

/**
 * A sample of the pixels with their spectra and their places, on which is found how much alike the pixels of clusters
 * are.
 */
final class ClusterSample {

	/** Pixels, at most. */
	private static final int MOST = 20_000;

	/** Fewer do not tell how much the pixels of a cluster differ. */
	private static final int FEWEST = 3;

	private final Groundwork ground;
	private final PixelPoints points;
	private final PixelBlock spectra;
	private final int[] everywhere;

	private ClusterSample(final Groundwork ground, final PixelPoints points, final float[][] spectra) {
		this.ground = ground;
		this.points = points;
		this.spectra = PixelBlock.of(spectra, points.count());
		everywhere = IntStream.range(0, spectra.length).toArray();
	}

	private record Part(PixelPoints points, float[][] spectra) implements Serializable {}

	/** @param space in which pixels have their places */
	static ClusterSample of(final Groundwork ground, final PixelSpace space, final long seed, final Runner runner) {
		final int[] window = ground.window();
		final BlockTask<PixelPoints> task = space.task();
		final List<Part> parts = new ArrayList<>();
		runner.run("Sample", ground.image(), Thinned.of(ground.edge().mask(), MOST, seed), block -> {
			final float[][] rows = new float[window.length][];
			for (int e = 0; e < rows.length; e++) rows[e] = Arrays.copyOf(block.row(window[e]), block.size());
			return new Part(task.apply(block), rows);
		}, (block, part) -> parts.add(part));
		final float[][] spectra = new float[window.length][];
		for (int e = 0; e < spectra.length; e++) spectra[e] = joined(parts, e);
		return new ClusterSample(ground, PixelPoints.joined(parts.stream().map(Part::points).toList()), spectra);
	}

	private static float[] joined(final List<Part> parts, final int e) {
		final float[] row = new float[parts.stream().mapToInt(part -> part.points.count()).sum()];
		int at = 0;
		for (final Part part : parts) {
			System.arraycopy(part.spectra[e], 0, row, at, part.points.count());
			at += part.points.count();
		}
		return row;
	}

	/** @return the clusters of these pixels */
	int[] labels(final Membership membership) {
		return membership.labels(spectra, points);
	}

	/** @return the energies of the spectra, as indices of those of {@link #labels}' blocks */
	int[] energies() {
		return everywhere;
	}

	/** @return for each cluster, what tells pixels of its mean spectrum from others */
	List<OwnNoise> noises(final int[] labels, final int clusters) {
		final double[][] sums = new double[clusters][everywhere.length];
		final int[] counts = new int[clusters];
		for (int p = 0; p < labels.length; p++) if (labels[p] >= 0) {
			counts[labels[p]]++;
			for (int e = 0; e < everywhere.length; e++) sums[labels[p]][e] += spectra.row(e)[p];
		}
		return IntStream.range(0, clusters).mapToObj(c -> new OwnNoise(Arrays.stream(sums[c]).map(s -> s / Math.max(1,
			counts[c])).toArray(), ground.axis(), ground.noise().projection())).toList();
	}

	/** @return for each cluster the median misfit of its pixels over that of noise alone; NaN where there are too few */
	double[] misfits(final int[] labels, final List<OwnNoise> noises) {
		return IntStream.range(0, noises.size()).mapToDouble(c -> {
			final double[] ratios = IntStream.range(0, labels.length).filter(p -> labels[p] == c).mapToDouble(p -> noises.get(c)
				.ratio(spectra, p)).filter(r -> !Double.isNaN(r)).sorted().toArray();
			return ratios.length < FEWEST ? Double.NaN : ratios[ratios.length / 2] / noises.get(c).limit(0.5);
		}).toArray();
	}

	/**
	 * @param labels of these pixels
	 * @param misfits of the clusters
	 */
	List<ClusterClass.Quality> qualities(final int[] labels, final double[] misfits) {
		final int clusters = misfits.length;
		final double[] silhouettes = Silhouette.of(points.coordinates(), labels, clusters).clusters();
		final List<ClusterClass.Quality> qualities = new ArrayList<>();
		for (int c = 0; c < clusters; c++) {
			final int cluster = c;
			final int[] members = IntStream.range(0, labels.length).filter(p -> labels[p] == cluster).toArray();
			final double[] squares = squares(members);
			double overNoise = 0;
			for (int i = 0; i < members.length; i++) overNoise += squares[i] / points.variances()[members[i]];
			qualities.add(new ClusterClass.Quality(Math.sqrt(Arrays.stream(squares).average().orElse(Double.NaN)),
				members.length == 0 ? Double.NaN : overNoise / members.length, silhouettes[c], misfits[c]));
		}
		return qualities;
	}

	/** @return the squared distances of points to their mean */
	private double[] squares(final int[] members) {
		final double[] squares = new double[members.length];
		for (final float[] values : points.coordinates()) {
			final double mean = IntStream.of(members).mapToDouble(p -> values[p]).average().orElse(0);
			for (int i = 0; i < squares.length; i++) squares[i] += Math.pow(values[members[i]] - mean, 2);
		}
		return squares;
	}
}
