// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import java.lang.reflect.Array;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.xanesj.stack.Heap;
import org.xanesj.stack.InputException;

import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.api.dataset.ContiguousDataset;
import io.jhdf.object.message.DataLayout;

/**
 * Reads an HDF5 data set of three or four axes into planes of x and y, in whichever order its axes stand. It is read
 * tile by tile, whole chunks each, so that nothing is unpacked twice and never more than a tile is held besides the
 * planes.
 */
final class Hdf5Planes {

	/** Size of a tile in bytes, unless a single chunk is larger. */
	private static final long TILE = 32L << 20;
	/**
	 * Bytes that a value of a tile takes while it is read: as bytes and as a number, or as an object when unsigned
	 * 64-bit.
	 */
	private static final int NUMBER = 2 * Double.BYTES, OBJECT = 64;
	/** Copies of a chunk that the library holds while it unpacks it. */
	private static final int UNPACKING = 3;

	private final Dataset data;
	private final long[] shape;
	private final int width;
	private final int[] planeStep;
	private final int[] pixelStep;
	private final List<float[]> planes = new ArrayList<>();

	private Hdf5Planes(final Dataset data, final AxisOrder axes) {
		this.data = data;
		this.shape = data.getDimensionsAsLong();
		final int depth = axes.z() < 0 ? 1 : (int) shape[axes.z()];
		this.width = (int) shape[axes.x()];
		this.planeStep = new int[shape.length];
		this.pixelStep = new int[shape.length];
		planeStep[axes.energy()] = depth;
		if (axes.z() >= 0) planeStep[axes.z()] = 1;
		pixelStep[axes.y()] = width;
		pixelStep[axes.x()] = 1;
		for (long i = shape[axes.energy()] * depth; i > 0; i--) planes.add(new float[width * (int) shape[axes.y()]]);
	}

	/**
	 * @param energies one for each position along the energy axis
	 * @throws InputException when the data are no numbers, were never written, do not fit into the file or the memory
	 */
	static RawStack stack(final Dataset data, final AxisOrder axes, final double[] energies) {
		final long[] shape = data.getDimensionsAsLong();
		final int[] tile = check(data, axes, shape);
		final Hdf5Planes reader = new Hdf5Planes(data, axes);
		reader.tiles(tile, new long[shape.length], 0);
		return new RawStack(reader.planes, reader.width, (int) shape[axes.y()], reader.planeStep[axes.energy()],
			energies);
	}

	private static int[] check(final Dataset data, final AxisOrder axes, final long[] shape) {
		final String name = data.getFileAsPath() + ": " + data.getPath() + " (" + describe(shape) + ")";
		Hdf5Node.requireNumbers(data);
		final long values = Heap.product(shape);
		if (values == 0 || data.isEmpty())
			throw new InputException(name + " holds no data.",
				"The scan may have been stopped before its first image.");
		final long[] chunk = new long[shape.length];
		Arrays.fill(chunk, 1);
		if (data instanceof ChunkedDataset chunked)
			for (int i = 0; i < chunk.length; i++) chunk[i] = Math.min(shape[i], chunked.getChunkDimensions()[i]);
		final long images = Heap.product(shape[axes.energy()], axes.z() < 0 ? 1 : shape[axes.z()]);
		final int[] tile = values < 0 ? new int[0] : tile(shape, chunk, data.getDataType().getSize());
		final long reading = Heap.product(Heap.product(Arrays.stream(tile).asLongStream().toArray()),
			data.getJavaType() == BigInteger.class ? OBJECT : NUMBER);
		final long unpacking = Heap.product(Heap.product(chunk), UNPACKING, data.getDataType().getSize());
		final long besides = reading < 0 || unpacking < 0 ? -1 : reading + unpacking;
		Heap.requireImages(images, shape[axes.x()], shape[axes.y()], besides, data.getFileAsPath().toString());
		final long bytes = Heap.product(values, data.getDataType().getSize()), file = data.getHdfFile().size();
		if (data instanceof ContiguousDataset whole && (bytes < 0 || whole.getDataAddress() > file - bytes))
			throw new InputException(name + " needs " + bytes + " bytes, the whole file has " + file + ".",
				"The file is truncated or damaged; copy it again.");
		return tile;
	}

	/**
	 * Whole chunks, as many as come near to {@link #TILE}, from the fastest axis on, as the values lie in the file.
	 */
	private static int[] tile(final long[] shape, final long[] chunk, final int size) {
		final long[] tile = chunk.clone();
		for (int i = shape.length - 1; i >= 0; i--) {
			final long fits = Math.max(1, TILE / (Heap.product(tile) * size));
			tile[i] = Math.min(shape[i], tile[i] * fits);
		}
		return Arrays.stream(tile).mapToInt(Math::toIntExact).toArray();
	}

	private void tiles(final int[] tile, final long[] start, final int axis) {
		if (axis < shape.length) {
			for (start[axis] = 0; start[axis] < shape[axis]; start[axis] += tile[axis]) tiles(tile, start, axis + 1);
			return;
		}
		final int[] size = new int[shape.length];
		int plane = 0, pixel = 0;
		for (int i = 0; i < size.length; i++) {
			size[i] = (int) Math.min(tile[i], shape[i] - start[i]);
			plane += (int) start[i] * planeStep[i];
			pixel += (int) start[i] * pixelStep[i];
		}
		// Compact data lie in the header and cannot be cut.
		final boolean compact = data.getDataLayout() == DataLayout.COMPACT;
		scatter(compact ? data.getData() : data.getData(start, size), 0, plane, pixel);
	}

	private void scatter(final Object values, final int axis, final int plane, final int pixel) {
		if (axis == shape.length - 1) {
			scatter(floats(values), plane, pixel);
			return;
		}
		final Object[] parts = (Object[]) values;
		for (int i = 0; i < parts.length; i++)
			scatter(parts[i], axis + 1, plane + i * planeStep[axis], pixel + i * pixelStep[axis]);
	}

	private void scatter(final float[] row, final int plane, final int pixel) {
		final int last = shape.length - 1;
		if (pixelStep[last] == 1) System.arraycopy(row, 0, planes.get(plane), pixel, row.length);
		else for (int i = 0; i < row.length; i++)
			planes.get(plane + i * planeStep[last])[pixel + i * pixelStep[last]] = row[i];
	}

	private static float[] floats(final Object row) {
		if (row instanceof float[] floats) return floats;
		final float[] floats = new float[Array.getLength(row)];
		if (row instanceof double[] values) for (int i = 0; i < floats.length; i++) floats[i] = (float) values[i];
		else if (row instanceof int[] values) for (int i = 0; i < floats.length; i++) floats[i] = values[i];
		else if (row instanceof short[] values) for (int i = 0; i < floats.length; i++) floats[i] = values[i];
		else for (int i = 0; i < floats.length; i++) floats[i] = ((Number) Array.get(row, i)).floatValue();
		return floats;
	}

	/** @return such as {@code 60 x 512 x 512} */
	static String describe(final long[] shape) {
		return String.join(" x ", Arrays.stream(shape).mapToObj(Long::toUnsignedString).toList());
	}
}
