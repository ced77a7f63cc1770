// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.benchmark;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import com.google.gson.JsonObject;

/**
 * What this machine does at most on the threads of the benchmark. Copying counts the bytes copied, once.
 *
 * @param copy GB/s of this program
 * @param peerCopy GB/s of numpy
 * @param sgemm GFLOP/s of numpy's single-precision matrix product
 */
record MachineLimits(double copy, double peerCopy, double sgemm) {

	/** The machine for which the seconds of the whole way are prescribed, and its stack. */
	private static final double COPY = 30;
	private static final double SGEMM = 250;
	private static final double SECONDS = 1.5;
	private static final double VALUES = 1024.0 * 1024 * 200;

	private static final int BYTES = 1 << 28;
	private static final int SIZE = 2048;
	private static final int RUNS = 9;

	/** The best of several runs: other programs only take away. */
	static MachineLimits measure(final Peer peer, final int threads) throws IOException {
		final JsonObject copy = Requests.of("copy");
		copy.addProperty("bytes", BYTES);
		copy.addProperty("threads", threads);
		peer.prepare(copy);
		final float[] from = new float[BYTES / Float.BYTES];
		final float[] to = new float[from.length];
		double ours = Double.POSITIVE_INFINITY;
		double theirs = Double.POSITIVE_INFINITY;
		for (int run = 0; run < RUNS; run++) {
			ours = Math.min(ours, copy(from, to, threads));
			theirs = Math.min(theirs, peer.run());
		}
		final JsonObject sgemm = Requests.of("sgemm");
		sgemm.addProperty("size", SIZE);
		peer.prepare(sgemm);
		double product = Double.POSITIVE_INFINITY;
		for (int run = 0; run < RUNS; run++) product = Math.min(product, peer.run());
		peer.forget();
		return new MachineLimits(BYTES * 1e-9 / ours, BYTES * 1e-9 / theirs, 2e-9 * SIZE * SIZE * SIZE / product);
	}

	/** @return the better of both: measured at another time, while other programs took less away */
	MachineLimits or(final MachineLimits other) {
		return new MachineLimits(Math.max(copy, other.copy), Math.max(peerCopy, other.peerCopy), Math.max(sgemm,
			other.sgemm));
	}

	private static double copy(final float[] from, final float[] to, final int threads) {
		final int part = from.length / threads;
		final long start = System.nanoTime();
		IntStream.range(0, threads).parallel().forEach(i -> System.arraycopy(from, i * part, to, i * part, part));
		return (System.nanoTime() - start) * 1e-9;
	}

	/**
	 * Steps that only pass over the stack scale with copying, steps that calculate with matrix products; each counts by
	 * its measured share of the time.
	 *
	 * @param seconds of our steps
	 * @return what the whole way may take here
	 */
	double allowed(final Map<String, Double> seconds, final BenchmarkStack stack) {
		final double memory = memoryShare(seconds);
		return SECONDS * stack.pixels() * stack.energies().length / VALUES * (memory * COPY / Math.max(copy, peerCopy) +
			(1 - memory) * SGEMM / sgemm);
	}

	/** @return how the time that is allowed came about */
	String explained(final Map<String, Double> seconds) {
		final StringBuilder steps = new StringBuilder();
		seconds.forEach((step, s) -> steps.append(String.format(Locale.ROOT, "%s%s %.2f s", steps.length() == 0 ? "" : ", ",
			step, s)));
		return String.format(Locale.ROOT, "%s; allowed: %.1f s x (m x %.0f/copy + (1 - m) x %.0f/sgemm) with m = %.2f, the share " +
			"of normalise and scores", steps, SECONDS, COPY, SGEMM, memoryShare(seconds));
	}

	/** Normalising and scores read (and write) each value once and do little with it. */
	private static double memoryShare(final Map<String, Double> seconds) {
		final double all = seconds.values().stream().mapToDouble(Double::doubleValue).sum();
		return Arrays.stream(new String[] { "normalise", "scores" }).mapToDouble(seconds::get).sum() / all;
	}

	/** @return one line */
	String text() {
		return String.format(Locale.ROOT, "copy %.1f GB/s here and %.1f GB/s in numpy (bytes copied), sgemm %.0f GFLOP/s in numpy",
			copy, peerCopy, sgemm);
	}
}
