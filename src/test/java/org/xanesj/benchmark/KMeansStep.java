// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.benchmark;

import java.util.List;
import java.util.Locale;

import com.google.gson.JsonObject;

import org.xanesj.block.Progress;
import org.xanesj.cluster.KMeans;

/** k-means of the scores of all pixels, against scikit-learn with as many starts. */
final class KMeansStep implements BenchmarkStep {

	static final int CLUSTERS = 8;

	/** By so much the inertia may exceed the peer's: rounding in single precision. */
	private static final double TOLERANCE = 1e-4;

	private final NormalizedStack normalized;
	private final KMeans.Options options = KMeans.Options.of(CLUSTERS, 1);
	private KMeans result;

	KMeansStep(final NormalizedStack normalized) {
		this.normalized = normalized;
	}

	@Override
	public String name() {
		return "k-means, " + CLUSTERS + " clusters, " + options.starts() + " starts";
	}

	@Override
	public Target target() {
		return Target.ratio(1.5);
	}

	@Override
	public List<String> needs() {
		return List.of("numpy", "sklearn");
	}

	@Override
	public JsonObject prepare() {
		normalized.scores();
		final JsonObject request = Requests.of("k-means", normalized.stack());
		request.addProperty("clusters", CLUSTERS);
		request.addProperty("starts", options.starts());
		return request;
	}

	@Override
	public void run() {
		result = KMeans.fit(normalized.scores(), options, Progress.NONE);
	}

	@Override
	public void release() {
		result = null;
	}

	@Override
	public String check(final Answer theirs) {
		final float[] flat = theirs.values("centres");
		final float[][] centres = new float[CLUSTERS][PcaStep.COMPONENTS];
		for (int i = 0; i < flat.length; i++) centres[i / PcaStep.COMPONENTS][i % PcaStep.COMPONENTS] = flat[i];
		final double ratio = Inertia.of(normalized.scores(), result.centres()) / Inertia.of(normalized.scores(), centres);
		final String said = String.format(Locale.ROOT, "inertia over the peer's %.6f, at most %.4f", ratio, 1 + TOLERANCE);
		if (!(ratio <= 1 + TOLERANCE)) throw new Disagreement(said);
		return said;
	}
}
