// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.benchmark;

import com.google.gson.JsonObject;

/** What the peer is asked to make ready. */
final class Requests {

	private Requests() {}

	/** @param step one of the names in {@code benchmark_steps/__init__.py} */
	static JsonObject of(final String step) {
		final JsonObject request = new JsonObject();
		request.addProperty("step", step);
		return request;
	}

	static JsonObject of(final String step, final BenchmarkStack stack) {
		final JsonObject request = of(step);
		request.addProperty("folder", stack.folder().toString());
		return request;
	}

	/** @param sample of how many pixels it does the work */
	static JsonObject of(final String step, final BenchmarkStack stack, final int sample) {
		final JsonObject request = of(step, stack);
		request.addProperty("sample", sample);
		return request;
	}
}
