// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import java.util.Arrays;

import org.xanesj.block.PixelBlock;

/**
 * Scalar products of the spectra of a block with a few vectors, and their squared lengths, in one look at the data.
 * Data are floats; products and sums are doubles, so that what follows from them is exact however alike the references
 * are. Four energies at a time are widened, for all vectors while a core's cache holds them. Not for two threads at
 * once.
 */
final class BlockProjection {

	/** Pixels at a time: few enough for the cache, so many that the ends of loops, which are no vectors, count little. */
	private static final int TILE = 1024;

	private static final int FUSED = 4;

	/** Doubles in a cache line, in the header of an array, and in the distance at which addresses look alike to a core. */
	private static final int LINE = 8;
	private static final int HEADER = 2;
	private static final int ALIKE = 512;

	private final int[] rows;

	/** Fours of energies x vectors x these energies, and the same of the weights of squares. */
	private final double[][][] vectors;
	private final double[][][] weights;

	private final double[][] wide;
	private final double[][] products;
	private final double[][] lengths;

	/**
	 * @param rows of blocks: the energies that count
	 * @param vectors one value for each of these energies
	 * @param weights of squares, for each squared length that is wanted; one for each of these energies
	 * @param pixels the most in a block
	 */
	BlockProjection(final int[] rows, final double[][] vectors, final double[][] weights, final int pixels) {
		this.rows = rows;
		this.vectors = fours(vectors, rows.length);
		this.weights = fours(weights, rows.length);
		final int sums = FUSED + vectors.length;
		final double[][] all = new double[sums + weights.length][length(pixels)];
		wide = Arrays.copyOf(all, FUSED);
		products = Arrays.copyOfRange(all, FUSED, sums);
		lengths = Arrays.copyOfRange(all, sums, all.length);
	}

	/**
	 * Arrays that fill cache lines, header and all, lie alike to these when they are made one after the other: loops over
	 * several of them then read across two lines less often, which on 512-bit vectors saves up to a third of the time.
	 */
	private static int length(final int pixels) {
		final int filled = (pixels + HEADER + LINE - 1) / LINE * LINE;
		return (filled % ALIKE == 0 ? filled + LINE : filled) - HEADER;
	}

	private static double[][][] fours(final double[][] vectors, final int length) {
		final double[][][] fours = new double[(length + FUSED - 1) / FUSED][vectors.length][];
		for (int g = 0; g < fours.length; g++) for (int k = 0; k < vectors.length; k++)
			fours[g][k] = Arrays.copyOfRange(vectors[k], g * FUSED, Math.min((g + 1) * FUSED, length));
		return fours;
	}

	/** Looks at the data of a block. */
	void apply(final PixelBlock block) {
		for (int from = 0; from < block.size(); from += TILE) {
			final int to = Math.min(from + TILE, block.size());
			for (final double[] product : products) Arrays.fill(product, from, to, 0);
			for (final double[] length : lengths) Arrays.fill(length, from, to, 0);
			for (int g = 0; g < vectors.length; g++) add(block, g, from, to);
		}
	}

	private void add(final PixelBlock block, final int g, final int from, final int to) {
		final int first = g * FUSED;
		for (int e = first; e < Math.min(first + FUSED, rows.length); e++)
			widen(block.row(rows[e]), wide[e - first], from, to);
		for (int k = 0; k < products.length; k++) FusedSums.add(products[k], vectors[g][k], wide, from, to);
		for (int k = 0; k < lengths.length; k++) FusedSums.addSquares(lengths[k], weights[g][k], wide, from, to);
	}

	/** A loop of its own: with the conversion inside, others are not turned into vector instructions by Java 17. */
	private static void widen(final float[] row, final double[] wide, final int from, final int to) {
		for (int i = from; i < to; i++) wide[i] = row[i];
	}

	/** @return vectors x pixels, good until the next look */
	double[][] products() {
		return products;
	}

	/** @return weights x pixels: squared lengths, good until the next look */
	double[][] lengths() {
		return lengths;
	}
}
