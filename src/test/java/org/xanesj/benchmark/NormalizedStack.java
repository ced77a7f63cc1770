// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import org.xanesj.factor.EigenImages;
import org.xanesj.factor.Pca;
import org.xanesj.factor.PcaVariant;
import org.xanesj.prepare.StackNormalization;
import org.xanesj.stack.SpectralImage;

/**
 * A stack normalised by this program, and its scores, in memory and for the peer in files: both go on from the same
 * values. Each is made when it is first asked for.
 */
final class NormalizedStack {

	private final BenchmarkStack stack;
	private SpectralImage image;
	private float[][] scores;

	NormalizedStack(final BenchmarkStack stack) {
		this.stack = stack;
	}

	/** @return what it was before */
	BenchmarkStack stack() {
		return stack;
	}

	SpectralImage image() {
		if (image == null) {
			image = StackNormalization.of(stack.image(), stack.operator(), stack.all(), BenchmarkStack.RUNNER).image();
			write("normalized.f32", RawFloats.planes(image));
		}
		return image;
	}

	/** @return components x pixels */
	float[][] scores() {
		if (scores == null) {
			final Pca pca = Pca.of(image(), stack.all(), stack.energies(), PcaVariant.CENTRED, BenchmarkStack.RUNNER);
			scores = EigenImages.of(image(), stack.all(), stack.energies(), pca, PcaVariant.CENTRED, PcaStep.COMPONENTS,
				BenchmarkStack.RUNNER);
			write("scores.f32", List.of(scores));
		}
		return scores;
	}

	private void write(final String name, final List<float[]> planes) {
		try {
			RawFloats.write(stack.folder().resolve(name), planes);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
