// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.xanesj.stack.StackInfo;

/** The element and edge of a stack: said by its file, found from E0, or left open. */
class NamedEdgeTest {

	private static final StackInfo INFO = StackInfo.named("stack");

	private static void assertNamed(final String element, final String edge, final NamedEdge named) {
		assertEquals(element + " " + edge, named.info().element() + " " + named.info().edge());
	}

	@Test
	void whatTheFileSaysStays() {
		final NamedEdge named = NamedEdge.of(INFO.with("Gd", "L3"), 7123);
		assertNamed("Gd", "L3", named);
		assertEquals(Optional.empty(), named.note());
	}

	@Test
	void theOnlyOneNearIsTakenAndSaid() {
		final NamedEdge named = NamedEdge.of(INFO, 7123);
		assertNamed("Fe", "K", named);
		assertEquals(Optional.of("E0 7123.00 eV is taken for the K edge of Fe."), named.note());
	}

	@Test
	void ofTwoNoneIsTaken() {
		final NamedEdge named = NamedEdge.of(INFO, 12660);
		assertNamed("", "", named);
		assertEquals(Optional.of(
			"E0 12660.00 eV may be the K edge of Se or the L3 edge of Tl: none of them is assumed."), named.note());
	}

	@Test
	void theElementDecidesWhichEdge() {
		final NamedEdge named = NamedEdge.of(INFO.with("Tl", ""), 12660);
		assertNamed("Tl", "L3", named);
		assertEquals(Optional.of("E0 12660.00 eV is taken for the L3 edge of Tl."), named.note());
	}

	@Test
	void farFromAllNothingIsSaid() {
		final NamedEdge named = NamedEdge.of(INFO, 7300);
		assertNamed("", "", named);
		assertEquals(Optional.empty(), named.note());
	}
}
