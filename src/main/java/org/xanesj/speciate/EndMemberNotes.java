// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.xanesj.factor.Mcr;
import org.xanesj.factor.McrMethod;
import org.xanesj.factor.Mixtures;
import org.xanesj.prepare.NormalizationMethod;
import org.xanesj.stack.ReferenceLibrary;

/** What was assumed when species were resolved, one sentence each. */
final class EndMemberNotes {

	/** A species that is alone in fewer of the pixels is carried by a few outliers, or not to be had. */
	private static final double FEW = 0.002;

	/** What is left of scores is less than their noise wherever the species are right: amounts take some of it. */
	private static final double MUCH = 1.2;

	private EndMemberNotes() {}

	static List<String> of(final Sample sample, final Groundwork ground, final ReferenceLibrary references,
		final Mixtures mixtures, final List<EndMember> members, final Mcr mcr, final EndMemberOptions options)
	{
		final List<String> notes = new ArrayList<>(sample.references().notes());
		notes.addAll(ground.notes());
		for (final ReferenceLibrary.LeftOut out : references.leftOut()) notes.add("The reference " + out.name() +
			" was left out: " + out.reason());
		notes.add("What is resolved is absorption with a free straight line (the matrix) taken out and the noise whitened, in " +
			"the scores on " + members.size() + " components; spectra have their pre-edge line subtracted and may not fall below -" +
			SpeciesSpace.TOLERANCE + " edge steps and three standard errors, amounts not below zero.");
		final long all = ground.edge().mask().count();
		final int taken = mixtures.scores()[0].length;
		notes.add("Species were resolved in " + (taken < all ? taken + " of " + all + " pixels, chosen by the seed," : "all " +
			all + " pixels") + " and then fitted in every pixel.");
		if (NormalizationMethod.AUTO.resolve(ground.image().energies(), ground.edge().e0()) == NormalizationMethod.NONE) notes
			.add("The energies are too few above the edge for an edge step: the mean above the edge takes its part, for " +
				"references too.");
		notes.add(way(options));
		notes.add(ending(mcr));
		final double left = mcr.history().get(mcr.history().size() - 1).overNoise();
		if (left > MUCH) notes.add(String.format(Locale.ROOT, "What is left of the scores is %.1f times the noise: no species " +
			"whose spectra and amounts are not negative explain the pixels. Try more or fewer components, another start, or another " +
			"window (fit_from, fit_to).", left));
		for (final EndMember member : members) notes.add(range(member));
		notes.add("Where in that range (rotational ambiguity) the species lie is decided by pixels that hold one alone, as far as " +
			"there are any, and by known spectra (fixed).");
		for (final EndMember member : members) if (!member.isFixed() && member.alone() < FEW * taken) notes.add(member.name() +
			" is the only species in " + member.alone() + " of " + taken + " pixels: its spectrum rests on few, and mixtures may " +
			"be taken for it.");
		return List.copyOf(notes);
	}

	private static String way(final EndMemberOptions options) {
		if (options.method() == McrMethod.NMF) return "NMF (HALS) began at random: another seed may end at another set of " +
			"species; sparsity and start do not count.";
		return "MCR-ALS began at the purest pixels (" + options.start() + "); " + (options.sparsity() == Sparsity.BIC
			? "amounts within the noise were held at zero (sparsity=bic)."
			: "all amounts that are not negative count (sparsity=none): noise bends spectra outwards, the more iterations the more.");
	}

	private static String ending(final Mcr mcr) {
		final Mcr.Iteration last = mcr.history().get(mcr.history().size() - 1);
		return String.format(Locale.ROOT, "%s after %d iterations: lack of fit %.2f %% (%.2f %% of the components), %.3f %% of " +
			"the variance explained.", mcr.converged() ? "Converged" : "NOT converged", last.number(), last.lackOfFit(), last
				.lackOfFitPca(), last.explained());
	}

	private static String range(final EndMember member) {
		final String like = member.match().map(m -> String.format(Locale.ROOT, "; most like %s, rms %.4f of the edge step", m
			.reference(), m.rms())).orElse("");
		return String.format(Locale.ROOT, "%s%s: %.1f %% of all; by non-negativity alone anything from %.1f to %.1f %%%s.", member.name(), member
			.isFixed() ? " (fixed)" : "", 100 * member.share(), 100 * member.least(), 100 * member.most(), member.isFixed() ? ""
				: like);
	}
}
