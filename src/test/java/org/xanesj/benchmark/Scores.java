// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import org.xanesj.block.Runner;
import org.xanesj.factor.EigenImages;
import org.xanesj.factor.Pca;
import org.xanesj.factor.PcaVariant;

/** Scores of a normalised stack, made by this program, in memory and for the peer in a file. */
record Scores(NormalizedStack normalized, float[][] values) {

	static Scores of(final NormalizedStack normalized) {
		final BenchmarkStack stack = normalized.stack();
		final Runner runner = BenchmarkStack.RUNNER;
		final Pca pca = Pca.of(normalized.image(), stack.all(), stack.energies(), PcaVariant.CENTRED, runner);
		final Scores scores = new Scores(normalized, EigenImages.of(normalized.image(), stack.all(), stack.energies(), pca,
			PcaVariant.CENTRED, PcaStep.COMPONENTS, runner));
		try {
			RawFloats.write(stack.folder().resolve("scores.f32"), List.of(scores.values));
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
		return scores;
	}
}
