// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.cluster;

import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;

import org.xanesj.block.Progress;

/** Work on all chunks of points, on all threads of the common pool. Tiles are used again and again: they stay near. */
final class ChunkWork {

	private final Points points;
	private final int clusters;
	private final Progress progress;
	private final Queue<Tile> spare = new ConcurrentLinkedQueue<>();

	ChunkWork(final Points points, final int clusters, final Progress progress) {
		this.points = points;
		this.clusters = clusters;
		this.progress = progress;
	}

	/**
	 * Hands every chunk to the task, with a tile that holds anything.
	 *
	 * @throws CancellationException when the user stops it
	 */
	void forEach(final ObjIntConsumer<Tile> task) {
		try {
			IntStream.range(0, points.chunks()).parallel().forEach(chunk -> {
				if (progress.isCancelled()) throw new CancellationException();
				final Tile free = spare.poll();
				final Tile tile = free == null ? new Tile(points.dimensions(), clusters) : free;
				task.accept(tile, chunk);
				spare.add(tile);
			});
		}
		catch (final CancellationException e) {
			// the pool hands on one without a message
			throw new CancellationException("k-means was cancelled.");
		}
	}
}
