// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.xanesj.stack.Heap;

import io.jhdf.object.datatype.DataType;

/**
 * Values that lie one behind the other in the file.
 *
 * @param address of the first
 * @param shape of the data set
 * @param axes which axis is which
 */
record ContiguousStorage(long address, int[] shape, AxisOrder axes, DataType type) implements Hdf5Storage {

	/** Bytes of a block: it stays in the cache between being read and being put in its place. */
	private static final int BLOCK = 1 << 18;
	/** Where columns are not neighbours, so many are read together: they fill a line of the cache where they are put. */
	private static final int COLUMNS = 16;
	/** A disk gives so many bytes in hardly more time than fewer. */
	private static final int RUN = 1 << 16;

	@Override
	public int[] together() {
		final int[] together = new int[shape.length];
		Arrays.fill(together, 1);
		final int last = Math.min(axes.x(), axes.y());
		// Planes that are interleaved with rows or columns would all be passed over to read one.
		if (axes.z() > last) together[axes.z()] = shape[axes.z()];
		final Box piece = new Box(new int[shape.length], shape.clone());
		int rows = 1;
		while (rows < shape[axes.y()] && run(piece.along(axes.y(), 0, rows)) * type.getSize() < RUN) rows *= 2;
		together[axes.y()] = Math.min(rows, shape[axes.y()]);
		return together;
	}

	/** How many values of a box lie one behind the other in the file. */
	private long run(final Box box) {
		long run = 1;
		for (int i = shape.length - 1; i >= 0; i--) {
			run *= box.size()[i];
			if (box.size()[i] < shape[i]) break;
		}
		return run;
	}

	@Override
	public List<Box> blocks(final List<Box> regions) {
		final List<Box> blocks = new ArrayList<>();
		for (final Box region : joined(regions)) split(region, blockSize(region.size()), 0, blocks);
		return blocks;
	}

	/** Energies that lie within rows or between them are not worth being passed over. */
	private List<Box> joined(final List<Box> regions) {
		final int energy = axes.energy();
		if (regions.isEmpty() || energy < Math.min(axes.x(), axes.y())) return regions;
		final Box first = regions.get(0), last = regions.get(regions.size() - 1);
		return List.of(first.along(energy, first.start()[energy], last.end(energy) - first.start()[energy]));
	}

	/** From the fastest axis on as much as makes a block, the rest in equal parts. */
	private int[] blockSize(final int[] region) {
		final int[] size = new int[region.length];
		long left = BLOCK / type.getSize();
		for (int i = size.length - 1; i >= 0; i--) {
			final int least = i == axes.x() ? COLUMNS : 1;
			final int most = (int) Math.min(region[i], Math.max(least, left));
			final int parts = (region[i] + most - 1) / most;
			size[i] = (region[i] + parts - 1) / parts;
			left /= size[i];
		}
		return size;
	}

	private static void split(final Box region, final int[] size, final int axis, final List<Box> blocks) {
		if (axis == size.length) {
			blocks.add(region);
			return;
		}
		for (int at = region.start()[axis]; at < region.end(axis); at += size[axis])
			split(region.along(axis, at, Math.min(size[axis], region.end(axis) - at)), size, axis + 1, blocks);
	}

	@Override
	public long bytesForBlock() {
		return Heap.product(2, COLUMNS, BLOCK);
	}

	@Override
	public Hdf5Values read(final Box block, final StoredBytes bytes) throws IOException {
		final int size = type.getSize(), run = (int) run(block), count = block.count();
		bytes.resize(count * size);
		final int[] within = block.strides();
		for (int done = 0; done < count; done += run) {
			long index = 0;
			for (int i = 0; i < shape.length; i++) index = index * shape[i] + block.start()[i] + done / within[i] % block
				.size()[i];
			bytes.read(address + index * size, done * size, run * size);
		}
		return Hdf5Values.of(type, bytes.buffer());
	}
}
