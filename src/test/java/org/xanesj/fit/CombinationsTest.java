// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xanesj.fit.EdgePhantom.AXIS;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xanesj.block.Progress;
import org.xanesj.fit.CombinationFit.Component;
import org.xanesj.stack.InputException;
import org.xanesj.stack.Spectrum;

class CombinationsTest {

	private static final List<Spectrum> REFERENCES = EdgePhantom.references(AXIS, 6);
	private static final Hamilton HAMILTON = Hamilton.of(AXIS, CoreHole.of("Fe", "K", 7112));
	private static final double[] TRUTH = { 0, 0.6, 0, 0.3, 0, 0 };

	private static Spectrum data(final double sigma) {
		return EdgePhantom.mixture(REFERENCES, TRUTH, 0, 0, sigma, new Random(8));
	}

	private static String names(final CombinationFit fit) {
		return fit.components().stream().map(Component::name).collect(Collectors.joining(" "));
	}

	@ParameterizedTest
	@EnumSource
	void theRankingIsThatOfFittingEachCombinationByItself(final Constraint constraint) {
		for (final FitWay way : FitWay.values()) {
			final FitOptions options = FitOptions.DEFAULT.with(way).with(constraint);
			final List<CombinationFit> each = new ArrayList<>();
			for (int size = 1; size <= 3; size++) for (int set = 1; set < 64; set++) {
				final int bits = set;
				if (Integer.bitCount(bits) != size) continue;
				final CombinationFit fit = LinearCombination.fit(data(0.01), IntStream.range(0,
					6).filter(j -> (bits >> j & 1) != 0)
					.mapToObj(REFERENCES::get).toList(), options);
				if (fit.size() == size) each.add(fit);
			}
			each.sort(Comparator.comparingDouble(CombinationFit::reducedChiSquare));
			final List<RankedFit> ranked = Combinations.fit(data(0.01), REFERENCES, 3, options, HAMILTON);
			assertEquals(Math.min(16, each.size()), ranked.size());
			for (int i = 0; i < ranked.size(); i++) {
				assertEquals(names(each.get(i)), names(ranked.get(i).fit()));
				assertEquals(i + 1, ranked.get(i).rank());
			}
		}
	}

	@Test
	void theTrueCombinationIsBestAndListedOnce() {
		final List<RankedFit> ranked = Combinations.fit(data(0.002), REFERENCES, 4, FitOptions.DEFAULT, HAMILTON);
		assertTrue(names(ranked.get(0).fit()).contains("ref1") && names(ranked.get(0).fit()).contains("ref3"));
		assertTrue(ranked.get(0).indistinguishableFromBest());
		assertEquals(1, ranked.get(0).probability());
		final List<String> listed = ranked.stream().map(fit -> names(fit.fit())).toList();
		assertEquals(listed.size(), new HashSet<>(listed).size());
		for (final RankedFit fit : ranked) for (final Component component : fit.fit().components())
			assertTrue(component.amount() > 0);
	}

	@Test
	void hamiltonsTestMarksWhatIsNoWorse() {
		final List<RankedFit> ranked = Combinations.fit(data(0.01), REFERENCES, 2, FitOptions.DEFAULT, HAMILTON);
		final CombinationFit best = ranked.get(0).fit();
		for (final RankedFit fit : ranked) {
			final double probability = HAMILTON.probability(best.chiSquare(), fit.fit().chiSquare(),
				best.components().size());
			assertEquals(probability, fit.probability());
			assertEquals(probability >= 0.05, fit.indistinguishableFromBest());
		}
		assertFalse(ranked.get(ranked.size() - 1).indistinguishableFromBest());
	}

	@Test
	void thirtyReferencesUpToFourTakeSeconds() {
		final List<Spectrum> many = IntStream.range(0, 30).mapToObj(j -> EdgePhantom.reference("ref" + j, AXIS,
			7112 + 0.6 * j,
			0.2 + 0.15 * (j * 7 % 5))).toList();
		final Spectrum data = EdgePhantom.mixture(many, new double[] { 0, 0.5, 0, 0, 0, 0, 0, 0, 0, 0.5 }, 0, 0, 0.001,
			new Random(1));
		final List<RankedFit> ranked = assertTimeout(Duration.ofSeconds(20), () -> Combinations.fit(data, many, 4,
			FitOptions.DEFAULT, HAMILTON));
		assertEquals(16, ranked.size());
		assertTrue(ranked.get(0).fit().rFactor() < 1e-5);
	}

	@Test
	void whereNothingFitsAboveZeroThatIsTheAnswer() {
		final Spectrum line = EdgePhantom.mixture(REFERENCES, new double[] { -1 }, 0, 0, 0, new Random(1));
		final List<RankedFit> ranked = Combinations.fit(line, REFERENCES, 2, FitOptions.DEFAULT, HAMILTON);
		assertEquals(1, ranked.size());
		assertEquals(0, ranked.get(0).fit().edgeStep());
		assertTrue(InUse.DEFAULT.names(List.of(ranked.get(0).fit())).isEmpty());
	}

	@Test
	void nonsenseIsRefused() {
		assertThrows(InputException.class, () -> Combinations.fit(data(0), REFERENCES, 0, FitOptions.DEFAULT, HAMILTON));
		assertThrows(InputException.class, () -> Combinations.fit(data(0), EdgePhantom.references(AXIS, 60), 6,
			FitOptions.DEFAULT, HAMILTON));
	}

	@Test
	void aReferenceIsInUseAboveOnePerCentAndThreeStandardErrors() {
		final CombinationFit clean = LinearCombination.fit(data(0.001), List.of(REFERENCES.get(1), REFERENCES.get(3)),
			FitOptions.DEFAULT);
		final CombinationFit alone = LinearCombination.fit(data(0.001), List.of(REFERENCES.get(5)), FitOptions.DEFAULT);
		assertEquals(List.of("ref1", "ref3", "ref5"), InUse.DEFAULT.names(List.of(clean, alone, clean)));
		assertEquals(List.of("ref1"), new InUse(0.5, 3).names(List.of(clean)));
		assertEquals(List.of(), new InUse(0.01, 1e6).names(List.of(clean)));
	}

	@Test
	void progressIsToldAndMayStopIt() {
		final List<Spectrum> many = EdgePhantom.references(AXIS, 16);
		final List<Long> reports = new ArrayList<>();
		final Progress stopping = new Progress() {

			@Override
			public void report(final String step, final long done, final long total) {
				assertEquals("Fitting " + data(0.01).name(), step);
				assertEquals(16 + 120 + 560, total);
				reports.add(done);
			}

			@Override
			public boolean isCancelled() {
				return reports.size() == 2;
			}
		};
		Combinations.fit(data(0.01), many, 3, FitOptions.DEFAULT, HAMILTON, stopping);
		assertEquals(List.of(256L, 512L), reports, "the last look is before the end");
		assertThrows(CancellationException.class, () -> Combinations.fit(data(0.01), many, 4, FitOptions.DEFAULT, HAMILTON,
			stopping));
	}
}
