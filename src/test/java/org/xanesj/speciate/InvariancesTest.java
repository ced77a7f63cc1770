// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xanesj.SmallStack;
import org.xanesj.block.LocalRunner;
import org.xanesj.block.Progress;
import org.xanesj.fit.Constraint;
import org.xanesj.fit.FitWay;
import org.xanesj.fit.RankedFit;
import org.xanesj.phantom.IronPhantom;
import org.xanesj.phantom.Phantom;
import org.xanesj.phantom.SoftPhantom;
import org.xanesj.prepare.NormalizationMethod;
import org.xanesj.stack.ReferenceLibrary;
import org.xanesj.stack.SpectralImage;
import org.xanesj.stack.Spectrum;

/** What must not change the result. */
class InvariancesTest {

	private static final LocalRunner RUNNER = new LocalRunner(2, Progress.NONE);
	private static final SpeciateOptions DEFAULT = SpeciateOptions.DEFAULT;

	private static Speciation run(final SpectralImage stack, final ReferenceLibrary references,
		final SpeciateOptions options)
	{
		return Speciate.run(new Sample(stack, Optional.empty(), Optional.empty(), references), options, RUNNER);
	}

	private static SpeciateOptions window(final SpeciateOptions o, final double from, final double to,
		final String exclude)
	{
		return new SpeciateOptions(o.mode(), o.fit(), o.normalization(), o.components(), o.clusters(), o.maxSpecies(), o
			.constraint(), from, to, exclude, 0, o.seed(), o.certainty());
	}

	private static List<String> species(final Speciation speciation) {
		return speciation.results().stream().map(ClusterResult::species).toList();
	}

	private static SpectralImage changed(final SpectralImage image, final int energy, final DoubleUnaryOperator change) {
		final List<float[]> planes = SmallStack.planes(image);
		final float[] plane = planes.get(energy);
		for (int p = 0; p < plane.length; p++) plane[p] = (float) change.applyAsDouble(plane[p]);
		return SpectralImage.ofPlanes(planes, image.width(), image.height(), 1, image.energies(), image.info());
	}

	@ParameterizedTest
	@ValueSource(strings = { "BASELINE", "NORMALIZED" })
	void whateverAnExcludedImageHolds(final FitWay way) {
		final Phantom phantom = IronPhantom.make(1, 30);
		final int bad = 66;
		final SpeciateOptions options = window(DEFAULT.with(way), 0, 0, String.valueOf(phantom.image().energies().at(bad)));
		final Speciation clean = run(phantom.image(), phantom.references(), options);
		for (final DoubleUnaryOperator change : List.<DoubleUnaryOperator> of(v -> Double.NaN, v -> v + 2, v -> 0)) {
			final Speciation spoilt = run(changed(phantom.image(), bad, change), phantom.references(), options);
			assertArrayEquals(clean.labels(), spoilt.labels());
			assertEquals(species(clean), species(spoilt));
			assertArrayEquals(MeanImage.of(clean.ground().image(), new int[] { 0 }, RUNNER), MeanImage.of(spoilt.ground().image(),
				new int[] { 0 }, RUNNER));
			assertArrayEquals(clean.maps().orElseThrow().fractions(), spoilt.maps().orElseThrow().fractions());
		}
	}

	@Test
	void aDarkImageOfCountsThatIsExcludedWithItsI0() {
		final Phantom phantom = SoftPhantom.make(1, 3000);
		final double[] incident = phantom.incident().clone();
		final int bad = 50;
		final SpeciateOptions options = window(DEFAULT, 0, 0, String.valueOf(phantom.image().energies().at(bad)));
		final Optional<Spectrum> i0 = Optional.of(new Spectrum("i0", phantom.image().energies(), incident.clone()));
		final Speciation clean = Speciate.run(new Sample(phantom.image(), i0, Optional.empty(), phantom.references()), options,
			RUNNER);
		incident[bad] = 0;
		final Speciation dark = Speciate.run(new Sample(changed(phantom.image(), bad, v -> 0), Optional.of(new Spectrum("i0",
			phantom.image().energies(), incident)), Optional.empty(), phantom.references()), options, RUNNER);
		assertArrayEquals(clean.labels(), dark.labels());
		assertEquals(species(clean), species(dark));
	}

