// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xanesj.host.XanesJ;

/** The program itself, as a script starts it: its exit status and what it writes to standard error, to the letter. */
class ExitStatusTest {

	@TempDir
	private Path folder;

	@Test
	void aMissingStackIsStatusOneAndThreeLines() throws IOException, InterruptedException {
		assertEquals("DIR/none.tif is not there.\nCheck the path of the stack.\nin line 1 of bad.ijm\n", refused(folder.resolve(
			"none.tif")));
	}

	@Test
	void aDamagedStackIsStatusOneAndThreeLines() throws IOException, InterruptedException {
		final Path damaged = Files.writeString(folder.resolve("damaged.h5"), "no HDF5");
		assertEquals("DIR/damaged.h5 is no HDF5 file: its first bytes are others.\n" +
			"Choose an HDF5 file; a damaged one must be copied again.\nin line 1 of bad.ijm\n", refused(damaged));
	}

	/** @return what the program writes to standard error when it refuses this stack, DIR for the folder */
	private String refused(final Path stack) throws IOException, InterruptedException {
		final Path output = folder.resolve("never-made");
		final Path macro = Files.writeString(folder.resolve("bad.ijm"), "run(\"Speciate XANES...\", \"stack=[" + stack +
			"] output=[" + output + "]\");");
		final File errors = folder.resolve("errors.txt").toFile();
		final Process program = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
			classPath(), XanesJ.class.getName(), "--headless", macro.toString()).redirectError(errors).redirectOutput(
				folder.resolve("printed.txt").toFile()).start();
		assertEquals(1, program.waitFor());
		assertTrue(Files.notExists(output), "a folder was made");
		return Files.readString(errors.toPath()).replace(folder.toString(), "DIR").replace("\r", "");
	}

	/** Test runners keep theirs in different places. */
	private static String classPath() {
		if (XanesJ.class.getClassLoader() instanceof URLClassLoader loader) return Arrays.stream(loader.getURLs()).map(
			URL::getPath).collect(Collectors.joining(File.pathSeparator));
		return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
	}
}
