// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.benchmark;

import java.util.List;

import com.google.gson.JsonObject;

/**
 * One piece of work that this program and the peer both do. The driver prepares it, lets each side warm up, compares
 * the answers, and then has both run it in turn.
 */
interface BenchmarkStep {

	/** @return what the table calls it */
	String name();

	Target target();

	/** @return the Python modules that the peer needs for it */
	List<String> needs();

	/** Makes ready what is not timed. @return the request that makes the peer ready for the same, with its {@code step} */
	JsonObject prepare();

	/** Does the work once and keeps the result. */
	void run();

	/** Lets go of the result: a run must not pay for the one before it. */
	void release();

	/**
	 * Compares the result that {@link #run} kept.
	 *
	 * @return by which measure and within which tolerance both agree
	 * @throws Disagreement when they do not
	 */
	String check(Answer theirs);
}
