// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

/**
 * What fitting a pixel with one set of free references takes: the same for all pixels, so worked out once. All that
 * decides whether the set is the right one is an affine map of the projected data: the amounts of those that are free,
 * the slopes of the misfit along those that are held.
 */
final class PixelSet {

	/** Makes an amount of exactly zero count as not above zero. */
	private static final double TINY = Double.MIN_NORMAL;

	/** The free references, rising, and as bits. */
	final int[] columns;
	final int bits;

	/** Whether all references that were to be free are: none is made up of others. */
	final boolean isWhole;

	final int degreesOfFreedom;
	final Uncertainty uncertainty;
	private final double[] map;
	private final double[] offset;

	/** 1 for references that are held, 0 for those that are free. */
	private final double[] held;

	PixelSet(final Design design, final double[][] reduced, final int[] wanted) {
		final FreeSet free = design.solved().freeSet(reduced, wanted);
		final int k = reduced.length;
		columns = free.columns;
		isWhole = columns.length == wanted.length;
		degreesOfFreedom = design.energies().size() - design.variables(free.variables);
		uncertainty = new Uncertainty(design, free);
		map = new double[k * k];
		offset = new double[k];
		held = new double[k];
		int set = 0;
		for (int i = 0; i < columns.length; i++) {
			set |= 1 << columns[i];
			System.arraycopy(free.map[i], 0, map, columns[i] * k, k);
			offset[columns[i]] = free.offset[i];
		}
		bits = set;
		final double[] common = design.solved().isSumToOne() ? reduced[columns[0]] : new double[k];
		for (int j = 0; j < k; j++) {
			if ((bits >> j & 1) != 0) continue;
			held[j] = 1;
			slope(j, free, reduced, common);
		}
	}

	/** Slopes are columnᵀ (target − columns · amounts), less that which all free columns share when the sum is given. */
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
		System.arraycopy(row, 0, map, j * k, k);
	}

	/**
	 * Writes the amounts of the free references and the negative slopes along the others.
	 *
	 * @param flat slopes up to this are none
	 * @return as bits what is wrong with the set: free references not above zero, held ones along which the misfit falls.
	 *         Taken from the signs of numbers, for a branch that nobody can foretell costs more than the arithmetic
	 */
	int apply(final double[] target, final double[] values, final double flat) {
		final int k = target.length;
		int wrong = 0;
		for (int j = 0, at = 0; j < k; j++) {
			double sum = offset[j];
			for (int l = 0; l < k; l++) sum += map[at++] * target[l];
			values[j] = sum;
			wrong |= (int) (Double.doubleToRawLongBits(sum + held[j] * flat - TINY) >>> 63) << j;
		}
		return wrong;
	}

	/** Leaves only the amounts. */
	void clearSlopes(final double[] values) {
		for (int j = 0; j < values.length; j++) if (held[j] == 1) values[j] = 0;
	}
}
