// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.xanesj.block.Progress;
import org.xanesj.stack.InputException;
import org.xanesj.stack.Spectrum;

/**
 * Fits a spectrum by every combination of a few of many references and ranks them by reduced chi-square. All work
 * on the R of one factorisation, so thirty references up to four at a time take about a second.
 */
public final class Combinations {

	/** How many of the best are listed. */
	public static final int LISTED = 16;

	/** More combinations than this would take many minutes. */
	private static final double MOST = 1e6;

	/** How many trials may wait to be sorted. */
	private static final int WAITING = 1024;

	/** How many attempts lie between two looks at whether the user still wants them. */
	private static final int REPORTED = 256;

	private record Trial(int[] members, double reducedChiSquare) {}

	private final double[][] reduced;
	private final double[] target;
	private final double outside;
	private final Design design;
	private final Solver solver;
	private final List<Trial> trials = new ArrayList<>();
	private final String step;
	private final long count;
	private final Progress progress;
	private long attempts;

	private Combinations(final Design design, final Spectrum data, final double count, final Progress progress) {
		this.design = design;
		step = "Fitting " + data.name();
		this.count = (long) count;
		this.progress = progress;
		final double[] window = LinearCombination.window(data, design);
		final double[] projected = design.project(window);
		target = design.target(projected);
		reduced = design.reduced();
		outside = design.outside(window, projected) + design.smooth(projected);
		solver = Solver.of(design.solved());
	}

	/**
	 * @param references among which to choose
	 * @param maxSpecies the most references in a combination
	 * @param hamilton which combinations count as no worse than the best
	 * @return the best, at most {@link #LISTED}. A combination with a member held at zero is the smaller one and listed
	 *         as that; when every reference is held at zero, that one fit of all
	 * @throws InputException when there are no references, too many combinations, or data that cannot be fitted
	 */
	public static List<RankedFit> fit(final Spectrum data, final List<Spectrum> references, final int maxSpecies,
		final FitOptions options, final Hamilton hamilton)
	{
		return fit(data, references, maxSpecies, options, hamilton, Progress.NONE);
	}

	/**
	 * The same, watched.
	 *
	 * @throws java.util.concurrent.CancellationException when the user stops it
	 */
	public static List<RankedFit> fit(final Spectrum data, final List<Spectrum> references, final int maxSpecies,
		final FitOptions options, final Hamilton hamilton, final Progress progress)
	{
		final Combinations all = of(data, references, maxSpecies, options, progress);
		for (int size = 1; size <= Math.min(maxSpecies, references.size()); size++) all.tryAll(size);
		return RankedFit.best(all.best().stream().map(trial -> ShiftedFit.unmoved(data, Design.of(data.energies(), IntStream
			.of(trial.members).mapToObj(references::get).toList(), options))).toList(), LISTED, hamilton);
	}

	/**
	 * The same with references that may each be off by a little. The best combinations of each size without shifts, at
	 * most {@link #LISTED}, are fitted again with shifts and ranked by that.
	 *
	 * @param most the largest shift in eV, either way
	 * @throws InputException also when that is not a positive number
	 */
	public static List<RankedFit> fit(final Spectrum data, final List<MovableReference> references, final double most,
		final int maxSpecies, final FitOptions options, final Hamilton hamilton, final Progress progress)
	{
		final Combinations all = of(data, references.stream().map(r -> r.moved().apply(0)).toList(), maxSpecies, options,
			progress);
		final List<int[]> candidates = new ArrayList<>();
		for (int size = 1; size <= Math.min(maxSpecies, references.size()); size++) {
			all.tryAll(size);
			all.keepBest();
			for (final Trial trial : all.trials) candidates.add(trial.members);
			all.trials.clear();
		}
		if (candidates.isEmpty()) candidates.add(all.best().get(0).members);
		final List<ShiftedFit> fits = new ArrayList<>();
		for (final int[] members : candidates) {
			progress.advance("Shifting the references of " + data.name(), fits.size(), candidates.size());
			fits.add(ShiftedFit.of(data, IntStream.of(members).mapToObj(references::get).toList(), most, options));
		}
		final List<ShiftedFit> whole = fits.stream().filter(ShiftedFit::isWhole).toList();
		return RankedFit.best(whole.isEmpty() ? fits : whole, LISTED, hamilton);
	}

	private static Combinations of(final Spectrum data, final List<Spectrum> references, final int maxSpecies,
		final FitOptions options, final Progress progress)
	{
		if (maxSpecies < 1) throw new InputException("At most " + maxSpecies + " species were asked for.",
			"Ask for at least one (max_species).");
		final double count = count(references.size(), maxSpecies);
		if (count > MOST) throw new InputException(String.format("%d references up to %d at a time are %.0f combinations.",
			references.size(), maxSpecies, count), "Leave references out or lower max_species.");
		return new Combinations(Design.of(data.energies(), references, options), data, count, progress);
	}

	private static double count(final int references, final int maxSpecies) {
		double ways = 1;
		double count = 0;
		for (int size = 1; size <= Math.min(maxSpecies, references); size++) {
			ways *= (references - size + 1.0) / size;
			count += ways;
		}
		return count;
	}

	private void tryAll(final int size) {
		final int[] members = IntStream.range(0, size).toArray();
		do attempt(members);
		while (advance(members, reduced.length));
	}

	/** Moves on to the next combination in lexicographic order. */
	private static boolean advance(final int[] members, final int of) {
		for (int i = members.length - 1; i >= 0; i--) {
			if (members[i] == of - members.length + i) continue;
			members[i]++;
			for (int l = i + 1; l < members.length; l++) members[l] = members[l - 1] + 1;
			return true;
		}
		return false;
	}

	private void attempt(final int[] members) {
		if (++attempts % REPORTED == 0) progress.advance(step, attempts, count);
		final double[][] some = new double[members.length][];
		for (int j = 0; j < some.length; j++) some[j] = reduced[members[j]];
		final Solver.Solution solution = solver.solve(some, target);
		if (solution.free().length < members.length) return;
		final double[] residual = Vectors.residual(some, solution.amounts(), target);
		final int variables = design.variables(members.length) - (design.solved().isSumToOne() ? 1 : 0);
		final int freedom = design.energies().size() - variables;
		if (freedom <= 0) return;
		trials.add(new Trial(members.clone(), (Vectors.dot(residual, residual) + outside) / freedom));
		if (trials.size() == WAITING) keepBest();
	}

	/** Sorting is stable: of equals the smaller combination, then the one of earlier references, comes first. */
	private void keepBest() {
		trials.sort(Comparator.comparingDouble(Trial::reducedChiSquare));
		if (trials.size() > LISTED) trials.subList(LISTED, trials.size()).clear();
	}

	private List<Trial> best() {
		keepBest();
		return trials.isEmpty() ? List.of(new Trial(IntStream.range(0, reduced.length).toArray(), Double.NaN)) : trials;
	}
}
