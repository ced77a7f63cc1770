// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.edge;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What was measured in every pixel; NaN outside the mask, and where there is none.
 *
 * @param quantities what it is
 * @param values quantities x pixels
 * @param errors quantities x pixels: one standard error
 */
public record EdgeMaps(List<Quantity> quantities, float[][] values, float[][] errors) implements Serializable {

	/** An edge moved by so many standard errors is called detected. */
	public static final double DETECTED = 3;

	static EdgeMaps unknown(final List<Quantity> quantities, final int pixels) {
		final EdgeMaps maps = new EdgeMaps(quantities, new float[quantities.size()][pixels], new float[quantities
			.size()][pixels]);
		for (final float[] map : maps.values) Arrays.fill(map, Float.NaN);
		for (final float[] map : maps.errors) Arrays.fill(map, Float.NaN);
		return maps;
	}

	void put(final EdgeNumbers numbers, final int pixel) {
		for (int q = 0; q < values.length; q++) {
			values[q][pixel] = (float) numbers.values()[q];
			errors[q][pixel] = (float) numbers.errors()[q];
		}
	}

	/** Puts the pixels of a block where they belong: offsets are counted from {@code first}. */
	void put(final EdgeMaps block, final int first, final int[] offsets) {
		for (int q = 0; q < values.length; q++) for (int i = 0; i < offsets.length; i++) {
			values[q][first + offsets[i]] = block.values[q][i];
			errors[q][first + offsets[i]] = block.errors[q][i];
		}
	}

	/** @return in how many pixels a quantity was found */
	public long found(final int quantity) {
		return known(values[quantity]).count();
	}

	/** @return the smallest shift that the median pixel shows at {@link #DETECTED} standard errors; NaN without pixels */
	public double detectionLimit(final int quantity) {
		final double[] sorted = known(errors[quantity]).sorted().toArray();
		return sorted.length == 0 ? Double.NaN : DETECTED * 0.5 * (sorted[(sorted.length - 1) / 2] + sorted[sorted.length /
			2]);
	}

	private static DoubleStream known(final float[] map) {
		return IntStream.range(0, map.length).mapToDouble(p -> map[p]).filter(Double::isFinite);
	}
}
