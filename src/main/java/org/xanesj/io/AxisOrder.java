// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Which axis of a data set is which, counted from the slowest.
 *
 * @param energy 0 to 3
 * @param z -1 when there is none
 * @param y rows of an image
 * @param x columns of an image
 */
record AxisOrder(int energy, int z, int y, int x) implements Serializable {

	private static final Pattern ENERGY = Pattern.compile("e|ev|.*energy.*");

	/**
	 * @return the order that these names give; none when they do not name energy, y, x and, as a fourth, z once each
	 */
	static Optional<AxisOrder> named(final List<String> names) {
		final List<String> roles = names.stream().map(AxisOrder::role).toList();
		final AxisOrder order = new AxisOrder(roles.indexOf("energy"), roles.indexOf("z"), roles.indexOf("y"),
			roles.indexOf("x"));
		return roles.size() == order.rank() && order.isPermutation() ? Optional.of(order) : Optional.empty();
	}

	/**
	 * @return {@code energy}, {@code x}, {@code y} or {@code z} for names such as {@code photon_energy},
	 *   {@code sample_x}
	 */
	static String role(final String name) {
		final String lower = name.strip().toLowerCase(Locale.ROOT);
		if (ENERGY.matcher(lower).matches()) return "energy";
		for (final String axis : List.of("x", "y", "z")) if (lower.matches("(.*[^a-z]|sample)?" + axis)) return axis;
		return "";
	}

	/** @return names written as one text, {@code energy:y:x}, {@code [energy, y, x]}, or as several */
	static List<String> split(final List<String> texts) {
		if (texts.size() != 1) return texts;
		return Arrays.stream(texts.get(0).split("[:,;\\s\\[\\]]+")).filter(name -> !name.isEmpty()).toList();
	}

	/**
	 * @return the order in which the axis lengths are those of energy, y and x, when exactly one order does; the usual
	 *   one (energy, y, x) when it is among several
	 */
	static Optional<AxisOrder> fitting(final long[] shape, final long energies, final long rows, final long columns) {
		final List<AxisOrder> fits = new ArrayList<>();
		final int[][] orders = { { 0, 1, 2 }, { 0, 2, 1 }, { 1, 0, 2 }, { 1, 2, 0 }, { 2, 0, 1 }, { 2, 1, 0 } };
		for (final int[] p : orders)
			if (shape[p[0]] == energies && shape[p[1]] == rows && shape[p[2]] == columns)
				fits.add(new AxisOrder(p[0], -1, p[1], p[2]));
		final boolean certain = fits.size() == 1 || !fits.isEmpty() && fits.get(0).equals(new AxisOrder(0, -1, 1, 2));
		return certain ? Optional.of(fits.get(0)) : Optional.empty();
	}

	/** @return this order of three axes when one of length 1 is put in as z at {@code position} */
	AxisOrder withZ(final int position) {
		return new AxisOrder(moved(energy, position), position, moved(y, position), moved(x, position));
	}

	private static int moved(final int axis, final int position) {
		return axis < position ? axis : axis + 1;
	}

	AxisOrder transposed() {
		return new AxisOrder(energy, z, x, y);
	}

	int rank() {
		return z < 0 ? 3 : 4;
	}

	/** @return whether each axis is there exactly once */
	boolean isPermutation() {
		final int[] axes = z < 0 ? new int[] { energy, y, x } : new int[] { energy, z, y, x };
		return Arrays.equals(Arrays.stream(axes).sorted().toArray(), IntStream.range(0, axes.length).toArray());
	}

	/** @return such as {@code energy, y, x} */
	@Override
	public String toString() {
		final String[] names = new String[rank()];
		names[energy] = "energy";
		names[y] = "y";
		names[x] = "x";
		if (z >= 0) names[z] = "z";
		return String.join(", ", names);
	}
}
