// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.xanesj.fit.Posterior;
import org.xanesj.fit.Posterior.Belief;
import org.xanesj.fit.Posterior.Moved;
import org.xanesj.speciate.ClusterResult;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.Spectrum;

class BeliefsTest {

	private static final Posterior POSTERIOR = new Posterior(List.of(new Belief("rust & co", 0.25, 0.1, 0.17, 0, 0.3, 0,
		0.45), new Belief("ore", 1, 0.9, 0.17, 0.7, 1, 0.55, 1), new Belief("decoy", 0.001, 0.00001, 0.0004, 0, 0, 0, 0)), List
			.of(new Moved("shift", -0.123, 0.011), new Moved("variance", 0.2, 0.5), new Moved("self-absorption", 0, 0.02)), 3,
		false);

	private static ClusterResult cluster(final Optional<Posterior> posterior) {
		return new ClusterResult(4, 10, 1, new Spectrum("mean", EnergyAxis.of(1, 2), new double[2]), List.of(), posterior, "ore");
	}

	private static String page(final Optional<Posterior> posterior) {
		final Html page = new Html("test");
		Beliefs.addTo(page, List.of(cluster(posterior)));
		return new String(page.bytes(), StandardCharsets.UTF_8);
	}

	@Test
	void theTableHoldsEveryReference() {
		final String table = new String(SpeciationTables.posteriors(List.of(cluster(Optional.of(POSTERIOR)))).bytes(),
			StandardCharsets.UTF_8);
		assertEquals("cluster,reference,probability,fraction,sigma,low_68,high_68,low_95,high_95\r\n" +
			"4,rust & co,0.25,0.1,0.17,0,0.3,0,0.45\r\n4,ore,1,0.9,0.17,0.7,1,0.55,1\r\n4,decoy,0.001,0.00001,0.0004,0,0,0,0\r\n",
			table);
	}

	@Test
	void theReportShowsWhatIsProbableMostFirst() {
		final String page = page(Optional.of(POSTERIOR));
		assertTrue(page.indexOf("<td>ore</td>") < page.indexOf("<td>rust &amp; co</td>"));
		assertTrue(page.contains("0.90&nbsp;±&nbsp;0.17") && page.contains("0.55 to 1.00"), page);
		assertTrue(page.contains("-0.123&nbsp;±&nbsp;0.011"));
		assertTrue(page.contains("variational"), "that not every set was looked at is said");
		assertFalse(page.contains("decoy"));
	}

	@Test
	void whereNothingIsBelievedNothingIsSaid() {
		assertFalse(page(Optional.empty()).contains("How sure"));
		assertFalse(page(Optional.of(new Posterior(List.of(), List.of(), 0, true))).contains("How sure"));
	}
}
