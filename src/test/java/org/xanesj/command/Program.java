// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.command;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.xanesj.host.XanesJ;

/** Starts a program of its own, as the scripts do. */
final class Program {

	private Program() {}

	/** @return what a shell would be given to start it */
	static List<String> command(final Class<?> main, final String... arguments) {
		final List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		// as scripts/lib/build.sh has it: later versions of Java warn about what some libraries do
		if (Runtime.version().feature() >= 24) command.addAll(List.of("--enable-native-access=ALL-UNNAMED",
			"--sun-misc-unsafe-memory-access=allow"));
		command.addAll(List.of("-XX:-UsePerfData", "-cp", classPath(), main.getName()));
		command.addAll(List.of(arguments));
		return command;
	}

	/** Test runners keep theirs in different places. */
	private static String classPath() {
		if (XanesJ.class.getClassLoader() instanceof URLClassLoader loader) return Arrays.stream(loader.getURLs()).map(
			URL::getPath).collect(Collectors.joining(File.pathSeparator));
		return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
	}
}
