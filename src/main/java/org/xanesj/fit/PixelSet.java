// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import java.util.Arrays;

/** What fitting a pixel with one set of free references takes: the same for all pixels, so worked out once. */
final class PixelSet {

	/** The free references, rising. */
	final int[] columns;

	/** Whether all references that were to be free are: none is made up of others. */
	final boolean isWhole;

	final int degreesOfFreedom;
	final Uncertainty uncertainty;
	private final int references;
	private final double[][] map;
	private final double[] offset;

	PixelSet(final Design design, final double[][] reduced, final int[] wanted) {
		final FreeSet free = design.solved().freeSet(reduced, wanted);
		references = reduced.length;
		columns = free.columns;
		isWhole = columns.length == wanted.length;
		map = free.map;
		offset = free.offset;
		degreesOfFreedom = design.energies().size() - design.variables(free.variables);
		uncertainty = new Uncertainty(design, free);
	}

	/** Writes the amounts of all references, those held being zero. */
	void amounts(final double[] target, final double[] amounts) {
		Arrays.fill(amounts, 0, references, 0);
		for (int i = 0; i < columns.length; i++) {
			final double[] row = map[i];
			double sum = offset[i];
			for (int l = 0; l < row.length; l++) sum += row[l] * target[l];
			amounts[columns[i]] = sum;
		}
	}
}
