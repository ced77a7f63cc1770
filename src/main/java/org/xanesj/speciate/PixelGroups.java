// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.xanesj.block.Runner;
import org.xanesj.cluster.ClusterCriteria;
import org.xanesj.cluster.ClusterNumber;
import org.xanesj.cluster.Dbscan;
import org.xanesj.cluster.GaussianMixture;
import org.xanesj.cluster.KDistances;
import org.xanesj.cluster.KMeans;
import org.xanesj.cluster.Partition;
import org.xanesj.stack.InputException;
import org.xanesj.stack.Mask;

/**
 * Groups found on a sample of the pixels, ready to take in all of them.
 *
 * @param space in which they were found
 * @param partition of that space
 * @param criteria for their number; empty when it was given, or density found it
 * @param notes what was done and assumed
 */
record PixelGroups(PixelSpace space, Partition partition, Optional<ClusterCriteria> criteria, List<String> notes) {

	/** Pixels from which a mixture is found, at most. */
	private static final int MIXED = 20_000;

	/** Pixels among which densities are found, at most: the time grows with their square. */
	private static final int DENSE = 5_000;

	/** Numbers in a sample, at most. */
	private static final int VALUES = 8_000_000;

	/** Full covariances of more dimensions are not found from a sample. */
	private static final int MOST_DIMENSIONS = 16;

	private static final int FEWEST_NEIGHBOURS = 4;

	static PixelGroups of(final FitBasis basis, final SpaceOptions by, final GroupingOptions options,
		final Runner runner)
	{
		final Groundwork ground = basis.ground();
		final Mask mask = ground.edge().mask();
		if (mask.count() < Math.max(1, options.clusters())) throw new InputException("clusters=" + options.clusters() +
			", but the mask has " + mask.count() + " pixels.", "Ask for fewer clusters, or use a larger mask.");
		final PixelSpace space = PixelSpace.of(basis, by, runner);
		final int most = Math.min(SpectralClusters.FITTED, VALUES / space.dimensions());
		final PixelPoints sample = PixelPoints.sample(ground.image(), mask, space.task(), most, options.seed(), runner)
			.finite();
		if (sample.count() < Math.max(1, options.clusters())) throw new InputException("Only " + sample.count() +
			" pixels can be grouped so.", "Ask for fewer clusters, or group them by scores (of=scores).");
		final List<String> notes = new ArrayList<>(List.of(space.note()));
		if (options.method() == GroupingOptions.Method.DENSITY) return dense(space, sample, options, notes, runner);
		final Optional<ClusterCriteria> criteria = options.clusters() > 0 || !ground.noise().hasSignal() ? Optional.empty()
			: Optional.of(criteria(space, sample, options.seed(), runner));
		final int k = options.clusters() > 0 ? options.clusters() : criteria.map(c -> chosen(c, options.criterion(), notes))
			.orElse(1);
		if (options.clusters() > 0) notes.add(k + (k == 1 ? " cluster was" : " clusters were") + " asked for.");
		else if (criteria.isEmpty()) notes.add("1 cluster: nothing stands above the noise.");
		return options.method() == GroupingOptions.Method.K_MEANS ? new PixelGroups(space, KMeans.fit(sample.coordinates(),
			KMeans.Options.of(k, options.seed()), runner.progress()), criteria, notes) : mixed(space, sample, k, criteria,
				options, notes, runner);
	}

	private static ClusterCriteria criteria(final PixelSpace space, final PixelPoints sample, final long seed,
		final Runner runner)
	{
		final PixelPoints few = sample.some(SpectralClusters.COUNTED, seed);
		final float[][] independent = space.independent(sample).of(few).coordinates();
		final float[][] forMixtures = independent.length > MOST_DIMENSIONS ? new float[0][] : independent;
		return ClusterCriteria.of(few.coordinates(), few.variances(), forMixtures, SpectralClusters.MOST, seed, runner
			.progress());
	}

