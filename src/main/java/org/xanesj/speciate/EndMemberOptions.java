// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.util.List;
import java.util.Objects;

import org.xanesj.factor.McrMethod;
import org.xanesj.factor.McrOptions;
import org.xanesj.factor.McrStart;
import org.xanesj.stack.InputException;

/**
 * How the species of a stack are found without references, or with a few that are known. The names are those of the
 * command.
 *
 * @param components how many species; 0 for as many as components stand above the noise
 * @param method how spectra are taken apart
 * @param start the purest pixels by which rule
 * @param fixed names of references that are species of the sample and are not changed
 * @param closure what amounts are counted in
 * @param sparsity whether amounts within the noise count
 * @param iterations at most
 * @param tolerance part of the misfit by which an iteration must lower it
 * @param fitFrom first energy of the window in eV; 0 for automatic
 * @param fitTo last energy of the window in eV; 0 for automatic
 * @param exclude bad energies and ranges in eV; empty for none
 * @param seed of the pixels that are sampled and of random directions
 */
public record EndMemberOptions(int components, McrMethod method, McrStart start, List<String> fixed, Closure closure,
	Sparsity sparsity, int iterations, double tolerance, double fitFrom, double fitTo, String exclude, long seed)
{

	public static final EndMemberOptions DEFAULT = new EndMemberOptions(0, McrMethod.MCR_ALS, McrStart.VCA, List.of(),
		Closure.EDGE_STEP, Sparsity.BIC, 200, 1e-6, 0, 0, "", 1);

	/** @throws InputException when a number is out of its range, or a reference is fixed twice */
	public EndMemberOptions {
		Objects.requireNonNull(closure);
		Objects.requireNonNull(sparsity);
		fixed = List.copyOf(fixed);
		if (fixed.stream().distinct().count() < fixed.size()) throw new InputException("fixed=" + String.join(",", fixed) +
			" names a reference twice.", "Name each once.");
		new McrOptions(method, start, 0, iterations, tolerance, seed); // says what is wrong with these
	}

	/** @param energies that are analysed */
	McrOptions mcr(final int energies) {
		return new McrOptions(method, start, method == McrMethod.NMF ? 0 : sparsity.price(energies), iterations, tolerance,
			seed);
	}

	/** @return how the stack is prepared */
	SpeciateOptions groundwork() {
		final SpeciateOptions d = SpeciateOptions.DEFAULT;
		return new SpeciateOptions(d.mode(), d.fit(), d.normalization(), components, d.clusters(), d.maxSpecies(), closure
			.constraint(), fitFrom, fitTo, exclude, d.coreHole(), seed,
			Certainty.PLAIN);
	}

	public EndMemberOptions with(final McrMethod other) {
		return new EndMemberOptions(components, other, start, fixed, closure, sparsity, iterations, tolerance, fitFrom, fitTo,
			exclude, seed);
	}

	public EndMemberOptions with(final McrStart other) {
		return new EndMemberOptions(components, method, other, fixed, closure, sparsity, iterations, tolerance, fitFrom,
			fitTo, exclude, seed);
	}

	public EndMemberOptions with(final Sparsity other) {
		return new EndMemberOptions(components, method, start, fixed, closure, other, iterations, tolerance, fitFrom, fitTo,
			exclude, seed);
	}

	public EndMemberOptions with(final Closure other) {
		return new EndMemberOptions(components, method, start, fixed, other, sparsity, iterations, tolerance, fitFrom, fitTo,
			exclude, seed);
	}

	public EndMemberOptions withFixed(final String... names) {
		return new EndMemberOptions(components, method, start, List.of(names), closure, sparsity, iterations, tolerance,
			fitFrom, fitTo, exclude, seed);
	}
}
