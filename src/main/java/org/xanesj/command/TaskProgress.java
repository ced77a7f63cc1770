// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.command;

import org.scijava.app.StatusService;
import org.scijava.task.Task;
import org.xanesj.block.Progress;

/** Shows progress where users look: ImageJ's status bar, and the Tasks window with its cancel button. */
final class TaskProgress implements Progress {

	private final StatusService status;
	private final Task task;

	TaskProgress(final StatusService status, final Task task) {
		this.status = status;
		this.task = task;
	}

	@Override
	public void report(final String step, final long done, final long total) {
		task.setStatusMessage(step);
		task.setProgressMaximum(total);
		task.setProgressValue(done);
		status.showStatus((int) done, (int) total, step);
	}

	@Override
	public boolean isCancelled() {
		return task.isCanceled();
	}
}
