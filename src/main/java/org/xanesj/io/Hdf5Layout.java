// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import java.nio.ByteBuffer;
import java.util.Arrays;

import org.xanesj.stack.Heap;
import org.xanesj.stack.InputException;

import io.jhdf.AbstractNode;
import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.api.dataset.ContiguousDataset;
import io.jhdf.dataset.CompactDataset;
import io.jhdf.object.datatype.DataType;

/**
 * All that is needed to read the values of a data set from its file, and keeps no file open.
 *
 * @param stamp of the file when it was looked at
 * @param shape of the data set, the slowest axis first
 */
record Hdf5Layout(FileStamp stamp, int[] shape, Hdf5Storage storage) {

	/**
	 * @param axes which axis is which
	 * @throws InputException when the data are no numbers, were never written, or do not fit into the file or the memory
	 */
	static Hdf5Layout of(final Dataset data, final AxisOrder axes) {
		final FileStamp stamp = FileStamp.of(data.getFileAsPath());
		final String name = data.getFileAsPath() + ": " + data.getPath() + " (" + describe(data.getDimensionsAsLong()) + ")";
		Hdf5Node.requireNumbers(data);
		final int[] shape = shape(data, name);
		final Hdf5Storage storage = storage(data, axes, shape, name);
		Heap.require(storage.bytesForBlock(), name, "the parts that must be read together");
		return new Hdf5Layout(stamp, shape, storage);
	}

	private static int[] shape(final Dataset data, final String name) {
		final long[] shape = data.getDimensionsAsLong();
		if (Arrays.stream(shape).anyMatch(length -> length < 0 || length > Integer.MAX_VALUE - 8))
			throw new InputException(name + " has more values along an axis than any scan.",
				"The file is damaged; copy it again.");
		if (Arrays.stream(shape).anyMatch(length -> length == 0)) throw empty(name);
		return Arrays.stream(shape).mapToInt(Math::toIntExact).toArray();
	}

	private static Hdf5Storage storage(final Dataset data, final AxisOrder axes, final int[] shape, final String name) {
		final DataType type = data.getDataType();
		final long bytes = Heap.product(Heap.product(data.getDimensionsAsLong()), type.getSize());
		if (data instanceof ChunkedDataset chunked) return chunked(chunked, shape, name);
		if (data instanceof ContiguousDataset whole) {
			if (whole.isEmpty()) throw empty(name);
			final long address = whole.getDataAddress() + data.getHdfFile().getUserBlockSize();
			requireRoom(bytes, address, data.getHdfFile().size(), name);
			return new ContiguousStorage(address, shape, axes, type);
		}
		if (!(data instanceof CompactDataset)) throw new InputException(name + " is stored in a way that is not known here.",
			"Rewrite it with h5repack.");
		final ByteBuffer values = ((CompactDataset) data).getDataBuffer().slice();
		requireRoom(bytes, 0, values.remaining(), name);
		final byte[] copy = new byte[(int) bytes];
		values.get(copy);
		return new CompactStorage(copy, shape, type);
	}

	private static Hdf5Storage chunked(final ChunkedDataset data, final int[] shape, final String name) {
		final int[] size = data.getChunkDimensions();
		final long bytes = Heap.product(Heap.product(Arrays.stream(size).asLongStream().toArray()), data.getDataType()
			.getSize());
		if (bytes < 1 || bytes > Integer.MAX_VALUE - 64) throw new InputException(name + " has chunks of " + bytes +
			" bytes.", "The file may be damaged; copy it again, or rewrite it in smaller chunks with h5repack.");
		final ChunkPlaces places = ChunkPlaces.of(data, shape, size);
		if (places.isEmpty()) throw empty(name);
		final float fill = data.getFillValue() instanceof Number value ? value.floatValue() : 0;
		return new ChunkedStorage(size, places, Hdf5Filters.of(((AbstractNode) data).getHeader()), data.getDataType(), fill);
	}

	private static void requireRoom(final long bytes, final long address, final long room, final String name) {
		if (bytes < 0 || address < 0 || address > room - bytes) throw new InputException(name + " needs " + bytes +
			" bytes, the whole file has " + room + ".", "The file is truncated or damaged; copy it again.");
	}

	private static InputException empty(final String name) {
		return new InputException(name + " holds no data.", "The scan may have been stopped before its first image.");
	}

	/** @return such as {@code 60 x 512 x 512} */
	static String describe(final long[] shape) {
		return String.join(" x ", Arrays.stream(shape).mapToObj(Long::toUnsignedString).toList());
	}
}
