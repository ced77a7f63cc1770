// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import org.xanesj.fit.SpeciesMaps;

/**
 * The maps of one z plane.
 *
 * @param z from 0
 * @param labels cluster of each pixel, 0 outside the mask
 * @param species of the references in use; without names when there are none
 */
public record PlaneMaps(int z, int[] labels, SpeciesMaps species) {

	/** Takes planes as they come, in order of z. */
	@FunctionalInterface
	public interface Sink {

		void accept(PlaneMaps plane);

		/** @return one that hands each plane on to both */
		default Sink and(final Sink other) {
			return plane -> {
				accept(plane);
				other.accept(plane);
			};
		}
	}
}
