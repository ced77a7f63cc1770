// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.host;

import ij.IJ;
import ij.Macro;
import ij.plugin.PlugIn;
import ij.plugin.frame.Recorder;

import java.util.concurrent.CancellationException;

import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleException;
import org.scijava.module.ModuleRunner;
import org.scijava.module.process.ModulePreprocessor;
import org.scijava.module.process.PostprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.PluginService;

/**
 * What ImageJ starts for a SciJava command's label: runs the command on ImageJ's thread, for only there are the
 * macro's options and the active image known. The argument is the command's class name.
 */
public final class CommandPlugIn implements PlugIn {

	@Override
	public void run(final String className) {
		final Context context = SuiteContext.get();
		final CommandInfo command = context.service(CommandService.class).getCommand(className);
		final String title = MenuInstaller.label(command).replace("...", "");
		try (StatusBar bar = new StatusBar(context)) {
			final Refusal refusal = run(context, context.service(PluginService.class), command);
			if (refusal != null) report(title, refusal);
		}
		catch (final CancellationException e) {
			report(title, new Refusal(null));
		}
		catch (final RuntimeException | Error e) {
			if (isBug(e) && IJ.getInstance() != null) throw e; // ImageJ shows where it happened, for a bug report
			IJ.error(title, messageOf(e));
		}
		catch (final ModuleException e) {
			IJ.error(title, messageOf(e));
		}
	}

	/** Why a command did not do its work; no reason: the user did not want it. */
	private record Refusal(String reason) {

		boolean byUser() {
			return reason == null || reason.isBlank();
		}
	}

	private static Refusal run(final Context context, final PluginService plugins, final CommandInfo command)
		throws ModuleException
	{
		final Module module = command.createModule();
		context.inject(module);
		final ModuleRunner runner = new ModuleRunner(context, module, plugins.createInstancesOfType(
			PreprocessorPlugin.class), plugins.createInstancesOfType(PostprocessorPlugin.class));
		final ModulePreprocessor refused = runner.preProcess();
		if (refused != null) return new Refusal(refused.getCancelReason());
		module.run();
		if (module instanceof Cancelable cancelable && cancelable.isCanceled()) return new Refusal(cancelable
			.getCancelReason());
		runner.postProcess();
		return null;
	}

	private static void report(final String title, final Refusal refusal) {
		if (!refusal.byUser()) IJ.error(title, refusal.reason());
		else if (IJ.getInstance() == null) IJ.error(title, title + " was cancelled");
		else {
			Recorder.disableCommandRecording();
			IJ.showStatus(title + " cancelled");
			Macro.abort();
		}
	}

	/** Programming errors and lack of memory, as opposed to input that cannot be used. */
	private static boolean isBug(final Throwable thrown) {
		return thrown instanceof Error || thrown.getMessage() == null || thrown instanceof NullPointerException ||
			thrown instanceof IndexOutOfBoundsException || thrown instanceof ClassCastException;
	}

	static String messageOf(final Throwable thrown) {
		if (thrown instanceof OutOfMemoryError) return "out of memory\ngive Java more, as in XANESJ_JAVA_OPTS=-Xmx16g";
		return isBug(thrown) ? thrown.toString() : thrown.getMessage();
	}
}
