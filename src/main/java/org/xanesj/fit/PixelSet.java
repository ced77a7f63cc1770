// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import java.util.Arrays;

/**
 * What fitting pixels with one set of free references takes: the same for all pixels, so worked out once. All that
 * decides whether the set is the right one is an affine map of the projected data: the amounts of those that are free,
 * the slopes of the misfit along those that are held.
 */
final class PixelSet {

	/** The free references, rising, and as bits. Those of the wanted that others before them make up are not free. */
	final int[] columns;
	final int bits;

	final int degreesOfFreedom;
	final Uncertainty uncertainty;

	/** References x what {@link #apply} maps. */
	private final double[][] map;
	private final double[] offset;

	PixelSet(final Design design, final double[][] reduced, final int[] wanted) {
		final FreeSet free = design.solved().freeSet(reduced, wanted);
		final int k = reduced.length;
		columns = free.columns;
		bits = Arrays.stream(columns).map(j -> 1 << j).sum();
		degreesOfFreedom = design.energies().size() - design.variables(free.variables);
		uncertainty = new Uncertainty(design, free);
		map = new double[k][];
		offset = new double[k];
		for (int i = 0; i < columns.length; i++) {
			map[columns[i]] = Arrays.copyOf(free.map[i], k + 1);
			offset[columns[i]] = free.offset[i];
		}
		final double[] common = design.solved().isSumToOne() ? reduced[columns[0]] : new double[k];
		for (int j = 0; j < k; j++) if (map[j] == null) slope(j, free, reduced, common);
	}

	/** Slopes are columnᵀ (columns · amounts − target), less that which all free columns share when the sum is given. */
	private void slope(final int j, final FreeSet free, final double[][] reduced, final double[] common) {
		final int k = reduced.length;
		final double[] column = reduced[j].clone();
		Vectors.add(column, -1, common);
		final double[] row = new double[k];
		Vectors.add(row, -1, column);
		for (int i = 0; i < columns.length; i++) {
			final double along = Vectors.dot(column, reduced[columns[i]]);
			Vectors.add(row, along, free.map[i]);
			offset[j] += along * free.offset[i];
		}
		map[j] = Arrays.copyOf(row, k + 1);
		map[j][k] = 1;
	}

	/**
	 * Writes numbers that are all above zero when the set is the right one: the amounts of the free references, and the
	 * slopes of the misfit along the others, plus that which counts as none.
	 *
	 * @param targets what the references are fitted to, and last the slope that counts as none; each x pixels
	 * @param values references x pixels
	 */
	void apply(final double[][] targets, final double[][] values, final int from, final int to) {
		for (int j = 0; j < values.length; j++) {
			Arrays.fill(values[j], from, to, offset[j]);
			FusedSums.add(values[j], map[j], targets, from, to);
		}
	}
}
