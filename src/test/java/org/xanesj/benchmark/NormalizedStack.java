// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.xanesj.prepare.StackNormalization;
import org.xanesj.stack.SpectralImage;

/** A stack normalised by this program, in memory and for the peer in a file: both go on from the same values. */
final class NormalizedStack {

	private final BenchmarkStack stack;
	private final SpectralImage image;

	NormalizedStack(final BenchmarkStack stack) {
		this.stack = stack;
		image = StackNormalization.of(stack.image(), stack.operator(), stack.all(), BenchmarkStack.RUNNER).image();
		try {
			RawFloats.write(stack.folder().resolve("normalized.f32"), RawFloats.planes(image));
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** @return what it was before */
	BenchmarkStack stack() {
		return stack;
	}

	SpectralImage image() {
		return image;
	}
}
