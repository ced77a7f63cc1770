// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.spark;

import java.util.List;

import org.apache.spark.util.SizeEstimator;

/**
 * How many blocks make a batch, a job of Spark's. Many: a job and its tasks cost a tenth of a second, most blocks
 * much less. But the results of all batches under way must fit into the driver's memory, a task should not take long,
 * and the last batch should keep all workers busy. The size of results is seen in the first batch, which is small.
 */
final class BatchSize {

	/** Blocks a task. */
	private static final int MOST = 64;

	private final int tasks;
	private final long results;
	private int each = 1;

	/**
	 * @param tasks that run at once
	 * @param results bytes that the results of a batch may have on the driver, about
	 */
	BatchSize(final int tasks, final long results) {
		this.tasks = tasks;
		this.results = results;
	}

	/** @return how many of the blocks that are left the next batch has */
	int of(final int left) {
		final int even = left / (2 * tasks);
		return Math.min(left, tasks * Math.max(1, Math.min(each, even)));
	}

	/** @param batch the results of the blocks of a batch */
	void seen(final List<?> batch) {
		final long one = Math.max(1, SizeEstimator.estimate(batch) / Math.max(1, batch.size()));
		each = (int) Math.max(1, Math.min(MOST, results / one / tasks));
	}
}
