// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.block;

import java.util.concurrent.CancellationException;
import java.util.function.BinaryOperator;

import org.xanesj.stack.Mask;
import org.xanesj.stack.SpectralImage;

/**
 * Maps a task over the blocks of an image and hands the results on in block order, whatever order they were made
 * in: the answer does not depend on how many threads or machines there are.
 */
public interface Runner {

	/**
	 * @param step what is being done, for the progress bar
	 * @param mask the pixels the task sees; a block without any is still handed to it, empty
	 * @throws CancellationException when the user stops it
	 */
	<T> void run(String step, SpectralImage image, Mask mask, BlockTask<T> task, BlockSink<T> sink);

	/** @return who watches, for work that does not run over blocks */
	Progress progress();

	/** @return the results of all blocks folded in block order */
	default <T> T reduce(final String step, final SpectralImage image, final Mask mask, final BlockTask<T> task,
		final BinaryOperator<T> fold)
	{
		final class Sum {

			T value;
		}
		final Sum sum = new Sum();
		run(step, image, mask, task, (block, result) -> sum.value = sum.value == null ? result : fold.apply(sum.value,
			result));
		return sum.value;
	}
}
