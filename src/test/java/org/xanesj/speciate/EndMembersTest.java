// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xanesj.SmallStack;
import org.xanesj.block.LocalRunner;
import org.xanesj.block.Progress;
import org.xanesj.factor.McrStart;
import org.xanesj.fit.SpeciesMaps;
import org.xanesj.phantom.IronPhantom;
import org.xanesj.phantom.Phantom;
import org.xanesj.stack.InputException;
import org.xanesj.stack.ReferenceLibrary;
import org.xanesj.stack.SpectralImage;
import org.xanesj.stack.Spectrum;

/** Species resolved from stacks whose species are known. */
class EndMembersTest {

	private static EndMembers resolve(final SpectralImage stack, final ReferenceLibrary references,
		final EndMemberOptions options)
	{
		return EndMembers.of(new Sample(stack, Optional.empty(), Optional.empty(), references), options, new LocalRunner(2,
			Progress.NONE));
	}

	private static EndMembers halves(final EndMemberOptions options) {
		return resolve(SmallStack.halves(), SmallStack.references(), options);
	}

	@ParameterizedTest
	@EnumSource(McrStart.class)
	void theFourSpeciesOfThePhantomAreFound(final McrStart start, final TestReporter reporter) {
		final Phantom phantom = IronPhantom.make(1 + start.ordinal(), 30);
		final EndMembers found = resolve(phantom.image(), phantom.references(), EndMemberOptions.DEFAULT.with(start));
		final EndMemberScore score = EndMemberScore.of(phantom, found);
		reporter.publishEntry(start + ": rms " + text(score.rms()) + ", mean absolute error of fractions " + text(score
			.error()) + ", truth in band " + text(score.inBand()) + ", in range " + text(score.inRange()) +
			", width of range " + text(score.width()));
		for (final double rms : score.rms()) assertTrue(rms <= 0.003, "rms " + rms);
		assertTrue(score.error() <= 0.02, "fractions: " + score.error());
		for (final double share : score.inBand()) assertTrue(share >= 0.9, "truth in band: " + share);
		for (final double share : score.inRange()) assertTrue(share >= 0.98, "truth in range: " + share);
		assertTrue(found.mcr().converged());
		assertTrue(Arrays.stream(found.mcr().alone()).allMatch(n -> n > 1000));
	}

	private static String text(final double... values) {
		return Arrays.stream(values).mapToObj(v -> String.format(Locale.ROOT, "%.4f", v)).collect(Collectors.joining(" "));
	}

	/** Nothing tells the species of mixtures from mixtures of them: what is found is the outermost mixtures, and it is said. */
	@Test
	void ofMixturesAloneTheRangeHoldsTheTruth() {
		final EndMembers found = resolve(mixed(), SmallStack.references(), EndMemberOptions.DEFAULT);
		assertEquals(2, found.members().size());
		for (final EndMember member : found.members()) {
			assertTrue(member.name().startsWith("component "), member.name());
			assertTrue(member.match().orElseThrow().rms() > 0.03, "what is found is no species: " + member.match());
			assertTrue(member.least() < 0.5 && member.most() > 0.5, "share from " + member.least() + " to " + member.most());
			final boolean oxidized = member.match().orElseThrow().reference().equals("oxidized");
			final double[] truth = truth(oxidized ? SmallStack.OXIDIZED : SmallStack.REDUCED, found);
			final long inside = IntStream.range(0, truth.length).filter(e -> truth[e] >= member.lowest()[e] && truth[e] <= member
				.highest()[e]).count();
			assertTrue(inside >= 0.9 * truth.length, member.name() + ": " + inside + " of " + truth.length);
		}
	}

	/** Every pixel holds from 30 to 70 % of either species. */
	private static SpectralImage mixed() {
		return SmallStack.of(SmallStack.ENERGIES, 40, 30, 1, p -> {
			final double share = 0.3 + 0.4 * (p * 37 % 101) / 100.0;
			return e -> share * SmallStack.REDUCED.applyAsDouble(e) + (1 - share) * SmallStack.OXIDIZED.applyAsDouble(e);
		}, 0.01);
	}

	/** @return a species as end members are normalised */
	private static double[] truth(final DoubleUnaryOperator mu, final EndMembers found) {
		return fitting(found).operator().apply(measured(mu));
	}

