// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.util.List;
import java.util.Optional;

import org.xanesj.block.Runner;
import org.xanesj.factor.TargetTest;
import org.xanesj.fit.SpeciesMaps;

/**
 * What a sample is made of, where, and how sure that is, of a stack whose maps fit into the memory.
 *
 * @param found all but the maps
 * @param labels cluster of each pixel in raster order, 0 outside the mask
 * @param maps of the references in use; empty when there are none
 */
public record Speciation(Findings found, int[] labels, Optional<SpeciesMaps> maps) {

	/** @throws org.xanesj.stack.InputException when the maps do not fit into the memory */
	public static Speciation of(final Findings found, final Runner runner) {
		final MapsInMemory maps = new MapsInMemory(found);
		found.map(runner, maps);
		return new Speciation(found, maps.labels(), found.inUse().isEmpty() ? Optional.empty() : Optional.of(maps.species()));
	}

	/** @return the stack as absorption, where the element is, and the noise */
	public Groundwork ground() {
		return found.ground();
	}

	/** @return the target test of each reference */
	public List<TargetTest> targets() {
		return found.targets();
	}

	/** @return with automatic choices resolved */
	public SpeciateOptions options() {
		return found.options();
	}

	/** @return what each cluster is made of */
	public List<ClusterResult> results() {
		return found.results();
	}

	/** @return everything that was decided for the user, one sentence each */
	public List<String> assumptions() {
		return found.assumptions();
	}
}
