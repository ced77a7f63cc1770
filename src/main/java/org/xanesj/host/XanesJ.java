// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.host;

import ij.ImageJ;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;

import org.scijava.Context;

/**
 * ImageJ with the suite in its menus, without Fiji.
 * <ul>
 * <li>no arguments: opens ImageJ</li>
 * <li>{@code --headless FILE [ARG]}: runs a macro ({@code .ijm}, {@code getArgument()} gives ARG) or a Jython script
 * ({@code .py}, ARG is {@code key=value,key2=value2} for its {@code #@} parameters) without a display, and ends
 * with status 0, or with status 1 and a message on standard error. Progress goes there too</li>
 * </ul>
 * Ctrl-C (status 130), a kill (143) and quitting cancel the commands that run, which leave nothing behind.
 */
public final class XanesJ {

	private static final String USAGE = "usage: xanesj [--headless FILE [ARG]]\n" +
		"FILE is a macro (.ijm) or a Jython script (.py)";

	/** The system property that the script sets when standard error is a terminal: Java cannot tell. */
	private static final String TERMINAL = "xanesj.terminal";

	private XanesJ() {}

	public static void main(final String[] arguments) {
		// one library looks for a logger that is not here, and would say so on standard error
		System.setProperty("slf4j.internal.verbosity", System.getProperty("slf4j.internal.verbosity", "ERROR"));
		final CountDownLatch told = new CountDownLatch(arguments.length == 0 ? 0 : 1);
		final RunningTasks tasks = new RunningTasks(told);
		Runtime.getRuntime().addShutdownHook(new Thread(tasks::stop));
		if (arguments.length == 0) openWindow(tasks);
		else {
			final int status = headless(arguments, System.err, tasks);
			told.countDown();
			System.exit(status); // AWT's and SciJava's threads would go on
		}
	}

	private static void openWindow(final RunningTasks tasks) {
		ImageJ.main(new String[] { "-port0" }); // no port: another ImageJ may be open
		final Context context = SuiteContext.get();
		tasks.watch(context);
		final MenuInstaller menus = new MenuInstaller(context);
		menus.register();
		menus.addToMenus();
		ExtraFileTypes.install();
		new SuiteDrop(context).run("");
	}

	/**
	 * @param errors where it is said what went wrong, and how far commands are
	 * @return the exit status
	 */
	static int headless(final String[] arguments, final PrintStream errors) {
		return headless(arguments, errors, new RunningTasks(new CountDownLatch(0)));
	}

	private static int headless(final String[] arguments, final PrintStream errors, final RunningTasks tasks) {
		System.setProperty("java.awt.headless", "true");
		// Jython would look through every jar, and complain where it may not write what it found
		System.setProperty("python.cachedir.skip", System.getProperty("python.cachedir.skip", "true"));
		try {
			final boolean understood = arguments[0].equals("--headless") && (arguments.length == 2 ||
				arguments.length == 3);
			if (!understood) throw new RunFailure(USAGE);
			final File file = script(arguments[1]);
			registerCommands();
			tasks.watch(SuiteContext.get());
			watched(file, arguments.length == 3 ? arguments[2] : "", errors);
			return 0;
		}
		catch (final RunFailure e) {
			tasks.lastWords().orElse(e.getMessage()).lines().filter(line -> !line.isBlank()).limit(3).forEach(errors::println);
		}
		catch (final Exception | LinkageError | OutOfMemoryError e) {
			errors.println(CommandPlugIn.messageOf(e));
		}
		return 1;
	}

	/** Makes the commands, and the file formats, known to ImageJ's macros and to {@code IJ.run}, without windows. */
	public static void registerCommands() {
		new MenuInstaller(SuiteContext.get()).register();
		ExtraFileTypes.install();
	}

	private static File script(final String path) throws RunFailure {
		final File file = new File(path);
		final String name = file.getName().toLowerCase(Locale.ROOT);
		if (!file.isFile()) throw new RunFailure(file + ": there is no such file\n" +
			"give a macro (.ijm) or a script (.py)");
		if (!name.endsWith(".ijm") && !name.endsWith(".py")) throw new RunFailure(file.getName() +
			" is neither a macro (.ijm) nor a Jython script (.py)\nrename it if it is one of them");
		return file;
	}

	/** Runs a file and prints its progress: on a terminal on one line, which makes way for what else is printed. */
	private static void watched(final File file, final String argument, final PrintStream errors) throws RunFailure,
		IOException
	{
		final PrintStream out = System.out;
		final TerminalLine line = new TerminalLine(errors);
		final boolean terminal = Boolean.getBoolean(TERMINAL);
		if (terminal) System.setOut(line.before(out));
		try (PrintedProgress progress = new PrintedProgress(SuiteContext.get(), terminal ? line : new LogLines(errors,
			System::nanoTime)))
		{
			run(file, argument);
		}
		finally {
			System.setOut(out);
		}
	}

	private static void run(final File file, final String argument) throws RunFailure, IOException {
		if (file.getName().toLowerCase(Locale.ROOT).endsWith(".py")) HeadlessScript.run(SuiteContext.get(), file
			.getAbsoluteFile(), argument);
		else HeadlessMacro.run(file.getName(), Files.readString(file.toPath(), StandardCharsets.UTF_8), argument);
	}
}
