// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.xanesj.factor.TargetTest;
import org.xanesj.fit.SpeciesMaps;
import org.xanesj.stack.ReferenceLibrary;

/**
 * What a sample is made of, where, and how sure that is.
 *
 * @param ground the stack as absorption, where the element is, and the noise
 * @param meanImage mean absorption of each pixel over the energies
 * @param targets the target test of each reference
 * @param clusters which cluster each pixel belongs to
 * @param results what each cluster is made of
 * @param references as they were fitted, normalised; with those that were left out
 * @param maps of the references in use; empty when there are none
 * @param options with automatic choices resolved
 * @param assumptions everything that was decided for the user, one sentence each
 * @param seconds that each step took
 */
public record Speciation(Groundwork ground, float[] meanImage, List<TargetTest> targets, SpectralClusters clusters,
	List<ClusterResult> results, ReferenceLibrary references, Optional<SpeciesMaps> maps, SpeciateOptions options,
	List<String> assumptions, Map<String, Double> seconds)
{}
