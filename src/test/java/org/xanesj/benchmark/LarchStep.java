// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.benchmark;

import java.util.List;

import com.google.gson.JsonObject;

import org.xanesj.prepare.StackNormalization;

/** The same against Larch's own {@code pre_edge}, which takes one spectrum after the other. */
final class LarchStep implements BenchmarkStep {

	private static final int SAMPLE = 200;
	private static final double TOLERANCE = 1e-4;

	private final BenchmarkStack stack;
	private List<float[]> planes;
	private StackNormalization result;

	LarchStep(final BenchmarkStack stack) {
		this.stack = stack;
	}

	@Override
	public String name() {
		return "Normalise, against Larch's pre_edge";
	}

	@Override
	public Target target() {
		return Target.NONE;
	}

	@Override
	public List<String> needs() {
		return List.of("numpy", "larch");
	}

	@Override
	public JsonObject prepare() {
		planes = stack.newPlanes();
		return Requests.of("larch", stack, SAMPLE);
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
		final int[] sample = stack.sample(SAMPLE);
		double most = 0;
		for (int i = 0; i < SAMPLE; i++) for (int e = 0; e < found.size(); e++)
			most = Math.max(most, Differences.of(found.get(e)[sample[i]], normalized[i * found.size() + e]));
		return Disagreement.unless("largest difference in the sample, in edge steps", most, TOLERANCE);
	}
}
