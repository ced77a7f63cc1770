// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.xanesj.factor.NoiseModel;
import org.xanesj.factor.TargetTest;
import org.xanesj.fit.SpeciesMaps;
import org.xanesj.stack.Mask;
import org.xanesj.stack.ReferenceLibrary;
import org.xanesj.stack.SpectralImage;

/**
 * What a sample is made of, where, and how sure that is.
 *
 * @param image the stack as absorption
 * @param meanImage mean absorption of each pixel over the energies
 * @param mask the pixels that were analysed
 * @param e0 of the mean spectrum of the mask, in eV
 * @param window indices of the energies that were analysed
 * @param noise its level at these energies, and the components above it
 * @param components how many were kept
 * @param targets the target test of each reference
 * @param clusters which cluster each pixel belongs to
 * @param results what each cluster is made of
 * @param references as they were fitted, normalised; with those that were left out
 * @param maps of the references in use; empty when there are none
 * @param options with automatic choices resolved
 * @param assumptions everything that was decided for the user, one sentence each
 * @param seconds that each step took
 */
public record Speciation(SpectralImage image, float[] meanImage, Mask mask, double e0, int[] window, NoiseModel noise,
	int components, List<TargetTest> targets, SpectralClusters clusters, List<ClusterResult> results,
	ReferenceLibrary references, Optional<SpeciesMaps> maps, SpeciateOptions options, List<String> assumptions,
	Map<String, Double> seconds)
{}
