// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;

import org.xanesj.block.BlockSink;
import org.xanesj.block.BlockTask;
import org.xanesj.block.LocalRunner;
import org.xanesj.block.Progress;
import org.xanesj.block.Runner;
import org.xanesj.stack.Mask;
import org.xanesj.stack.SpectralImage;

/** Sends its tasks as if to another machine. */
final class SendingRunner implements Runner {

	private final Runner there = new LocalRunner(2, Progress.NONE);

	@Override
	public <T> void run(final String step, final SpectralImage image, final Mask mask, final BlockTask<T> task,
		final BlockSink<T> sink)
	{
		there.run(step, image, mask, sent(task), sink);
	}

	@SuppressWarnings("unchecked")
	private static <T> BlockTask<T> sent(final BlockTask<T> task) {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
			out.writeObject(task);
			return (BlockTask<T>) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
		}
		catch (final IOException | ClassNotFoundException e) {
			throw new IllegalStateException(e);
		}
	}

	@Override
	public Progress progress() {
		return Progress.NONE;
	}
}
