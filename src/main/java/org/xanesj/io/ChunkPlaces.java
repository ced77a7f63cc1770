// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Map;

import org.xanesj.stack.Heap;
import org.xanesj.stack.InputException;

import io.jhdf.AbstractNode;
import io.jhdf.ObjectHeader;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.dataset.chunked.Chunk;
import io.jhdf.dataset.chunked.ChunkOffset;
import io.jhdf.dataset.chunked.ChunkedDatasetV3;
import io.jhdf.dataset.chunked.ChunkedDatasetV4;
import io.jhdf.object.message.DataLayoutMessage.ChunkedDataLayoutMessageV4;
import io.jhdf.storage.HdfBackingStorage;

/**
 * Where the chunks of a data set are in its file, in the order of its axes.
 *
 * @param grid how many chunks there are along each axis
 * @param addresses of their first bytes; -1 for those that were never written
 * @param lengths in bytes
 * @param skipped a bit for each filter that was not applied to a chunk
 */
record ChunkPlaces(int[] grid, long[] addresses, int[] lengths, int[] skipped) {

	private static final int BYTES_PER_CHUNK = Long.BYTES + 2 * Integer.BYTES;

	/**
	 * @param size of a chunk along each axis
	 * @throws InputException when there are more than the memory holds, or they do not fit into the file
	 */
	static ChunkPlaces of(final ChunkedDataset data, final int[] shape, final int[] size) {
		final String name = data.getFileAsPath() + ": " + data.getPath();
		final int[] grid = new int[shape.length];
		for (int i = 0; i < grid.length; i++) grid[i] = (shape[i] - 1) / size[i] + 1;
		final long count = Heap.product(Arrays.stream(grid).asLongStream().toArray());
		Heap.require(count > Integer.MAX_VALUE - 8 ? -1 : Heap.product(count, BYTES_PER_CHUNK), name, count + " chunks");
		final ChunkPlaces places = new ChunkPlaces(grid, new long[(int) count], new int[(int) count], new int[(int) count]);
		Arrays.fill(places.addresses, -1);
		final HdfBackingStorage file = data.getHdfFile().getHdfBackingStorage();
		final long before = file.getUserBlockSize(), length = file.size();
		for (final Chunk chunk : chunks(data, file)) {
			if (chunk.getAddress() < 0 || !contains(chunk.getChunkOffset(), shape)) continue;
			final long address = before + chunk.getAddress();
			if (chunk.getSize() < 0 || address > length - chunk.getSize()) throw new InputException(name + ": its chunk of " +
				chunk.getSize() + " bytes at " + address + " reaches beyond the " + length + " bytes of the file.",
				"The file is truncated or damaged; copy it again.");
			places.put(chunk, address, size);
		}
		return places;
	}

	/** The library keeps them to itself, and to its own descendants. */
	private static Collection<Chunk> chunks(final ChunkedDataset data, final HdfBackingStorage file) {
		final ObjectHeader header = ((AbstractNode) data).getHeader();
		return header.hasMessageOfType(ChunkedDataLayoutMessageV4.class) ? new Newer(file, data, header).getChunkLookup()
			.values() : new Older(file, data, header).getChunkLookup().values();
	}

	private static final class Older extends ChunkedDatasetV3 {

		Older(final HdfBackingStorage file, final ChunkedDataset data, final ObjectHeader header) {
			super(file, data.getAddress(), data.getName(), data.getParent(), header);
		}

		@Override
		protected Map<ChunkOffset, Chunk> getChunkLookup() {
			return super.getChunkLookup();
		}
	}

	private static final class Newer extends ChunkedDatasetV4 {

		Newer(final HdfBackingStorage file, final ChunkedDataset data, final ObjectHeader header) {
			super(file, data.getAddress(), data.getName(), data.getParent(), header);
		}

		@Override
		protected Map<ChunkOffset, Chunk> getChunkLookup() {
			return super.getChunkLookup();
		}
	}

	/** What a data set had before it was cut may be left behind. */
	private static boolean contains(final long[] offset, final int[] shape) {
		for (int i = 0; i < shape.length; i++) if (offset[i] < 0 || offset[i] >= shape[i]) return false;
		return true;
	}

	private void put(final Chunk chunk, final long address, final int[] size) {
		final int index = index(Arrays.stream(chunk.getChunkOffset()).mapToInt(Math::toIntExact).toArray(), size);
		addresses[index] = address;
		lengths[index] = chunk.getSize();
		final BitSet mask = chunk.getFilterMask();
		skipped[index] = mask == null || mask.isEmpty() ? 0 : (int) mask.toLongArray()[0];
	}

	/** @return whether no chunk was ever written */
	boolean isEmpty() {
		return Arrays.stream(addresses).allMatch(address -> address < 0);
	}

	int index(final int[] start, final int[] size) {
		int index = 0;
		for (int i = 0; i < grid.length; i++) index = index * grid[i] + start[i] / size[i];
		return index;
	}

	/** @return where a chunk begins along each axis */
	int[] start(final int index, final int[] size) {
		final int[] start = new int[grid.length];
		int left = index;
		for (int i = grid.length - 1; i >= 0; i--) {
			start[i] = left % grid[i] * size[i];
			left /= grid[i];
		}
		return start;
	}
}
