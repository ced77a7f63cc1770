// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.benchmark;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.IntStream;

import com.google.gson.Gson;
import com.google.gson.JsonObject;

import org.xanesj.learn.Forest;
import org.xanesj.learn.Tree;
import org.xanesj.stack.SpectralImage;

/** The kind of grain of every pixel by a random forest that scikit-learn trained, here and there. */
final class ForestStep implements BenchmarkStep {

	private static final int TREES = 100;
	private static final int DEPTH = 12;

	/** The energies that are looked at. */
	private static final int FROM = 25;
	private static final int ENERGIES = 100;

	/** Pixels that it is trained on. */
	private static final int TRAINED = 20_000;

	private static final double TOLERANCE = 1e-6;

	private final NormalizedStack normalized;
	private Forest forest;
	private SpectralImage image;
	private float[][] result;

	ForestStep(final NormalizedStack normalized) {
		this.normalized = normalized;
	}

	@Override
	public String name() {
		return "Forest, " + TREES + " trees, depth " + DEPTH + ", " + ENERGIES + " energies";
	}

	@Override
	public Target target() {
		return Target.ratio(1.2);
	}

	@Override
	public List<String> needs() {
		return List.of("numpy", "sklearn");
	}

	@Override
	public JsonObject prepare() {
		image = normalized.image().select(IntStream.range(FROM, FROM + ENERGIES).toArray());
		final JsonObject request = Requests.of("forest", normalized.stack(), TRAINED);
		request.addProperty("trees", TREES);
		request.addProperty("depth", DEPTH);
		request.addProperty("from", FROM);
		request.addProperty("to", FROM + ENERGIES);
		request.addProperty("threads", Runtime.getRuntime().availableProcessors());
		return request;
	}

	/** When the peer has trained it. */
	private Forest read() {
		try (Reader reader = Files.newBufferedReader(normalized.stack().folder().resolve("forest.json"))) {
			return Forest.of(ENERGIES, List.of(new Gson().fromJson(reader, Tree[].class)));
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	@Override
	public void run() {
		if (forest == null) forest = read();
		final float[][] probabilities = new float[forest.outputs()][normalized.stack().pixels()];
		BenchmarkStack.RUNNER.run("Forest", image, normalized.stack().all(), forest, (block, part) -> {
			for (int c = 0; c < part.length; c++) System.arraycopy(part[c], 0, probabilities[c], (int) block.first(), block
				.count());
		});
		result = probabilities;
	}

	@Override
	public void release() {
		result = null;
	}

	@Override
	public String check(final Answer theirs) {
		final float[] probabilities = theirs.values("probabilities");
		double most = 0;
		for (int c = 0; c < result.length; c++) most = Math.max(most, Differences.largest(result[c], probabilities, c *
			normalized.stack().pixels()));
		return Disagreement.unless("largest difference of all probabilities", most, TOLERANCE);
	}
}
