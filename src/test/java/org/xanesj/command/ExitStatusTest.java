// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xanesj.SmallStack;
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

	/** Files may not grow beyond 50 to 100 kB, as if the disk were full then; the report would. */
	@Test
	void aFullDiskLeavesTheOldResult() throws IOException, InterruptedException {
		assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "skipped: there is no /bin/sh to limit the size of files");
		final Path stack = SmallStack.writeTiff(folder.resolve("small.tif"), SmallStack.halves());
		final Path output = Files.createDirectory(folder.resolve("results"));
		Files.writeString(output.resolve("run.json"), "an older result");
		assertEquals("DIR/results: the results could not be written: File too large.\n" +
			"Make room on the disk or give another folder (output); what was there is unchanged.\nin line 1 of bad.ijm\n",
			failed(stack, output, "/bin/sh", "-c", "ulimit -f 100; exec \"$@\"", "sh"));
		try (Stream<Path> files = Files.list(output)) {
			assertEquals(List.of(output.resolve("run.json")), files.toList());
		}
		assertEquals("an older result", Files.readString(output.resolve("run.json")));
	}

	/** @return what the program writes to standard error when it refuses this stack, DIR for the folder */
	private String refused(final Path stack) throws IOException, InterruptedException {
		final Path output = folder.resolve("never-made");
		final String said = failed(stack, output);
		assertTrue(Files.notExists(output), "a folder was made");
		return said;
	}

	private String failed(final Path stack, final Path output, final String... wrapper) throws IOException,
		InterruptedException
	{
		final Path macro = Files.writeString(folder.resolve("bad.ijm"), "run(\"Speciate XANES...\", \"stack=[" + stack +
			"] output=[" + output + "]\");");
		final File errors = folder.resolve("errors.txt").toFile();
		final List<String> command = new ArrayList<>(List.of(wrapper));
		command.addAll(Program.command(XanesJ.class, "--headless", macro.toString()));
		final ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors).redirectOutput(folder.resolve(
			"printed.txt").toFile());
		builder.environment().put("LC_ALL", "C"); // the system's reasons come in its language
		final Process program = builder.start();
		assertEquals(1, program.waitFor());
		return Files.readString(errors.toPath()).replace(folder.toString(), "DIR").replace("\r", "");
	}
}
