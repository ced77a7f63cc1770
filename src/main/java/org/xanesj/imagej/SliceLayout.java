// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import ij.ImagePlus;

import org.xanesj.stack.InputException;

/**
 * How the slices of an ImageJ stack lie over energy and z. ImageJ counts slices from 1, the channel fastest, then z,
 * then time.
 *
 * @param energies how many energies there are
 * @param energyStride slices from one energy to the next
 * @param depth how many z planes there are, 1 in two dimensions
 * @param depthStride slices from one z plane to the next
 * @param notes what was assumed
 */
record SliceLayout(int energies, int energyStride, int depth, int depthStride, List<String> notes) {

	private record Dimension(String name, int length, int stride) {}

	/** @return the slice of an energy (from 0) and a z plane (from 0), from 1 */
	int slice(final int energy, final int z) {
		return 1 + energy * energyStride + z * depthStride;
	}

	/** @return the indices, from 0, of the slices of the first z plane, in the order of energy */
	int[] firstPlane() {
		return IntStream.range(0, energies).map(e -> slice(e, 0) - 1).toArray();
	}

	/**
	 * @param count how many energies are given
	 * @throws InputException when no dimension, or more than one besides, has that length
	 */
	static SliceLayout of(final ImagePlus imp, final int count) {
		final List<Dimension> extended = extended(imp);
		final List<Dimension> fitting = extended.stream().filter(d -> d.length == count).toList();
		if (extended.isEmpty() && count == 1) return new SliceLayout(1, 1, 1, 1, List.of());
		if (fitting.isEmpty()) throw new InputException(imp.getTitle() + " has " + describe(imp, extended) + " for " + count +
			" energies.", "Give one energy for each image.");
		final Dimension energy = fitting.get(0);
		final List<String> notes = fitting.size() == 1 ? List.of() : List.of(imp.getTitle() + ": " + fitting.get(0).name +
			" and " + fitting.get(1).name + " both have " + count + " positions; energy was taken to be on " + energy.name +
			".");
		return along(energy, extended, notes);
	}

	/**
	 * @param perSlice the energy of every slice
	 * @throws InputException when the energies do not vary along exactly one dimension
	 */
	static SliceLayout of(final ImagePlus imp, final double[] perSlice) {
		final List<Dimension> extended = extended(imp);
		if (extended.isEmpty()) return new SliceLayout(1, 1, 1, 1, List.of());
		if (extended.size() == 1) return along(extended.get(0), extended, List.of());
		final List<Dimension> varying = extended.stream().filter(d -> varies(perSlice, d)).toList();
		if (varying.size() != 1) throw new InputException(imp.getTitle() + " has " + describe(imp, extended) +
			", and the energies in its slice labels do not vary along exactly one of these dimensions.",
			"Label every slice with its energy, or give the energies in a file.");
		return along(varying.get(0), extended, List.of());
	}

	private static SliceLayout along(final Dimension energy, final List<Dimension> all, final List<String> notes) {
		final Dimension z = all.stream().filter(d -> d != energy).findFirst().orElse(new Dimension("Z", 1, 1));
		return new SliceLayout(energy.length, energy.stride, z.length, z.stride, notes);
	}

	/** The dimensions longer than one, time first and z last: on a tie z stays z. */
	private static List<Dimension> extended(final ImagePlus imp) {
		final int[] d = imp.getDimensions();
		final List<Dimension> extended = new ArrayList<>(List.of(new Dimension("T", d[4], d[2] * d[3]),
			new Dimension("C", d[2], 1), new Dimension("Z", d[3], d[2])));
		extended.removeIf(dimension -> dimension.length == 1);
		if (extended.size() > 2) throw new InputException(imp.getTitle() + " has " + describe(imp, extended) + ".",
			"A stack has energies and at most z: take one channel or one time with Image > Hyperstacks > Make Subset.");
		return extended;
	}

	private static boolean varies(final double[] perSlice, final Dimension d) {
		for (int i = 0; i + d.stride < perSlice.length; i++)
			if (i / d.stride % d.length < d.length - 1 && perSlice[i] != perSlice[i + d.stride]) return true;
		return false;
	}

	private static String describe(final ImagePlus imp, final List<Dimension> extended) {
		if (extended.size() < 2) return imp.getStackSize() + (imp.getStackSize() == 1 ? " image" : " images");
		return String.join(" x ", extended.stream().map(d -> d.length + " positions on " + d.name).toList());
	}
}
