// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.xanesj.block.Runner;
import org.xanesj.factor.FeasibleRange;
import org.xanesj.factor.Mcr;
import org.xanesj.factor.McrMethod;
import org.xanesj.factor.McrOptions;
import org.xanesj.factor.Mixtures;
import org.xanesj.fit.SpeciesMaps;
import org.xanesj.prepare.NormalizationMethod;
import org.xanesj.speciate.EndMember.Match;
import org.xanesj.stack.InputException;
import org.xanesj.stack.Mask;
import org.xanesj.stack.ReferenceLibrary;
import org.xanesj.stack.Spectrum;

/**
 * The species of a stack, found from its pixels, with maps of how much of each is where, and how far other species would
 * explain the pixels as well. Species are resolved in the scores of a sample of pixels, then fitted in all, as references
 * are.
 *
 * @param ground what it stands on
 * @param members the species, fixed ones first
 * @param mcr how they were resolved
 * @param maps of every pixel
 * @param ranges of every pixel
 * @param notes what was assumed
 */
public record EndMembers(Groundwork ground, List<EndMember> members, Mcr mcr, SpeciesMaps maps, RangeMaps ranges,
	List<String> notes)
{

	/** Pixels in which species are resolved, at most. */
	static final int RESOLVED = 10_000;

	/** Of these, those by which their range is found, at most. */
	static final int RANGED = 1_000;

	/** Species that are looked for when nobody says how many, at most. */
	private static final int AUTOMATIC = 6;

	/** Standard errors that are added to the range of spectra. */
	private static final double ERRORS = 2;

	/** @throws InputException when the stack, its mask, the options or the references cannot be used */
	public static EndMembers of(final Sample sample, final EndMemberOptions options, final Runner runner) {
		MapsInMemory.require(sample.stack(), Math.max(1, options.components()));
		final Groundwork ground = resolvable(Groundwork.of(sample, options.groundwork(), runner), options.components());
		final Fitting fitting = Fitting.of(ground, options.groundwork().with(method(ground)), runner);
		final ReferenceLibrary references = fitting.prepared(sample.references());
		final SpeciesSpace space = SpeciesSpace.of(ground, fitting, runner);
		final List<Spectrum> fixed = options.fixed().stream().map(name -> fixed(name, references, sample.references())).toList();
		final double[][] known = fixed.stream().map(space::scores).toArray(double[][]::new);
		final Mask mask = ground.edge().mask();
		final Mixtures mixtures = SampledScores.of(ground, Thinned.of(mask, RESOLVED, options.seed()), space.cone(), runner);
		final Mcr mcr = Mcr.of(mixtures, known, options.mcr(ground.window().length), runner.progress());
		final FeasibleRange range = range(ground, space, mcr, known.length, options, runner).with(mixtures, mcr.spectra());
		final List<List<Spectrum>> solutions = range.solutions().stream().map(t -> spectra(t, fixed, space, options.closure()))
			.toList();
		final List<EndMember> members = members(solutions, range, fixed.size(), mcr, references, space);
		final SpeciesMaps maps = fitting.map(members.stream().map(EndMember::spectrum).toList());
		final RangeMaps ranges = RangeMaps.of(ground.image(), mask, fitting, options.closure(), solutions, runner);
		return new EndMembers(ground, members, mcr, maps, ranges, EndMemberNotes.of(sample, ground, references, mixtures,
			members, mcr, options));
	}

	/** Drift and thickness make components, too, on measured stacks: more than a few are seldom species. */
	private static Groundwork resolvable(final Groundwork found, final int asked) {
		if (asked > 0 || found.components() <= AUTOMATIC) return found;
		return found.withComponents(AUTOMATIC, found.components() + " components are more than are told apart as species (drift and " +
			"thickness make some, too): the " + AUTOMATIC + " strongest are resolved; components= asks for another number.");
	}

	/** Short ranges have no edge step: there the mean above the edge takes its part. */
	private static NormalizationMethod method(final Groundwork ground) {
		final NormalizationMethod method = NormalizationMethod.AUTO.resolve(ground.image().energies(), ground.edge().e0());
		return method == NormalizationMethod.NONE ? NormalizationMethod.AREA : method;
	}

	private static Spectrum fixed(final String name, final ReferenceLibrary prepared, final ReferenceLibrary given) {
		return prepared.spectra().stream().filter(r -> r.name().equals(name)).findFirst().orElseThrow(
			() -> new InputException("fixed=" + name + " is none of the " + given.spectra().size() +
				" references, or cannot be used.", given.spectra().isEmpty() ? "Give it among the references." : "They are: " +
					String.join(", ", given.spectra().stream().map(Spectrum::name).toList()) + "."));
	}

	/**
	 * The limit of the misfit is taken where zeros are real: at the sparse solution that is reached from the one that is
	 * shown.
	 */
	private static FeasibleRange range(final Groundwork ground, final SpeciesSpace space, final Mcr shown,
		final int fixed, final EndMemberOptions options, final Runner runner)
	{
		final Mask few = Thinned.of(ground.edge().mask(), RANGED, options.seed());
		final Mixtures mixtures = SampledScores.of(ground, few, space.cone(), runner);
		final McrOptions sparse = options.with(McrMethod.MCR_ALS).with(Sparsity.BIC).mcr(ground.window().length);
		return FeasibleRange.of(mixtures, Mcr.from(mixtures, shown.spectra(), fixed, sparse, runner.progress()).spectra(),
			fixed, runner.progress());
	}

	private static List<Spectrum> spectra(final double[][] scores, final List<Spectrum> fixed, final SpeciesSpace space,
		final Closure closure)
	{
		final List<Spectrum> spectra = new ArrayList<>(fixed);
		for (int k = fixed.size(); k < scores.length; k++) {
			final double[] values = space.spectrum(scores[k]);
			final double unit = closure == Closure.NONE ? Arrays.stream(values).max().orElse(1) : 1;
			spectra.add(new Spectrum("component " + (k + 1), space.axis(), Arrays.stream(values).map(v -> v / unit).toArray()));
		}
		return spectra;
	}

	/** @param solutions the one that is shown first */
	private static List<EndMember> members(final List<List<Spectrum>> solutions, final FeasibleRange range,
		final int fixed, final Mcr mcr, final ReferenceLibrary references, final SpeciesSpace space)
	{
		final List<Spectrum> shown = solutions.get(0);
		final List<Optional<Match>> matches = Likeness.of(shown, references.spectra(), space.window());
		final List<String> names = Likeness.names(matches, shown.subList(0, fixed));
		final List<EndMember> members = new ArrayList<>();
		for (int k = 0; k < shown.size(); k++) {
			final int species = k;
			final List<double[]> all = solutions.stream().map(s -> s.get(species).values()).toList();
			final double[] error = k < fixed ? new double[all.get(0).length] : space.error(range.solutions().get(0)[k]);
			members.add(new EndMember(shown.get(k).named(names.get(k)), error, edge(all, error, -1), edge(all, error, 1), range
				.shares().get(0)[k], range.least(k), range.most(k), mcr.alone()[k], matches.get(k), k < fixed));
		}
		return List.copyOf(members);
	}

	/** @return the outermost values on one side, and two standard errors beyond */
	private static double[] edge(final List<double[]> spectra, final double[] error, final int side) {
		return IntStream.range(0, error.length).mapToDouble(e -> side * (spectra.stream().mapToDouble(s -> side * s[e]).max()
			.orElseThrow() + ERRORS * error[e])).toArray();
	}
}
