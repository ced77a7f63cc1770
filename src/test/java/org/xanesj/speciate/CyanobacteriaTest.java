// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.xanesj.RealData;
import org.xanesj.fit.CombinationFit;
import org.xanesj.fit.CombinationFit.Component;
import org.xanesj.fit.Combinations;
import org.xanesj.fit.Constraint;
import org.xanesj.fit.CoreHole;
import org.xanesj.fit.FitOptions;
import org.xanesj.fit.FitWay;
import org.xanesj.fit.FitWindow;
import org.xanesj.fit.Hamilton;
import org.xanesj.fit.LinearCombination;
import org.xanesj.fit.RankedFit;
import org.xanesj.io.ReferenceFiles;
import org.xanesj.prepare.Normalization;
import org.xanesj.stack.Spectrum;

/**
 * Athena's published example of linear combinations, from the project file to the fractions: gold(III) chloride that
 * cyanobacteria reduce to gold over 720 hours (Lengke et al., Environ. Sci. Technol. 40 (2006) 6304; Ravel, Athena
 * users' guide, "Linear combination analysis"). Its third standard is the sulphide.
 */
class CyanobacteriaTest {

	private static final String FOIL = "Au foil";
	private static final String CHLORIDE = "Au3 Cl aq";
	private static final String SULPHIDE = "Au sulphide";

	private static final List<String> STANDARDS = List.of(FOIL, "Au1 Cl", CHLORIDE, "Au hydroxide", "Au cyanide",
		"Au thiocyanide", SULPHIDE, "Au thiosulphate aq", "Au thiomalate aq");

	/** Hours, and the published shares of foil and chloride. */
	private static final Object[][] PUBLISHED = { { "0.12", .04, .69 }, { "2.42", .19, .60 }, { "4.73", .28, .53 }, {
		"7.03", .33, .49 }, { "9.33", .37, .45 }, { "20", .43, .41 }, { "33", .51, .39 }, { "720", .57, .27 } };

	private static Map<String, Spectrum> flattened() {
		return ReferenceFiles.open(RealData.at("athena/cyanobacteria.prj")).spectra().stream().map(
			CyanobacteriaTest::flattened).collect(Collectors.toMap(Spectrum::name, s -> s));
	}

	/** By what Athena stored with the group. It counts the polynomial's coefficients. */
	private static Spectrum flattened(final Spectrum raw) {
		final Normalization.Options options = Normalization.Options.AUTOMATIC.withE0(stored(raw, "bkg_e0")).withPreEdge(
			stored(raw, "bkg_pre1"), stored(raw, "bkg_pre2")).withPostEdge(stored(raw, "bkg_nor1"), stored(raw, "bkg_nor2"))
			.withDegree((int) stored(raw, "bkg_nnorm") - 1);
		return Normalization.of(raw, options).flattened();
	}

	private static double stored(final Spectrum spectrum, final String key) {
		return Double.parseDouble(spectrum.metadata().get(key));
	}

	private static FitOptions options(final Spectrum data) {
		final double e0 = stored(data, "bkg_e0");
		final FitWindow window = FitWindow.between(data.energies(), e0 - 20, e0 + 70);
		return FitOptions.DEFAULT.with(FitWay.NORMALIZED).with(Constraint.NON_NEGATIVE_SUM_TO_ONE).with(window);
	}

	private static CombinationFit fit(final Map<String, Spectrum> groups, final String hours, final String... standards) {
		return LinearCombination.fit(groups.get(hours), Stream.of(standards).map(groups::get).toList(), options(groups.get(
			hours)));
	}

	private static double fraction(final CombinationFit fit, final String name) {
		return fit.components().stream().filter(c -> c.name().equals(name)).mapToDouble(Component::fraction).findFirst()
			.orElseThrow();
	}

	@Test
	void theSixteenPublishedFractionsAreFound() {
		final Map<String, Spectrum> groups = flattened();
		for (final Object[] row : PUBLISHED) {
			final CombinationFit fit = fit(groups, (String) row[0], FOIL, CHLORIDE, SULPHIDE);
			assertEquals((double) row[1], fraction(fit, FOIL), 0.01, row[0] + " h, foil");
			assertEquals((double) row[2], fraction(fit, CHLORIDE), 0.01, row[0] + " h, chloride");
		}
	}

	/** In whole percents, as the guide prints them. */
	@Test
	void theErrorsAreThoseOfTheGuide() {
		final Map<String, Spectrum> groups = flattened();
		for (final Component component : fit(groups, "7.03", FOIL, CHLORIDE).components())
			assertEquals(1, Math.round(100 * component.fractionError()));
		final CombinationFit three = fit(groups, "7.03", FOIL, CHLORIDE, SULPHIDE);
		assertEquals(2, Math.round(100 * three.components().get(0).fractionError()));
		assertEquals(2, Math.round(100 * three.components().get(2).fractionError()));
	}

	/** In the guide the sulphide comes first, and the three other standards of gold and sulphur just behind it. */
	@Test
	void theSulphideIsTheBestThirdOfNineStandards() {
		final Map<String, Spectrum> groups = flattened();
		final Spectrum data = groups.get("7.03");
		final List<Spectrum> standards = STANDARDS.stream().map(groups::get).toList();
		final List<Set<String>> ranked = Combinations.fit(data, standards, 3, options(data), Hamilton.of(data.energies(),
			CoreHole.of("Au", "L3", 11919))).stream().map(CyanobacteriaTest::members).toList();
		assertEquals(Set.of(FOIL, CHLORIDE, SULPHIDE), ranked.get(0));
		assertEquals(Set.of(Set.of(FOIL, CHLORIDE, "Au thiocyanide"), Set.of(FOIL, CHLORIDE, "Au thiosulphate aq"), Set.of(
			FOIL, CHLORIDE, "Au thiomalate aq")), Set.copyOf(ranked.subList(1, 4)));
	}

	private static Set<String> members(final RankedFit ranked) {
		return ranked.fit().components().stream().map(Component::name).collect(Collectors.toSet());
	}
}
