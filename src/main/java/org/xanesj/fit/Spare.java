// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;

import org.xanesj.block.PixelBlock;

/** Buffers for blocks, each used by one thread at a time and then again by any. */
final class Spare<B> {

	private final IntFunction<B> make;
	private final ToIntFunction<B> pixels;
	private final Queue<B> idle = new ConcurrentLinkedQueue<>();

	/**
	 * @param make of so many pixels
	 * @param pixels the most that buffers can take
	 */
	Spare(final IntFunction<B> make, final ToIntFunction<B> pixels) {
		this.make = make;
		this.pixels = pixels;
	}

	/** @return what the work makes of buffers that are large enough for the block; they must not be kept */
	<R> R with(final PixelBlock block, final Function<B, R> work) {
		final B ready = idle.poll();
		final B buffers = ready != null && block.size() <= pixels.applyAsInt(ready) ? ready : make.apply(block.row(0).length);
		final R result = work.apply(buffers);
		idle.add(buffers);
		return result;
	}
}
