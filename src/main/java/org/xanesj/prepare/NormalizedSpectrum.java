// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.prepare;

import java.util.List;

import org.xanesj.stack.Spectrum;

/**
 * A spectrum normalised as Larch does.
 *
 * @param ranges E0 and the ranges that were really used
 * @param edgeStep {@code |post - pre|} at the energy nearest E0
 * @param preEdge the pre-edge curve at all energies
 * @param postEdge the post-edge curve at all energies, the pre-edge included
 * @param norm {@code (mu - pre) / edgeStep}
 * @param flattened norm with the post-edge's curvature taken out from E0 on
 * @param notes what was assumed, one sentence each
 */
public record NormalizedSpectrum(NormalizationRanges ranges, double edgeStep, Spectrum preEdge, Spectrum postEdge,
	Spectrum norm, Spectrum flattened, List<String> notes)
{

	public NormalizedSpectrum {
		notes = List.copyOf(notes);
	}

	/** @return E0 in eV */
	public double e0() {
		return ranges.e0();
	}
}
