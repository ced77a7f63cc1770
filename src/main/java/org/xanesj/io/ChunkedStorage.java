// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.DataFormatException;

import org.xanesj.stack.Heap;

import io.jhdf.object.datatype.DataType;

/**
 * Values that lie in chunks, boxes of equal size, each somewhere in the file and most often packed.
 *
 * @param size of a chunk along each axis; those at the ends reach beyond the data set
 * @param places where they are
 * @param fill the value of chunks that were never written
 */
record ChunkedStorage(int[] size, ChunkPlaces places, Hdf5Filters filters, DataType type, float fill)
	implements Hdf5Storage
{

	/** Buffers that hold a chunk at once: as stored, unpacked, as numbers. */
	private static final int COPIES = 4;

	@Override
	public int[] together() {
		return size.clone();
	}

	@Override
	public List<Box> blocks(final List<Box> regions) {
		final Set<Integer> chunks = new TreeSet<>(Comparator.<Integer>comparingLong(chunk -> places.addresses()[chunk])
			.thenComparing(Comparator.naturalOrder()));
		for (final Box region : regions) collect(region, 0, 0, chunks);
		final List<Box> blocks = new ArrayList<>();
		for (final int chunk : chunks) blocks.add(new Box(places.start(chunk, size), size));
		return blocks;
	}

	private void collect(final Box region, final int axis, final int index, final Set<Integer> chunks) {
		if (axis == size.length) {
			chunks.add(index);
			return;
		}
		final int last = (region.end(axis) - 1) / size[axis];
		for (int at = region.start()[axis] / size[axis]; at <= last; at++) collect(region, axis + 1, index * places
			.grid()[axis] + at, chunks);
	}

	@Override
	public long bytesForBlock() {
		long bytes = Heap.product(COPIES, Math.max(type.getSize(), Float.BYTES));
		for (final int length : size) bytes = Heap.product(bytes, length);
		return bytes;
	}

	@Override
	public Hdf5Values read(final Box block, final StoredBytes bytes) throws IOException, DataFormatException {
		final int chunk = places.index(block.start(), size);
		if (places.addresses()[chunk] < 0) return Hdf5Values.all(fill);
		bytes.resize(places.lengths()[chunk]);
		bytes.read(places.addresses()[chunk], 0, places.lengths()[chunk]);
		filters.undo(bytes, places.skipped()[chunk], block.count() * type.getSize());
		return Hdf5Values.of(type, bytes.buffer());
	}
}
