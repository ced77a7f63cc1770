// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import java.util.Comparator;
import java.util.stream.IntStream;

import org.xanesj.stack.Destination;
import org.xanesj.stack.Piece;

/**
 * Puts the values of blocks, whose axes are in any order, where the pixels of a piece belong. For one thread: its buffer
 * is used again.
 */
final class Placement {

	/** Columns at once where they are no neighbours: what they share lines of the cache with is taken before these are lost. */
	private static final int TILE = 16;

	private static final int ENERGY = 0, Z = 1, Y = 2;

	private final AxisOrder axes;
	private final int width;
	private final Piece piece;
	private final int[] energies;
	private final Destination into;
	private float[] floats = new float[0];

	/** @param energies of the data set, in the order of the destination */
	Placement(final AxisOrder axes, final int width, final Piece piece, final int[] energies, final Destination into) {
		this.axes = axes;
		this.width = width;
		this.piece = piece;
		this.energies = energies;
		this.into = into;
	}

	/**
	 * What a block and the piece have in common.
	 *
	 * @param origin index in the block of the first value, were it at energy 0 of the data set
	 * @param stride in the block along energy, z, y
	 * @param count of energies, planes, rows in common
	 * @param wanted energies of the destination that are in the block
	 * @param plane the first, counted in the piece
	 * @param row the first, counted in the piece
	 */
	private record Common(int origin, int[] stride, int[] count, int[] wanted, int plane, int row, int x, int columns,
		int columnStride)
	{}

	void put(final Box block, final Hdf5Values values) {
		final Common common = common(block);
		for (final int count : common.count) if (count < 1) return;
		if (common.columnStride == 1) putRows(common, values);
		else {
			if (floats.length < block.count()) floats = new float[block.count()];
			values.get(0, floats, 0, block.count());
			turn(common);
		}
	}

	private Common common(final Box block) {
		final int[] strides = block.strides();
		final int e = axes.energy(), z = axes.z(), y = axes.y(), x = axes.x();
		final int[] wanted = IntStream.range(0, energies.length).filter(i -> energies[i] >= block.start()[e] &&
			energies[i] < block.end(e)).toArray();
		final int plane = z < 0 ? 0 : Math.max(block.start()[z], piece.firstPlane());
		final int planes = z < 0 ? 1 : Math.min(block.end(z), piece.firstPlane() + piece.planes()) - plane;
		final int row = Math.max(block.start()[y], piece.firstRow());
		final int rows = Math.min(block.end(y), piece.firstRow() + piece.rows()) - row;
		final int origin = (row - block.start()[y]) * strides[y] + (z < 0 ? 0 : (plane - block.start()[z]) * strides[z]) -
			block.start()[e] * strides[e];
		return new Common(origin, new int[] { strides[e], z < 0 ? 0 : strides[z], strides[y] }, new int[] { wanted.length,
			planes, rows }, wanted, z < 0 ? 0 : plane - piece.firstPlane(), row - piece.firstRow(), block.start()[x], Math.min(
				block.end(x), width) - block.start()[x], strides[x]);
	}

	private void putRows(final Common common, final Hdf5Values values) {
		final boolean whole = common.columns == width && common.stride[Y] == width;
		final int rows = whole ? 1 : common.count[Y], run = whole ? common.count[Y] * width : common.columns;
		for (int i = 0; i < common.count[ENERGY]; i++) for (int z = 0; z < common.count[Z]; z++) {
			final int e = common.wanted[i];
			final float[] to = into.array(e, common.plane + z);
			final int at = into.offset(e, common.plane + z) + common.row * width + common.x;
			final int from = common.origin + energies[e] * common.stride[ENERGY] + z * common.stride[Z];
			for (int y = 0; y < rows; y++) values.get(from + y * common.stride[Y], to, at + y * width, run);
		}
	}

	/** Some columns at a time along the axis that is the fastest in the file, so that what is loaded is used whole. */
	private void turn(final Common common) {
		final int[] order = IntStream.range(0, common.stride.length).boxed().sorted(Comparator.comparing(
			i -> -common.stride[i])).mapToInt(Integer::intValue).toArray();
		final int slow = order[0], middle = order[1], fast = order[2];
		final int[] at = new int[order.length];
		for (at[slow] = 0; at[slow] < common.count[slow]; at[slow]++)
			for (at[middle] = 0; at[middle] < common.count[middle]; at[middle]++)
				for (int x = 0; x < common.columns; x += TILE)
					for (at[fast] = 0; at[fast] < common.count[fast]; at[fast]++)
						turn(common, at, x, Math.min(TILE, common.columns - x));
	}

	private void turn(final Common common, final int[] at, final int x, final int n) {
		final int e = common.wanted[at[ENERGY]], step = common.columnStride;
		final float[] to = into.array(e, common.plane + at[Z]), from = floats;
		final int start = into.offset(e, common.plane + at[Z]) + (common.row + at[Y]) * width + common.x + x;
		final int first = common.origin + energies[e] * common.stride[ENERGY] + at[Z] * common.stride[Z] + at[Y] *
			common.stride[Y] + x * step;
		for (int i = 0; i < n; i++) to[start + i] = from[first + i * step];
	}
}
