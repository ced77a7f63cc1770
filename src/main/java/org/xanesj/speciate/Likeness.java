// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.xanesj.block.LineProjection;
import org.xanesj.speciate.EndMember.Match;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.Spectrum;

/** Which reference a spectrum is most like, whatever its scale and straight line. */
final class Likeness {

	/** A spectrum gets the name of a reference from which no more is left, in edge steps: alike minerals are 0.06 apart. */
	private static final double SAME = 0.02;

	private Likeness() {}

	/**
	 * @param spectra of edge step one
	 * @return for each the most alike reference; empty without references
	 */
	static List<Optional<Match>> of(final List<Spectrum> spectra, final List<Spectrum> references,
		final EnergyAxis window)
	{
		final double[] equal = new double[window.size()];
		Arrays.fill(equal, 1);
		final LineProjection projection = LineProjection.of(window, equal);
		final List<double[]> shapes = references.stream().map(r -> projection.apply(r.on(window).values())).toList();
		final List<Optional<Match>> matches = new ArrayList<>();
		for (final Spectrum spectrum : spectra) {
			final double[] shape = projection.apply(spectrum.on(window).values());
			Optional<Match> best = Optional.empty();
			for (int j = 0; j < shapes.size(); j++) {
				final double rms = left(shape, shapes.get(j)) / Math.sqrt(window.size());
				if (best.isEmpty() || rms < best.get().rms()) best = Optional.of(new Match(references.get(j).name(), rms));
			}
			matches.add(best);
		}
		return matches;
	}

	/** @return the length of what a multiple of the other shape, not negative, leaves of this one */
	private static double left(final double[] shape, final double[] other) {
		double product = 0;
		double squares = 0;
		double all = 0;
		for (int i = 0; i < shape.length; i++) {
			product += shape[i] * other[i];
			squares += other[i] * other[i];
			all += shape[i] * shape[i];
		}
		return Math.sqrt(Math.max(0, all - (product > 0 ? product * product / squares : 0)));
	}

	/**
	 * A name is given once, to the spectrum that is most like it.
	 *
	 * @param fixed the first spectra, which have their names
	 * @return names of the spectra: that of the reference, or {@code component N}
	 */
	static List<String> names(final List<Optional<Match>> matches, final List<Spectrum> fixed) {
		final Set<String> taken = new HashSet<>();
		final String[] names = new String[matches.size()];
		final List<Integer> order = new ArrayList<>();
		for (int k = 0; k < names.length; k++) {
			names[k] = k < fixed.size() ? fixed.get(k).name() : "component " + (k + 1);
			if (k < fixed.size()) taken.add(names[k]);
			else order.add(k);
		}
		order.sort((a, b) -> Double.compare(rms(matches.get(a)), rms(matches.get(b))));
		for (final int k : order) if (rms(matches.get(k)) <= SAME && taken.add(matches.get(k).get()
			.reference())) names[k] = matches.get(k).get().reference();
		return List.of(names);
	}

	private static double rms(final Optional<Match> match) {
		return match.map(Match::rms).orElse(Double.POSITIVE_INFINITY);
	}
}
