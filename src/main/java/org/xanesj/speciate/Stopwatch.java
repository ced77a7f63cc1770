// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** How long each step took, in seconds, in the order in which they ran. */
final class Stopwatch {

	private final Map<String, Double> seconds = new LinkedHashMap<>();

	<T> T time(final String step, final Supplier<T> work) {
		final long start = System.nanoTime();
		try {
			return work.get();
		}
		finally {
			seconds.merge(step, (System.nanoTime() - start) * 1e-9, Double::sum);
		}
	}

	Map<String, Double> seconds() {
		return new LinkedHashMap<>(seconds);
	}
}