	@ParameterizedTest
	@ValueSource(doubles = { 1e-3, 30 })
	void theUnitsOfReferencesThatAreNotNormalised(final double unit) {
		final Phantom phantom = SoftPhantom.make(1, 3000);
		final SpeciateOptions options = DEFAULT.with(NormalizationMethod.NONE);
		final List<Spectrum> scaled = new ArrayList<>();
		for (final Spectrum s : phantom.references().spectra()) scaled.add(s.with(IntStream.range(0, s.values().length)
			.mapToDouble(i -> unit * s.values()[i]).toArray()));
		final Speciation one = run(phantom.image(), phantom.references(), options);
		final Speciation other = run(phantom.image(), ReferenceLibrary.of(scaled), options);
		assertEquals(species(one), species(other));
		assertEquals(one.maps().orElseThrow().names(), other.maps().orElseThrow().names());
	}

	@ParameterizedTest
	@ValueSource(doubles = { 1e-3, 1e3 })
	void theUnitsOfTheStackWhenAmountsAreAskedFor(final double unit) {
		final Phantom phantom = IronPhantom.make(1, 30);
		final List<float[]> planes = SmallStack.planes(phantom.image());
		for (final float[] plane : planes) for (int p = 0; p < plane.length; p++) plane[p] *= (float) unit;
		final SpectralImage scaled = SpectralImage.ofPlanes(planes, 128, 128, 1, phantom.image().energies(), phantom.image()
			.info());
		final SpeciateOptions options = DEFAULT.with(Constraint.NON_NEGATIVE);
		final Speciation one = run(phantom.image(), phantom.references(), options);
		final Speciation other = run(scaled, phantom.references(), options);
		assertEquals(species(one), species(other));
		assertEquals(one.maps().orElseThrow().names(), other.maps().orElseThrow().names());
	}

	@Test
	void whatIsFittedForWhereTheElementIs() {
		final Phantom phantom = IronPhantom.make(1, 30);
		final Speciation whole = run(phantom.image(), phantom.references(), DEFAULT);
		final Speciation narrow = run(phantom.image(), phantom.references(), window(DEFAULT, 7130, 7180, ""));
		assertEquals(whole.ground().edge().mask().count(), narrow.ground().edge().mask().count());
		assertEquals(whole.ground().edge().e0(), narrow.ground().edge().e0(), 0);
	}

	@Test
	void theCoreHoleForAnythingButWhatCannotBeToldFromTheBest() {
		final Phantom phantom = IronPhantom.make(2, 30);
		final Speciation tabulated = run(phantom.image(), phantom.references(), DEFAULT);
		final SpeciateOptions wide = new SpeciateOptions(Mode.AUTO, DEFAULT.fit(), DEFAULT.normalization(), 0, 0, 3, DEFAULT
			.constraint(), 0, 0, "", 20, 1, DEFAULT.certainty());
		final Speciation few = run(phantom.image(), phantom.references(), wide);
		assertEquals(1.25, tabulated.options().coreHole(), 0);
		assertEquals(20, few.options().coreHole(), 0);
		assertArrayEquals(tabulated.maps().orElseThrow().fractions(), few.maps().orElseThrow().fractions());
		assertTrue(asGood(few) > asGood(tabulated), asGood(few) + " and " + asGood(tabulated));
	}

	private static long asGood(final Speciation speciation) {
		return speciation.results().stream().flatMap(r -> r.fits().stream()).filter(RankedFit::indistinguishableFromBest)
			.count();
	}

	@Test
	void askingForWhatWasFoundAutomatically() {
		final Phantom phantom = IronPhantom.make(2, 30);
		final Speciation found = run(phantom.image(), phantom.references(), DEFAULT);
		final Speciation asked = run(phantom.image(), phantom.references(), found.options());
		assertArrayEquals(found.labels(), asked.labels());
		assertArrayEquals(found.maps().orElseThrow().fractions(), asked.maps().orElseThrow().fractions());
		assertEquals(found.options(), asked.options());
	}
}
