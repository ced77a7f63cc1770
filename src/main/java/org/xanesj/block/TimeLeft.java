// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.block;

import java.util.function.LongSupplier;

/**
 * Turns reports of progress into words: {@code Fitting every pixel, 42 %, about 40 s left}. The time left is what is
 * left to do over the recent speed, a mean that forgets: one slow block does not shake it, a step that slows down for
 * good does. Between two reports it runs down. One thread may report while another asks.
 *
 * <pre>
 * TimeLeft left = new TimeLeft(System::nanoTime);
 * left.report("Fitting every pixel", 420, 1000);
 * left.now().text();
 * </pre>
 */
public final class TimeLeft {

	/** A guess needs so many seconds of the step, ... */
	private static final double SOONEST = 1;

	/** ... and so large a part of it, ... */
	private static final double LEAST = 0.05;

	/** ... or so many seconds: a step of an hour is not silent for minutes. */
	private static final double LATEST = 5;

	/** The speed is forgotten over this part of the time that the step has taken, ... */
	private static final double MEMORY = 0.25;

	/** ... but not over less than so many seconds. */
	private static final double SHORTEST_MEMORY = 2;

	private final LongSupplier nanoTime;
	private String step = "";
	private long done;
	private long total;
	private double started;
	private double reported;
	private double recentWork;
	private double recentSeconds;
	private double told;

	/** @param nanoTime a clock that never goes back, in nanoseconds */
	public TimeLeft(final LongSupplier nanoTime) {
		this.nanoTime = nanoTime;
	}

	/**
	 * How far a step is.
	 *
	 * @param text in words; empty before the first report
	 * @param fraction what is done of it, 0 to 1
	 */
	public record Now(String text, double fraction) {}

	/** Takes a report; another step, another total, or less done than before is a new beginning. */
	public synchronized void report(final String newStep, final long newDone, final long newTotal) {
		final double now = seconds();
		if (!newStep.equals(step) || newTotal != total || newDone < done) {
			started = now;
			recentWork = 0;
			recentSeconds = 0;
			told = Double.NaN;
		}
		else {
			final double since = now - reported;
			final double kept = Math.exp(-since / Math.max(SHORTEST_MEMORY, MEMORY * (now - started)));
			recentWork = recentWork * kept + newDone - done;
			recentSeconds = recentSeconds * kept + since;
		}
		step = newStep;
		done = newDone;
		total = newTotal;
		reported = now;
	}

	/** @return what to show */
	public synchronized Now now() {
		if (done <= 0 || total <= 0) return new Now(step, 0);
		final double fraction = Math.min(1, (double) done / total);
		final double left = secondsLeft(fraction);
		told = left > 0 ? steady(left) : Double.NaN;
		return new Now(step + ", " + (int) (100 * fraction) + " %" + (told > 0 ? ", about " + words(told) + " left" : ""),
			fraction);
	}

	/** @return NaN while there is nothing to tell it by, and when the time that was told has passed */
	private double secondsLeft(final double fraction) {
		final double now = seconds();
		final boolean early = now - started < SOONEST || fraction < LEAST && now - started < LATEST;
		if (early || fraction == 1 || recentWork <= 0) return Double.NaN;
		return (total - done) * recentSeconds / recentWork - (now - reported);
	}

	/** Rounds; and keeps to the number that was told last while it is about right. */
	private double steady(final double left) {
		final double grain = grain(left);
		return Math.abs(left - told) < 0.75 * grain ? told : Math.max(1, Math.rint(left / grain) * grain);
	}

	private static double grain(final double seconds) {
		return seconds < 10 ? 1 : seconds < 100 ? 10 : seconds < 5700 ? 60 : 3600;
	}

	private static String words(final double seconds) {
		if (seconds < 105) return Math.round(seconds) + " s";
		return seconds < 5700 ? Math.round(seconds / 60) + " min" : Math.round(seconds / 3600) + " h";
	}

	private double seconds() {
		return nanoTime.getAsLong() * 1e-9;
	}
}
