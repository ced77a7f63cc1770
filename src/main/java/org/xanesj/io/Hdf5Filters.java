// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import java.util.List;
import java.util.zip.DataFormatException;

import io.jhdf.ObjectHeader;
import io.jhdf.filter.FilterManager;
import io.jhdf.filter.FilterPipeline;
import io.jhdf.object.message.FilterPipelineMessage;
import io.jhdf.object.message.FilterPipelineMessage.FilterInfo;

/**
 * What was done to the chunks of an HDF5 data set before they were stored, and is undone here. The filters that nearly
 * every file has are undone in buffers that are used again; the library has further ones.
 *
 * @param steps in the order in which they were done
 */
record Hdf5Filters(List<Step> steps) {

	private static final int DEFLATE = 1, SHUFFLE = 2, CHECKSUM = 3;
	/** Bytes of a checksum behind a chunk; it is not compared. */
	private static final int CHECKSUM_BYTES = 4;

	/** @param library the same filter as the library has it */
	private record Step(FilterInfo filter, FilterPipeline library) {}

	/** @throws io.jhdf.exceptions.HdfException naming a filter that is not known */
	static Hdf5Filters of(final ObjectHeader header) {
		if (!header.hasMessageOfType(FilterPipelineMessage.class)) return new Hdf5Filters(List.of());
		return new Hdf5Filters(header.getMessageOfType(FilterPipelineMessage.class).getFilters().stream().map(
			filter -> new Step(filter, FilterManager.getPipeline(List.of(filter)))).toList());
	}

	/**
	 * @param chunk as it is stored, afterwards as it was before
	 * @param skipped a bit for each filter that this chunk was spared
	 * @param size of a chunk in bytes
	 * @throws DataFormatException when it does not come out as a chunk of this size
	 */
	void undo(final StoredBytes chunk, final int skipped, final int size) throws DataFormatException {
		for (int i = steps.size() - 1; i >= 0; i--) if ((skipped >> i & 1) == 0) undo(chunk, i, skipped, size);
		if (chunk.length() != size) throw new DataFormatException("a chunk has " + chunk.length() + " bytes, not " + size);
	}

	private void undo(final StoredBytes chunk, final int index, final int skipped, final int size)
		throws DataFormatException
	{
		final Step step = steps.get(index);
		switch (step.filter.getId()) {
			case DEFLATE: chunk.inflate(size + CHECKSUM_BYTES * checksums(index, skipped)); break;
			case SHUFFLE: chunk.unshuffle(step.filter.getData()[0]); break;
			case CHECKSUM: chunk.drop(CHECKSUM_BYTES); break;
			default: chunk.replace(step.library.decode(chunk.copy()));
		}
	}

	/** How many checksums stood behind the values before a filter was applied. */
	private int checksums(final int before, final int skipped) {
		int checksums = 0;
		for (int i = 0; i < before; i++) if (steps.get(i).filter.getId() == CHECKSUM && (skipped >> i & 1) == 0) checksums++;
		return checksums;
	}
}
