// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.util.Arrays;
import java.util.List;

import org.xanesj.factor.TargetTest;
import org.xanesj.fit.SpeciesMaps;
import org.xanesj.phantom.Phantom;
import org.xanesj.stack.Mask;

/**
 * How near a speciation came to the truth of a phantom. Fractions are judged in the pixels that were analysed and hold
 * the element; a true reference that is not mapped counts as found nowhere.
 *
 * @param overlap of the mask that was found and the sample: their intersection over their union
 * @param error mean absolute error of the fractions, over true references and pixels
 * @param rand adjusted Rand index of the clusters in the grains of one species
 * @param components suggested number
 * @param accepted how many true references the target test does not reject
 * @param decoys their mean share, together
 * @param coverage of free fractions, whatever the truth is
 * @param ofAbsent of free fractions whose truth is 0
 * @param ofWhole of free fractions whose truth is 1
 * @param ofMixed of free fractions whose truth is in between
 */
record PhantomScore(double overlap, double error, double rand, int components, int accepted, double decoys,
	Coverage coverage, Coverage ofAbsent, Coverage ofWhole, Coverage ofMixed)
{

	/**
	 * How often one and two standard errors reach the truth.
	 *
	 * @param free how many fractions have an error
	 * @param covered how many of them lie within it of the truth
	 * @param byTwo how many lie within two of it
	 */
	record Coverage(int free, int covered, int byTwo) {

		private static final Coverage NONE = new Coverage(0, 0, 0);

		double share() {
			return (double) covered / free;
		}

		double shareByTwo() {
			return (double) byTwo / free;
		}

		/** @param distance of the truth, in standard errors */
		private Coverage with(final double distance) {
			return new Coverage(free + 1, covered + (distance <= 1 ? 1 : 0), byTwo + (distance <= 2 ? 1 : 0));
		}
	}

	static PhantomScore of(final Phantom phantom, final Speciation found) {
		final Mask mask = found.ground().edge().mask();
		final Mask judged = mask.and(phantom.sample()::contains);
		final SpeciesMaps maps = found.maps().orElse(SpeciesMaps.unknown(List.of(), (int) mask.size()));
		final int[] pixels = pixels(judged);
		final Coverage[] coverages = coverages(phantom, maps, pixels);
		final long union = mask.count() + phantom.sample().count() - judged.count();
		return new PhantomScore((double) judged.count() / union, error(phantom, maps, pixels), rand(phantom, found), found
			.ground().components(), accepted(phantom, found.targets()), decoys(phantom, maps, pixels), coverages[0],
			coverages[1], coverages[2], coverages[3]);
	}

	private static int[] pixels(final Mask mask) {
		return mask.offsets(0, (int) mask.size());
	}

	/** A fraction that is not a number says as little as none. */
	private static double error(final Phantom phantom, final SpeciesMaps maps, final int[] pixels) {
		double sum = 0;
		for (int s = 0; s < phantom.trueNames().size(); s++) {
			final int slice = maps.names().indexOf(phantom.trueNames().get(s));
			for (final int p : pixels) {
				final double fraction = slice < 0 || Float.isNaN(maps.fractions()[slice][p]) ? 0 : maps.fractions()[slice][p];
				sum += Math.abs(fraction - phantom.fractions()[s][p]);
			}
		}
		return sum / pixels.length / phantom.trueNames().size();
	}

	private static double rand(final Phantom phantom, final Speciation found) {
		final int[] grains = pixels(phantom.pure());
		return AdjustedRandIndex.of(Arrays.stream(grains).map(p -> phantom.labels()[p]).toArray(), Arrays.stream(grains).map(
			p -> found.labels()[p]).toArray());
	}

	private static int accepted(final Phantom phantom, final List<TargetTest> targets) {
		return (int) targets.stream().filter(t -> phantom.trueNames().contains(t.reference()) && !t.verdict().equals(
			"rejected")).count();
	}

	private static double decoys(final Phantom phantom, final SpeciesMaps maps, final int[] pixels) {
		double sum = 0;
		for (int j = 0; j < maps.names().size(); j++) if (!phantom.trueNames().contains(maps.names().get(j)))
			for (final int p : pixels) sum += maps.fractions()[j][p];
		return sum / pixels.length;
	}

	/** All, then those of truth 0, 1 and between. */
	private static Coverage[] coverages(final Phantom phantom, final SpeciesMaps maps, final int[] pixels) {
		final Coverage[] coverages = new Coverage[4];
		Arrays.fill(coverages, Coverage.NONE);
		for (int j = 0; j < maps.names().size(); j++) {
			final int s = phantom.trueNames().indexOf(maps.names().get(j));
			for (final int p : pixels) {
				final double sigma = maps.errors()[j][p];
				if (!Double.isFinite(sigma)) continue;
				final double truth = s < 0 ? 0 : phantom.fractions()[s][p];
				final double distance = Math.abs(maps.fractions()[j][p] - truth) / sigma;
				final int kind = truth == 0 ? 1 : truth == 1 ? 2 : 3;
				coverages[0] = coverages[0].with(distance);
				coverages[kind] = coverages[kind].with(distance);
			}
		}
		return coverages;
	}
}
