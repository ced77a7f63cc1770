// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.EnergyOrder;
import org.xanesj.stack.EnergyUnit;
import org.xanesj.stack.InputException;
import org.xanesj.stack.SpectralImage;
import org.xanesj.stack.StackInfo;

/**
 * Images as they stand in a file, each with its energy, before they are brought into order.
 *
 * @param planes of width x height values, z fastest, then energy
 * @param width in pixels
 * @param height in pixels
 * @param depth number of z planes, 1 in two dimensions
 * @param energies in the order of the file, eV or keV
 */
record RawStack(List<float[]> planes, int width, int height, int depth, double[] energies) {

	/**
	 * @param unit that the file states for its energies
	 * @return the stack in the order of its energies, repeats averaged, with notes of what was done and of images that
	 *   were never measured
	 * @throws InputException when an energy is no positive number
	 */
	SpectralImage ordered(final EnergyUnit unit, final StackInfo info) {
		final EnergyOrder order = EnergyOrder.of(energies, unit, info.name());
		final List<String> notes = new ArrayList<>(order.notes());
		final List<float[]> arranged = new ArrayList<>(order.axis().size() * depth);
		for (int i = 0; i < order.axis().size() * depth; i++) arranged.add(null);
		for (int z = 0; z < depth; z++) {
			final List<float[]> ordered = order.apply(atDepth(z));
			for (int e = 0; e < ordered.size(); e++) arranged.set(e * depth + z, ordered.get(e));
		}
		blank(arranged, order.axis(), info.name(), notes);
		return SpectralImage.ofPlanes(arranged, width, height, depth, order.axis(), info.noting(notes));
	}

	private List<float[]> atDepth(final int z) {
		if (depth == 1) return planes;
		final List<float[]> some = new ArrayList<>();
		for (int e = 0; e < energies.length; e++) some.add(planes.get(e * depth + z));
		return some;
	}

	/** A scan that was stopped leaves the images that were not reached as they were allotted. */
	private void blank(final List<float[]> planes, final EnergyAxis axis, final String name,
		final List<String> notes)
	{
		final List<String> blank = new ArrayList<>();
		for (int e = 0; e < axis.size(); e++)
			if (planes.subList(e * depth, (e + 1) * depth).stream().allMatch(RawStack::isBlank))
				blank.add(EnergyAxis.label(axis.at(e)));
		if (!blank.isEmpty())
			notes.add(name + ": " + blank.size() + " of " + axis.size() + " images hold nothing but zeros or NaN (" +
				blank.stream().limit(10).collect(Collectors.joining(", ")) + (blank.size() > 10 ? ", …" : "") +
				"); the scan may have been stopped.");
	}

	private static boolean isBlank(final float[] plane) {
		for (final float value : plane) if (value != 0 && !Float.isNaN(value)) return false;
		return true;
	}
}
