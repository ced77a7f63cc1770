// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.xanesj.block.Runner;
import org.xanesj.factor.TargetTest;
import org.xanesj.fit.CalibrationFit;
import org.xanesj.stack.ReferenceLibrary;

/**
 * What a sample is made of, and how sure that is: all but the maps, which may be larger than the memory and are made
 * plane by plane when they are asked for.
 *
 * @param ground the stack as absorption, where the element is, and the noise
 * @param targets the target test of each reference
 * @param clusters of like pixels
 * @param results what each cluster is made of, and behind them the pixels that no references explain, if any
 * @param references as they were fitted, normalised; calibrated if need be; with those that were left out
 * @param calibration of the references; empty when they are as they were
 * @param inUse names of the references that are fitted in every pixel
 * @param mapping of pixels to clusters and fractions
 * @param options with automatic choices resolved
 * @param assumptions everything that was decided for the user, one sentence each
 * @param seconds that each step took
 */
public record Findings(Groundwork ground, List<TargetTest> targets, SpectralClusters clusters,
	List<ClusterResult> results, ReferenceLibrary references, Optional<CalibrationFit> calibration,
	List<String> inUse, PixelMapping mapping,
	SpeciateOptions options, List<String> assumptions, Map<String, Double> seconds)
{

	/**
	 * Makes the maps of all pixels, in one pass over the stack.
	 *
	 * @param sink takes the planes in order of z
	 * @throws java.util.concurrent.CancellationException when the user stops it
	 */
	public void map(final Runner runner, final PlaneMaps.Sink sink) {
		mapping.run(ground.image(), ground.edge().mask(), inUse, runner, sink);
	}
}
