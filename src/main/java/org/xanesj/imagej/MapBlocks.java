// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes one map, plane by plane, into one file or into several, each of so many planes. */
final class MapBlocks implements AutoCloseable {

	private final Path folder;
	private final PlannedMap map;
	private final MapShape shape;
	private final int blockPlanes;
	private final List<BlockIndex.Block> blocks = new ArrayList<>();
	private MapTiff values;
	private LabelTiff labels;
	private int written;

	/** @param blockPlanes planes in each file but the last */
	MapBlocks(final Path folder, final PlannedMap map, final MapShape shape, final int blockPlanes) {
		this.folder = folder;
		this.map = map;
		this.shape = shape;
		this.blockPlanes = blockPlanes;
	}

	void values(final float[][] plane) {
		if (written % blockPlanes == 0) {
			final BlockIndex.Block block = next();
			values = new MapTiff(folder.resolve(block.file()), map.names(), shape.with(block.planes()));
		}
		values.plane(plane);
		written++;
	}

	void labels(final int[] plane) {
		if (written % blockPlanes == 0) {
			final BlockIndex.Block block = next();
			labels = new LabelTiff(folder.resolve(block.file()), ((PlannedMap.Labels) map).legend(), shape.with(block.planes()));
		}
		labels.plane(plane);
		written++;
	}

	private BlockIndex.Block next() {
		if (isComplete()) throw new IllegalStateException(map.name() + " has all its " + written + " planes");
		close();
		final String file = blockPlanes == shape.depth() ? map.name() + ".tif" : String.format(Locale.ROOT, "%s-z%04d.tif", map
			.name(), written);
		blocks.add(new BlockIndex.Block(map.name(), file, written, Math.min(blockPlanes, shape.depth() - written), map.names()));
		return blocks.get(blocks.size() - 1);
	}

	/** @return whether all planes are written */
	boolean isComplete() {
		return written == shape.depth();
	}

	List<BlockIndex.Block> blocks() {
		return blocks;
	}

	/** Completes the file that is being written, or removes it when planes of it are missing. */
	@Override
	public void close() {
		if (values != null) values.close();
		if (labels != null) labels.close();
	}

	/** Removes the files that were completed, and the one that is being written. */
	void remove() {
		try {
			close();
			for (final BlockIndex.Block block : blocks)
				if (block.firstPlane() + block.planes() <= written) Files.deleteIfExists(folder.resolve(block.file()));
		}
		catch (final IOException | RuntimeException e) {
			// the first failure is the one to tell
		}
	}
}