	/** @return what Larch's rules make the edge step of a species, on the energies of the stack */
	private static double step(final DoubleUnaryOperator mu, final EndMembers found) {
		return fitting(found).operator().edgeStep(measured(mu));
	}

	private static double[] measured(final DoubleUnaryOperator mu) {
		return Arrays.stream(SmallStack.ENERGIES.toArray()).map(mu).toArray();
	}

	private static Fitting fitting(final EndMembers found) {
		return Fitting.of(found.ground(), SpeciateOptions.DEFAULT, new LocalRunner(1, Progress.NONE));
	}

	@Test
	void halvesAreNamedAndMapped() {
		final SpeciesMaps maps = halves(EndMemberOptions.DEFAULT).maps();
		assertEquals(List.of("oxidized", "reduced"), maps.names().stream().sorted().toList());
		final float[] oxidized = maps.fractions()[maps.names().indexOf("oxidized")];
		for (int p = 0; p < oxidized.length; p++) assertEquals(p % SmallStack.WIDTH < SmallStack.WIDTH / 2 ? 0 : 1,
			oxidized[p], 0.05, "pixel " + p);
	}

	@Test
	void withClosureFractionsSumToOneAndWithoutTheyAreAmountsOfSpectraOfMaximumOne() {
		final EndMembers shares = halves(EndMemberOptions.DEFAULT);
		final EndMembers amounts = halves(EndMemberOptions.DEFAULT.with(Closure.NONE));
		final double reduced = step(SmallStack.REDUCED, shares), oxidized = step(SmallStack.OXIDIZED, shares);
		for (int p = 0; p < shares.maps().edgeStep().length; p++) {
			final int pixel = p;
			assertEquals(1, Arrays.stream(shares.maps().fractions()).mapToDouble(map -> map[pixel]).sum(), 1e-6);
			assertEquals(p % SmallStack.WIDTH < SmallStack.WIDTH / 2 ? reduced : oxidized, shares.maps().edgeStep()[p], 0.04, "edge step");
		}
		for (int k = 0; k < 2; k++) {
			final double[] spectrum = amounts.members().get(k).spectrum().values();
			assertEquals(1, Arrays.stream(spectrum).max().orElseThrow(), 1e-12);
			// the same spectrum in another unit, and so the same product
			final double unit = Arrays.stream(shares.members().get(k).spectrum().values()).max().orElseThrow();
			for (int p = 0; p < 12; p++) assertEquals(shares.maps().fractions()[k][p] * shares.maps().edgeStep()[p] * unit,
				amounts.maps().fractions()[k][p], 1e-3);
		}
	}

	@Test
	void aFixedReferenceIsNotChanged() {
		final EndMembers found = halves(EndMemberOptions.DEFAULT.withFixed("oxidized"));
		final Spectrum prepared = fitting(found).prepared(SmallStack.references()).spectra().get(0);
		assertEquals("oxidized", found.members().get(0).name());
		assertTrue(found.members().get(0).isFixed());
		assertArrayEquals(prepared.values(), found.members().get(0).spectrum().values());
		assertEquals("reduced", found.members().get(1).name());
	}

	@Test
	void whatCannotBeFixedIsNamed() {
		final String said = assertThrows(InputException.class, () -> halves(EndMemberOptions.DEFAULT.withFixed("rust")))
			.getMessage();
		assertEquals("fixed=rust is none of the 2 references, or cannot be used.\nThey are: oxidized, reduced.", said);
	}

	@Test
	void theAnswerDoesNotDependOnThreads() {
		final Sample sample = new Sample(mixed(), Optional.empty(), Optional.empty(), ReferenceLibrary.of(List.of()));
		final EndMembers one = EndMembers.of(sample, EndMemberOptions.DEFAULT, new LocalRunner(1, Progress.NONE));
		final EndMembers three = EndMembers.of(sample, EndMemberOptions.DEFAULT, new LocalRunner(3, Progress.NONE));
		for (int k = 0; k < 2; k++) {
			assertArrayEquals(one.maps().fractions()[k], three.maps().fractions()[k]);
			assertArrayEquals(one.members().get(k).lowest(), three.members().get(k).lowest());
		}
	}
}
