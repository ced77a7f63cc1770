// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.spark;

import java.util.Iterator;

import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.xanesj.block.Block;
import org.xanesj.block.BlockReader;
import org.xanesj.block.BlockTask;
import org.xanesj.block.PixelBlock;
import org.xanesj.stack.InputException;
import org.xanesj.stack.Mask;
import org.xanesj.stack.SpectralImage;

/**
 * What a worker does with some blocks: it reads their pixels from where it stands, one block after the other into the
 * same buffer, and sends back what the task makes of each. It ends at the first block with bad input, or for which there
 * is no memory. Spark stops it between two blocks when the run is cancelled.
 */
final class BlockWorker<T> implements FlatMapFunction<Iterator<Block>, Outcome<T>> {

	private static final long serialVersionUID = 1L;

	private final Broadcast<Sent<SpectralImage>> image;
	private final Broadcast<Mask> mask;
	private final Broadcast<Sent<BlockTask<T>>> task;
	private final int capacity;

	/** @param capacity pixels of the largest block */
	BlockWorker(final Broadcast<Sent<SpectralImage>> image, final Broadcast<Mask> mask,
		final Broadcast<Sent<BlockTask<T>>> task, final int capacity)
	{
		this.image = image;
		this.mask = mask;
		this.task = task;
		this.capacity = capacity;
	}

	@Override
	public Iterator<Outcome<T>> call(final Iterator<Block> blocks) {
		return new Iterator<>() {

			private BlockReader reader;
			private PixelBlock buffer;
			private boolean failed;

			@Override
			public boolean hasNext() {
				return !failed && blocks.hasNext();
			}

			@Override
			public Outcome<T> next() {
				try {
					if (reader == null) open(image.value().get());
					reader.read(blocks.next(), mask.value(), buffer);
					return new Outcome<>(task.value().get().apply(buffer), null);
				}
				catch (final InputException e) {
					return failure(e);
				}
				catch (final OutOfMemoryError e) {
					return failure(new InputException("A worker has not enough memory: " + (Runtime.getRuntime().maxMemory() >> 20) +
						" MB.", "Give workers more: --executor-memory of spark-submit, or, without a cluster, XANESJ_JAVA_OPTS=-Xmx16g."));
				}
			}

			private void open(final SpectralImage pixels) {
				buffer = PixelBlock.of(new float[pixels.energies().size()][capacity], 0);
				reader = new BlockReader(pixels);
			}

			private Outcome<T> failure(final InputException e) {
				failed = true;
				return new Outcome<>(null, e);
			}
		};
	}
}
