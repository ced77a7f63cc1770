// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.prepare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.InputException;

/**
 * Energies that a user does not trust, as they are written in dialogs and macros: {@code 7120-7121,7150}. A range
 * takes out every energy from its first to its last eV; a single number the energy nearest to it.
 *
 * @param bad for each energy, whether it is taken out
 * @param notes what the user should know, one sentence each
 */
public record EnergyExclusion(boolean[] bad, List<String> notes) {

	private static final String NUMBER = "(\\d+(?:\\.\\d*)?|\\.\\d+)";
	private static final Pattern ITEM = Pattern.compile(NUMBER + "(?:\\s*[-\u2013]\\s*" + NUMBER + ")?");

	/**
	 * @param text ranges and numbers in eV with commas between; empty for none
	 * @throws InputException when a part is neither, a range runs backwards, or a number is further than half a step from
	 *           every energy
	 */
	public static EnergyExclusion parse(final String text, final EnergyAxis axis) {
		final boolean[] bad = new boolean[axis.size()];
		final List<String> notes = new ArrayList<>();
		if (text.isBlank()) return new EnergyExclusion(bad, notes);
		for (final String part : text.split("[,;]", -1)) {
			final String item = part.strip();
			final Matcher matcher = ITEM.matcher(item);
			if (!matcher.matches()) throw new InputException("exclude: \"" + item + "\" in \"" + text +
				"\" is not an energy or a range.",
				"Write energies in eV and ranges with commas between, such as 7120-7121,7150.");
			final double from = Double.parseDouble(matcher.group(1));
			if (matcher.group(2) == null) bad[nearest(axis, from, item)] = true;
			else if (excludeRange(axis, from, Double.parseDouble(matcher.group(2)), bad, item) == 0) notes.add(
				"exclude: no energy of the stack lies within " + item + " eV.");
		}
		return new EnergyExclusion(bad, notes);
	}

	/** @return the indices of the energies that are not taken out */
	public int[] kept() {
		return IntStream.range(0, bad.length).filter(i -> !bad[i]).toArray();
	}

	private static int nearest(final EnergyAxis axis, final double energy, final String item) {
		final int i = axis.nearest(energy);
		// inside the axis the nearest energy is never further; at the ends the step there decides
		final int neighbour = i > 0 && (energy < axis.at(i) || i == axis.size() - 1) ? i - 1 : Math.min(i + 1, axis.size() -
			1);
		final double halfStep = 0.5 * Math.abs(axis.at(i) - axis.at(neighbour));
		if (Math.abs(energy - axis.at(i)) > halfStep) throw new InputException("exclude: there is no energy near " + item +
			" eV; the nearest is " + EnergyAxis.label(axis.at(i)) + ".", String.format(Locale.ROOT,
				"Give energies between %s and %s.", EnergyAxis.label(axis.first()), EnergyAxis.label(axis.last())));
		return i;
	}

	private static int excludeRange(final EnergyAxis axis, final double from, final double to, final boolean[] bad,
		final String item)
	{
		if (from > to) throw new InputException("exclude: the range " + item + " runs backwards.",
			"Write the lower energy first.");
		int excluded = 0;
		for (int i = 0; i < bad.length; i++) if (axis.at(i) >= from && axis.at(i) <= to) {
			bad[i] = true;
			excluded++;
		}
		return excluded;
	}
}
