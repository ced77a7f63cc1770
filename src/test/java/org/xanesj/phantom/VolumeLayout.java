// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What lies where in the large phantom: a rounded particle, about half of the volume, with smooth regions of the four
 * species, which grade into each other, in a matrix that is everywhere.
 */
final class VolumeLayout {

	/** Mean optical density of the edge step in the sample. */
	static final double MEAN_STEP = 0.25;

	/** Smallest and largest optical density of the matrix at 7112 eV. */
	private static final double MATRIX_FROM = 0.05, MATRIX_TO = 0.75;

	/** The share of the volume's extent that the particle has along each axis. */
	private static final double EXTENT = 0.94;

	/** How sharp the borders between regions are. */
	private static final double SHARPNESS = 9;

	private final int width, height, depth;
	private final List<VolumeField> species;
	private final VolumeField outline, thickness, matrix;

	VolumeLayout(final int width, final int height, final int depth) {
		this.width = width;
		this.height = height;
		this.depth = depth;
		// Regions are as many whatever the size, but not smaller than a few pixels.
		final double size = Math.max(12, Math.max(width, height) / 5.0);
		species = new ArrayList<>(IntStream.range(0, IronSpecies.PRESENT).mapToObj(s -> new VolumeField(width, size, 21 + s))
			.toList());
		outline = new VolumeField(width, size, 31);
		thickness = new VolumeField(width, 2 * size, 32);
		matrix = new VolumeField(width, 2 * size, 33);
	}

	/**
	 * A row of pixels.
	 *
	 * @param fractions by species, then x: shares of the edge step, adding up to 1; 0 without iron
	 * @param edgeStep optical density; 0 without iron
	 * @param matrix optical density at 7112 eV of what absorbs but holds no iron
	 */
	record Row(double[][] fractions, double[] edgeStep, double[] matrix) {}

	Row row(final int y, final int z) {
		final Row row = new Row(new double[species.size()][width], new double[width], new double[width]);
		final double[] bend = new double[width], thick = new double[width];
		outline.row(y, z, bend);
		thickness.row(y, z, thick);
		matrix.row(y, z, row.matrix);
		for (int s = 0; s < species.size(); s++) species.get(s).row(y, z, row.fractions[s]);
		final double v = centred(y, height), w = centred(z, depth);
		for (int x = 0; x < width; x++) {
			row.matrix[x] = MATRIX_FROM + (MATRIX_TO - MATRIX_FROM) * clip(0.5 + 0.4 * row.matrix[x]);
			final double u = centred(x, width);
			final boolean inside = u * u + v * v + w * w * w * w < 1 + 0.15 * bend[x];
			row.edgeStep[x] = inside ? MEAN_STEP * (1 + 0.25 * (2 * clip(0.5 + 0.4 * thick[x]) - 1)) : 0;
			share(row.fractions, x, inside);
		}
		return row;
	}

	/** -1 to 1 over the extent of the particle; 0 along an axis of length 1. */
	private static double centred(final int at, final int length) {
		return (at - (length - 1) / 2.0) / (length * EXTENT / 2);
	}

	private static double clip(final double v) {
		return Math.max(0, Math.min(1, v));
	}

	/** The field that is the highest has nearly all, but where another is nearly as high. */
	private static void share(final double[][] fields, final int x, final boolean inside) {
		double sum = 0;
		for (final double[] field : fields) sum += field[x] = inside ? StrictMath.exp(SHARPNESS * field[x]) : 0;
		for (final double[] field : fields) field[x] = inside ? field[x] / sum : 0;
	}
}
