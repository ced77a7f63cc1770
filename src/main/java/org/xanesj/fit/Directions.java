// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What a fit can move along while the references that are held at zero stay there, weighted. */
final class Directions {

	private Directions() {}

	/**
	 * @return first what is free beside the references ({@link Design#line()}), then the references; when their sum is given
	 *         only the differences from the last of them
	 */
	static double[][] of(final Design design, final CombinationFit fit) {
		final List<double[]> directions = new ArrayList<>();
		for (final double[] column : design.line()) directions.add(design.weighted(column));
		final int[] free = IntStream.range(0, fit.components().size()).filter(j -> fit.components().get(j)
			.amount() != 0).toArray();
		final boolean sum = design.solved().isSumToOne();
		for (int j = 0; j < (sum ? free.length - 1 : free.length); j++) {
			final double[] column = design.columns()[free[j]].clone();
			if (sum) Vectors.add(column, -1, design.columns()[free[free.length - 1]]);
			directions.add(design.weighted(column));
		}
		return directions.toArray(double[][]::new);
	}
}