	private static int chosen(final ClusterCriteria criteria, final GroupingOptions.Criterion criterion,
		final List<String> notes)
	{
		final boolean noiseKnown = criteria.rows().stream().noneMatch(r -> Double.isNaN(r.scatter()));
		final ClusterNumber byNoise = criteria.byNoise();
		final int bySilhouette = criteria.bySilhouette();
		final int byBic = criteria.byBic();
		notes.add("Number of clusters: " + (noiseKnown ? "by noise " + (criteria.isNoiseReached()
			? byNoise.suggested() : "none") + ", " : "") + "by silhouette " +
			bySilhouette + (byBic > 0 ? ", by BIC " + byBic : "") + "; from 1 to " + criteria.rows().size() + " were tried.");
		if (criterion == GroupingOptions.Criterion.SILHOUETTE || criterion == GroupingOptions.Criterion.AUTO && !noiseKnown) {
			notes.add(counted(bySilhouette) + ": the largest silhouette" + (noiseKnown ? "." :
				"; the noise of these coordinates is not known."));
			return bySilhouette;
		}
		if (criterion == GroupingOptions.Criterion.BIC) {
			if (byBic == 0) throw new InputException("criterion=bic, but covariances of so many coordinates cannot be found.",
				"Use of=scores, or criterion=silhouette.");
			notes.add(counted(byBic) + ": the smallest BIC.");
			return byBic;
		}
		if (!noiseKnown) throw new InputException("criterion=noise, but the noise of these coordinates is not known.",
			"Use of=scores variant=xanesj, or criterion=silhouette.");
		notes.add(counted(byNoise.suggested()) + ": " + byNoise.reason() + ".");
		return byNoise.suggested();
	}

	private static String counted(final int clusters) {
		return clusters == 1 ? "1 cluster" : clusters + " clusters";
	}

	private static PixelGroups mixed(final PixelSpace space, final PixelPoints sample, final int k,
		final Optional<ClusterCriteria> criteria, final GroupingOptions options, final List<String> notes, final Runner runner)
	{
		final IndependentCoordinates independent = space.independent(sample);
		final PixelSpace seen = space.with(independent);
		if (seen.dimensions() > MOST_DIMENSIONS) throw new InputException("method=gaussian-mixture, but covariances of " + seen
			.dimensions() + " coordinates cannot be found.", "Use of=scores, or method=k-means.");
		final PixelPoints some = independent.of(sample.some(MIXED, options.seed()));
		final GaussianMixture mixture = GaussianMixture.fit(some.coordinates(), GaussianMixture.Options.of(k, options
			.seed()), runner.progress());
		notes.add(String.format(Locale.ROOT, "Gaussian mixture of %d pixels: %d iterations, mean log-likelihood %.4f, BIC %.1f.",
			some.count(), mixture.logLikelihoods().length - 1, mixture.logLikelihoods()[mixture.logLikelihoods().length - 1],
			mixture.bic()));
		return new PixelGroups(seen, mixture.within(options.falseAlarm()), criteria, notes);
	}

	private static PixelGroups dense(final PixelSpace space, final PixelPoints sample, final GroupingOptions options,
		final List<String> notes, final Runner runner)
	{
		final IndependentCoordinates independent = space.independent(sample);
		final PixelSpace seen = space.with(independent);
		final PixelPoints some = independent.of(sample.some(DENSE, options.seed()));
		final int minPoints = options.minPoints() > 0 ? options.minPoints() : Math.max(FEWEST_NEIGHBOURS, 2 * seen.dimensions());
		if (some.count() < minPoints) throw new InputException("min_points=" + minPoints + ", but there are " + some
			.count() + " pixels.", "Use a smaller min_points, or a larger mask.");
		final double eps = options.eps() > 0 ? options.eps() : KDistances.of(some.coordinates(), minPoints).bend();
		if (!(eps > 0)) throw new InputException("Most pixels are exactly alike: no eps can be found.", "Give one (eps).");
		final Dbscan found = Dbscan.fit(some.coordinates(), new Dbscan.Options(eps, minPoints), runner.progress());
		notes.add(String.format(Locale.ROOT, "Density among %d pixels: eps %.4g (%s), min_points %d, %d core points, %d clusters.",
			some.count(), eps, options.eps() > 0 ? "as given" : "where the distances to neighbour " + (minPoints - 1) + " bend",
			minPoints, found.labels().length, found.clusters()));
		return new PixelGroups(seen, found, Optional.empty(), notes);
	}
}
