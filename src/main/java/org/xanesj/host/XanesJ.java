// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.host;

import ij.ImageJ;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Locale;

import org.scijava.Context;

/**
 * ImageJ with the suite in its menus, without Fiji.
 * <ul>
 * <li>no arguments: opens ImageJ</li>
 * <li>{@code --headless FILE [ARG]}: runs a macro ({@code .ijm}, {@code getArgument()} gives ARG) or a Jython script
 * ({@code .py}, ARG is {@code key=value,key2=value2} for its {@code #@} parameters) without a display, and ends
 * with status 0, or with status 1 and a message on standard error</li>
 * </ul>
 */
public final class XanesJ {

	private static final String USAGE = "usage: xanesj [--headless FILE [ARG]]\n" +
		"FILE is a macro (.ijm) or a Jython script (.py)";

	private XanesJ() {}

	public static void main(final String[] arguments) {
		// one library looks for a logger that is not here, and would say so on standard error
		System.setProperty("slf4j.internal.verbosity", System.getProperty("slf4j.internal.verbosity", "ERROR"));
		if (arguments.length == 0) openWindow();
		else System.exit(headless(arguments, System.err)); // AWT's and SciJava's threads would go on
	}

	private static void openWindow() {
		ImageJ.main(new String[] { "-port0" }); // no port: another ImageJ may be open
		final Context context = SuiteContext.get();
		final MenuInstaller menus = new MenuInstaller(context);
		menus.register();
		menus.addToMenus();
		ExtraFileTypes.install();
		new SuiteDrop(context).run("");
	}

	/** @return the exit status */
	static int headless(final String[] arguments, final PrintStream errors) {
		System.setProperty("java.awt.headless", "true");
		// Jython would look through every jar, and complain where it may not write what it found
		System.setProperty("python.cachedir.skip", System.getProperty("python.cachedir.skip", "true"));
		try {
			final boolean understood = arguments[0].equals("--headless") && (arguments.length == 2 ||
				arguments.length == 3);
			if (!understood) throw new RunFailure(USAGE);
			run(new File(arguments[1]), arguments.length == 3 ? arguments[2] : "");
			return 0;
		}
		catch (final RunFailure e) {
			e.getMessage().lines().filter(line -> !line.isBlank()).limit(3).forEach(errors::println);
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

	private static void run(final File file, final String argument) throws RunFailure, IOException {
		final String name = file.getName().toLowerCase(Locale.ROOT);
		if (!file.isFile()) throw new RunFailure(file + ": there is no such file\n" +
			"give a macro (.ijm) or a script (.py)");
		if (!name.endsWith(".ijm") && !name.endsWith(".py")) throw new RunFailure(file.getName() +
			" is neither a macro (.ijm) nor a Jython script (.py)\nrename it if it is one of them");
		registerCommands();
		if (name.endsWith(".py")) HeadlessScript.run(SuiteContext.get(), file.getAbsoluteFile(), argument);
		else HeadlessMacro.run(file.getName(), Files.readString(file.toPath(), StandardCharsets.UTF_8), argument);
	}
}
