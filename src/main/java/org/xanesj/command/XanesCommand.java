// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.command;

import ij.IJ;
import ij.Prefs;

import java.util.List;
import java.util.concurrent.CancellationException;

import org.scijava.app.StatusService;
import org.scijava.command.ContextCommand;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.task.TaskService;
import org.xanesj.block.LocalRunner;
import org.xanesj.block.Runner;
import org.xanesj.stack.InputException;

/**
 * What all commands share: work on as many threads as ImageJ allows, progress in the status bar and the Tasks window, a
 * way to stop, and bad input told in its own words instead of a stack trace.
 */
abstract class XanesCommand extends ContextCommand {

	@Parameter
	private StatusService status;

	@Parameter
	private TaskService tasks;

	/** @param runner does the work, with progress and cancelling */
	protected abstract void run(Runner runner);

	@Override
	public final void run() {
		final TaskProgress progress = TaskProgress.start(status, tasks.createTask(label()));
		String last = "";
		try {
			run(new LocalRunner(Prefs.getThreads(), progress));
		}
		catch (final InputException e) {
			cancel(e.getMessage());
		}
		catch (final CancellationException e) {
			last = label() + " was cancelled, nothing was written.";
			cancel(""); // the user knows why: no dialog
		}
		finally {
			progress.finish(last);
		}
	}

	/** @return what the menu calls this command, without the dots */
	private String label() {
		final Menu[] path = getClass().getAnnotation(Plugin.class).menu();
		return path[path.length - 1].label().replace("...", "");
	}

	/** Tells the user what was decided for them, in ImageJ's Log. */
	protected final void say(final List<String> notes) {
		for (final String note : notes) IJ.log("XanesJ: " + note);
	}
}
