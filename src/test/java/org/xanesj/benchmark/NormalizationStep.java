// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.benchmark;

import java.util.List;

import com.google.gson.JsonObject;

import org.xanesj.prepare.StackNormalization;

/** Larch's normalisation of every pixel, against the fastest way of numpy. */
final class NormalizationStep implements BenchmarkStep {

	private static final double TOLERANCE = 1e-4;

	private final BenchmarkStack stack;
	private List<float[]> planes;
	private StackNormalization result;

	NormalizationStep(final BenchmarkStack stack) {
		this.stack = stack;
	}

	@Override
	public String name() {
		return "Normalise (Larch's ranges)";
	}

	@Override
	public Target target() {
		return Target.ratio(1);
	}

	@Override
	public List<String> needs() {
		return List.of("numpy");
	}

	@Override
	public JsonObject prepare() {
		planes = stack.newPlanes();
		final JsonObject request = Requests.of("normalization", stack);
		request.addProperty("threads", Runtime.getRuntime().availableProcessors());
		return request;
	}

	@Override
	public void run() {
		result = stack.normalizedInto(planes);
	}

	@Override
	public void release() {
		result = null;
	}

	@Override
	public String check(final Answer theirs) {
		final float[] normalized = theirs.values("normalized");
		final List<float[]> found = RawFloats.planes(result.image());
		double most = 0;
		for (int e = 0; e < found.size(); e++)
			most = Math.max(most, Differences.largest(found.get(e), normalized, e * stack.pixels()));
		return Disagreement.unless("largest difference of all values, in edge steps", most, TOLERANCE);
	}
}
