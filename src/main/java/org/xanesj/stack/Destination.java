// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.stack;

import java.util.List;

/**
 * Where the values of a piece of an image go: for each energy and z plane a run of rows x width floats in raster order,
 * somewhere in an array.
 *
 * <pre>
 * buffer.get(into.array(e, z), into.offset(e, z), rows * width);
 * </pre>
 */
public final class Destination {

	private final float[][] arrays;
	private final int[] offsets;
	private final int planes;

	private Destination(final float[][] arrays, final int[] offsets, final int planes) {
		this.arrays = arrays;
		this.offsets = offsets;
		this.planes = planes;
	}

	/** One array for everything: x fastest, then rows, planes, energies. */
	public static Destination cell(final float[] cell, final Piece piece, final int width, final int energies) {
		final int run = piece.rows() * width;
		final float[][] arrays = new float[energies * piece.planes()][];
		final int[] offsets = new int[arrays.length];
		for (int i = 0; i < arrays.length; i++) {
			arrays[i] = cell;
			offsets[i] = i * run;
		}
		return new Destination(arrays, offsets, piece.planes());
	}

	/**
	 * An array for each run.
	 *
	 * @param runs z fastest, then energy
	 * @param planes of each energy
	 */
	public static Destination planes(final List<float[]> runs, final int planes) {
		return new Destination(runs.toArray(float[][]::new), new int[runs.size()], planes);
	}

	/** @return the array that takes a run, which is counted from the first energy and plane of the piece */
	public float[] array(final int energy, final int plane) {
		return arrays[energy * planes + plane];
	}

	/** @return where in its array the run begins */
	public int offset(final int energy, final int plane) {
		return offsets[energy * planes + plane];
	}

	/** @return the number of z planes of the piece */
	public int planes() {
		return planes;
	}

	/** @return the runs of some energies, in this order */
	public Destination energies(final int... which) {
		final float[][] some = new float[which.length * planes][];
		final int[] at = new int[some.length];
		for (int i = 0; i < which.length; i++) for (int z = 0; z < planes; z++) {
			some[i * planes + z] = array(which[i], z);
			at[i * planes + z] = offset(which[i], z);
		}
		return new Destination(some, at, planes);
	}

	/**
	 * @param first plane of the piece
	 * @param count of planes
	 * @return the runs of consecutive planes, at every energy
	 */
	public Destination slab(final int first, final int count) {
		final int energies = arrays.length / planes;
		final float[][] some = new float[energies * count][];
		final int[] at = new int[some.length];
		for (int e = 0; e < energies; e++) for (int z = 0; z < count; z++) {
			some[e * count + z] = array(e, first + z);
			at[e * count + z] = offset(e, first + z);
		}
		return new Destination(some, at, count);
	}
}
