// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** Lets this program and the peer do the same step in turn, never both at once. */
final class Comparison {

	/** Runs and seconds of ours before it counts: what the compiler needs. */
	private static final int WARM_UP = 3;
	private static final double WARM_UP_SECONDS = 2;

	/** Milliseconds of rest before each run: threads of matrix libraries spin for a while after their work. */
	private static final long REST = 200;

	private final Peer peer;
	private final Path answers;

	/** @param answers where the peer may write its results */
	Comparison(final Peer peer, final Path answers) {
		this.peer = peer;
		this.answers = answers;
	}

	/** @return the step's line: timed, or left out because a package is missing, or wrong because answers differ */
	Row of(final BenchmarkStep step, final int pairs) throws IOException {
		final String packages = step.needs().stream().filter(peer.missing()::has).map(m -> peer.missing().get(m).getAsString())
			.collect(Collectors.joining(" "));
		if (!packages.isEmpty()) return Row.without(step.name(), step.target(), "left out", "apt install " + packages);
		final String note = peer.prepare(step.prepare());
		double warm = 0;
		for (int i = 0; i < WARM_UP || warm < WARM_UP_SECONDS; i++) warm += ours(step);
		theirs();
		final String agreement;
		try {
			agreement = step.check(peer.answer(answers));
		}
		catch (final Disagreement e) {
			return Row.without(step.name(), step.target(), Row.WRONG, e.getMessage());
		}
		final double[] ours = new double[pairs];
		final double[] theirs = new double[pairs];
		for (int i = 0; i < pairs; i++) {
			ours[i] = ours(step);
			theirs[i] = theirs();
		}
		step.release();
		return Row.compared(step, ours, theirs, agreement, note);
	}

	/** The garbage of the run before is taken away before the clock starts. */
	private static double ours(final BenchmarkStep step) {
		step.release();
		System.gc();
		rest();
		final long start = System.nanoTime();
		step.run();
		return (System.nanoTime() - start) * 1e-9;
	}

	private double theirs() throws IOException {
		rest();
		return peer.run();
	}

	private static void rest() {
		LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(REST));
	}
}
