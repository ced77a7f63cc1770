// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import java.nio.ByteBuffer;
import java.util.List;

import io.jhdf.object.datatype.DataType;

/**
 * Values that lie in the header of their data set, at most 64 KB.
 *
 * @param values all of them, as they stand there
 */
record CompactStorage(byte[] values, int[] shape, DataType type) implements Hdf5Storage {

	@Override
	public int[] together() {
		return shape.clone();
	}

	@Override
	public List<Box> blocks(final List<Box> regions) {
		return List.of(new Box(new int[shape.length], shape));
	}

	@Override
	public long bytesForBlock() {
		return values.length;
	}

	@Override
	public Hdf5Values read(final Box block, final StoredBytes bytes) {
		return Hdf5Values.of(type, ByteBuffer.wrap(values));
	}
}
