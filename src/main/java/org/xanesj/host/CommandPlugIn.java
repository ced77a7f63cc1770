// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.host;

import ij.IJ;
import ij.Macro;
import ij.plugin.PlugIn;
import ij.plugin.frame.Recorder;

import java.awt.EventQueue;
import java.util.concurrent.CancellationException;
import java.util.stream.StreamSupport;

import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleException;
import org.scijava.module.ModuleItem;
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
			Module module = command.createModule();
			for (boolean again = true; again;) {
				final Refusal refusal = run(context, context.service(PluginService.class), module);
				if (refusal != null) report(title, refusal, bar.last());
				again = refusal != null && refusal.byCommand && !refusal.byUser() && wasTyped(module);
				if (again) module = withAnswersOf(module, command);
			}
		}
		catch (final CancellationException e) {
			report(title, new Refusal(null, false), "");
		}
		catch (final RuntimeException | Error e) {
			if (isBug(e) && IJ.getInstance() != null) throw e; // ImageJ shows where it happened, for a bug report
			IJ.error(title, messageOf(e));
		}
		catch (final ModuleException e) {
			IJ.error(title, messageOf(e));
		}
	}

	/**
	 * Why a command did not do its work.
	 *
	 * @param reason none: the user did not want it
	 * @param byCommand whether the command itself refused, after a dialog, if any
	 */
	private record Refusal(String reason, boolean byCommand) {

		boolean byUser() {
			return reason == null || reason.isBlank();
		}
	}

	/** A file's name or a list of energies may be mistyped, and all the rest should not have to be typed again. */
	private static boolean wasTyped(final Module module) {
		return IJ.getInstance() != null && !IJ.isMacro() && Macro.getOptions() == null && StreamSupport.stream(module
			.getInfo().inputs().spliterator(), false).anyMatch(ParameterText::isPath);
	}

	private static Module withAnswersOf(final Module refused, final CommandInfo command) throws ModuleException {
		final Module module = command.createModule();
		for (final ModuleItem<?> item : command.inputs())
			if (ParameterText.supports(item)) module.setInput(item.getName(), refused.getInput(item.getName()));
		if (IJ.recording()) Recorder.setCommand(MenuInstaller.label(command));
		return module;
	}

	private static Refusal run(final Context context, final PluginService plugins, final Module module) {
		context.inject(module);
		final ModuleRunner runner = new ModuleRunner(context, module, plugins.createInstancesOfType(
			PreprocessorPlugin.class), plugins.createInstancesOfType(PostprocessorPlugin.class));
		final ModulePreprocessor refused = runner.preProcess();
		if (refused != null) return new Refusal(refused.getCancelReason(), false);
		module.run();
		if (module instanceof Cancelable cancelable && cancelable.isCanceled()) return new Refusal(cancelable
			.getCancelReason(), true);
		runner.postProcess();
		return null;
	}

	/** @param last what the command itself said of its end, if anything */
	private static void report(final String title, final Refusal refusal, final String last) {
		final String cancelled = last.isEmpty() ? title + " was cancelled" : last;
		if (!refusal.byUser()) {
			if (IJ.getInstance() != null && !IJ.isMacro()) Recorder.disableCommandRecording(); // it would fail again
			IJ.error(title, refusal.reason());
		}
		else if (IJ.getInstance() == null) IJ.error(title, cancelled);
		else {
			Recorder.disableCommandRecording();
			EventQueue.invokeLater(() -> IJ.showStatus(cancelled)); // after what the command has said last
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
