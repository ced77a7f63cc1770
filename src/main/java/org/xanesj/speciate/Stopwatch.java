// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** How long each step took, in seconds, in the order in which they ran. */
public final class Stopwatch {

	private final Map<String, Double> seconds = new LinkedHashMap<>();

	Stopwatch() {}

	/** One that goes on from what was measured before. */
	public Stopwatch(final Map<String, Double> before) {
		seconds.putAll(before);
	}

	public <T> T time(final String step, final Supplier<T> work) {
		final long start = System.nanoTime();
		try {
			return work.get();
		}
		finally {
			seconds.merge(step, (System.nanoTime() - start) * 1e-9, Double::sum);
		}
	}

	/** @return the seconds of each step */
	public Map<String, Double> seconds() {
		return new LinkedHashMap<>(seconds);
	}
}
