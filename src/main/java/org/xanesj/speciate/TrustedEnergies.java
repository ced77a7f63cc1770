// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.xanesj.prepare.EnergyExclusion;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.InputException;
import org.xanesj.stack.SpectralImage;
import org.xanesj.stack.Spectrum;

/**
 * A stack without the energies its user does not trust: nothing after this sees them.
 *
 * @param stack at the energies that are left
 * @param incident the measured I0 without these energies
 * @param notes what the user should know
 */
record TrustedEnergies(SpectralImage stack, Optional<Spectrum> incident, List<String> notes) {

	/** An energy of I0 as near as this to one of the stack is the same, written with other digits. */
	private static final double SAME = 0.01;

	/** @throws InputException when {@code exclude} cannot be understood or leaves too few energies */
	static TrustedEnergies of(final Sample sample, final String exclude) {
		final EnergyAxis axis = sample.stack().energies();
		final EnergyExclusion exclusion = EnergyExclusion.parse(exclude, axis);
		final int[] kept = exclusion.kept();
		if (kept.length == axis.size()) return new TrustedEnergies(sample.stack(), sample.incident(), exclusion.notes());
		if (kept.length < Sample.FEWEST) throw new InputException("exclude=" + exclude + " leaves " + kept.length + " of the " +
			axis.size() + " energies of " + sample.stack().info().name() + ".", "At least " + Sample.FEWEST +
				" are needed: exclude fewer.");
		final List<String> notes = new ArrayList<>(exclusion.notes());
		notes.add("Left out by exclude: " + IntStream.range(0, axis.size()).filter(e -> exclusion.bad()[e]).mapToObj(
			e -> EnergyAxis.label(axis.at(e))).collect(Collectors.joining(", ")) + ".");
		return new TrustedEnergies(sample.stack().select(kept), sample.incident().map(i0 -> without(i0, axis, exclusion.bad())),
			notes);
	}

	private static Spectrum without(final Spectrum incident, final EnergyAxis axis, final boolean[] bad) {
		final EnergyAxis own = incident.energies();
		final int[] good = IntStream.range(0, own.size()).filter(i -> {
			final int at = axis.nearest(own.at(i));
			return !bad[at] || Math.abs(axis.at(at) - own.at(i)) > SAME;
		}).toArray();
		return new Spectrum(incident.name(), own.select(good), Arrays.stream(good).mapToDouble(i -> incident.values()[i])
			.toArray(), incident.metadata());
	}
}
