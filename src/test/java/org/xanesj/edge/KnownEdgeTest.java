// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** E0 as it is measured at beamlines, and the edge that was measured. */
class KnownEdgeTest {

	/** Metals and oxides, energies of the maximum of the derivative. (Sulfate, 10 eV above sulfur, is too far.) */
	@ParameterizedTest
	@CsvSource({ "285.2, C, K", "349.3, Ca, L3", "457.8, Ti, L3", "640.5, Mn, L3", "708.4, Fe, L3", "778.5, Co, L3",
		"853.5, Ni, L3", "931.2, Cu, L3", "1561.5, Al, K", "2473.2, S, K", "4967, Ti, K", "5989, Cr, K", "6004, Cr, K",
		"6555, Mn, K", "7112, Fe, K", "7127, Fe, K", "7721, Co, K", "8333, Ni, K", "8344, Ni, K", "8979, Cu, K",
		"8990, Cu, K", "9661, Zn, K", "10207, W, L3", "11564, Pt, L3", "11873, As, K", "11919, Au, L3", "13038, Pb, L3",
		"17173, U, L3", "20008, Mo, K" })
	void theOneThatWasMeasured(final double e0, final String element, final String edge) {
		final List<KnownEdge> near = KnownEdge.near(e0);
		assertEquals(List.of("the " + edge + " edge of " + element), near.stream().map(KnownEdge::toString).toList());
	}

	@Test
	void whereTwoElementsMeetBothAreNamed() {
		assertEquals(List.of(new KnownEdge("Se", "K", 12658), new KnownEdge("Tl", "L3", 12658)), KnownEdge.near(12660));
		assertEquals(List.of("V", "La"), KnownEdge.near(5480).stream().map(KnownEdge::element).toList());
	}

	@Test
	void nothingIsNearBetweenEdges() {
		assertEquals(List.of(), KnownEdge.near(7300));
		assertEquals(List.of(), KnownEdge.near(7100));
		assertEquals(List.of(), KnownEdge.near(7134));
		assertEquals(List.of(), KnownEdge.near(100));
		assertEquals(List.of(), KnownEdge.near(80000));
	}
}
