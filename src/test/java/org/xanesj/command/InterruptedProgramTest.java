// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xanesj.SmallStack;
import org.xanesj.host.XanesJ;

/** The program itself, stopped by Ctrl-C, by a batch system, or by quitting, while it works on a stack. */
class InterruptedProgramTest {

	/** Small stacks beside and above each other: enough work for some seconds. */
	private static final int TIMES = 24;

	@TempDir
	private Path folder;

	private Path output;
	private Path errors;
	private Path printed;
	private Process program;

	@BeforeEach
	void write() throws IOException {
		output = folder.resolve("results");
		errors = folder.resolve("errors.txt");
		printed = folder.resolve("printed.txt");
		final List<float[]> planes = SmallStack.planes(SmallStack.halves()).stream().map(InterruptedProgramTest::tiled)
			.toList();
		SmallStack.writeTiff(folder.resolve("large.tif"), planes, SmallStack.labels(SmallStack.ENERGIES), TIMES *
			SmallStack.WIDTH);
		SmallStack.writeReferences(folder.resolve("references"));
	}

	@AfterEach
	void end() {
		if (program != null) program.destroyForcibly();
	}

	private static float[] tiled(final float[] plane) {
		final int width = TIMES * SmallStack.WIDTH;
		final float[] tiled = new float[plane.length * TIMES * TIMES];
		for (int i = 0; i < tiled.length; i++)
			tiled[i] = plane[i / width % SmallStack.HEIGHT * SmallStack.WIDTH + i % width % SmallStack.WIDTH];
		return tiled;
	}

	private String options() {
		return "stack=[" + folder.resolve("large.tif") + "] references=[" + folder.resolve("references") + "] output=[" +
			output + "]";
	}

	private void start(final List<String> command) throws IOException {
		program = new ProcessBuilder(command).redirectError(errors.toFile()).redirectOutput(printed.toFile()).start();
	}

	private void startMacro() throws IOException {
		final Path macro = Files.writeString(folder.resolve("job.ijm"), "print(\"begins\");\nrun(\"Speciate XANES...\", \"" +
			options() + "\");");
		start(Program.command(XanesJ.class, "--headless", macro.toString()));
	}

	private interface Condition {

		boolean holds() throws IOException;
	}

	private void await(final Condition condition) throws IOException, InterruptedException {
		while (!condition.holds()) {
			assertTrue(program.isAlive(), () -> "it ended too early");
			Thread.sleep(2);
		}
	}

	private boolean isBegun() throws IOException {
		return Files.readString(printed).contains("begins");
	}

	private boolean isWriting() throws IOException {
		if (!Files.isDirectory(output)) return false;
		try (Stream<Path> files = Files.list(output)) {
			return files.anyMatch(file -> file.getFileName().toString().startsWith(".xanesj-new"));
		}
	}

	/** @return the exit status */
	private int signalled(final String signal) throws IOException, InterruptedException {
		new ProcessBuilder("/bin/sh", "-c", "kill -" + signal + " " + program.pid()).start().waitFor();
		return status();
	}

	private int status() throws InterruptedException {
		assertTrue(program.waitFor(1500, TimeUnit.MILLISECONDS), "it still runs after a second and a half");
		return program.exitValue();
	}

	private static void assumeSignals() throws IOException {
		assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "skipped: there is no /bin/sh to send signals");
		final Path self = Path.of("/proc/self/status");
		if (!Files.exists(self)) return;
		final String ignored = Files.readAllLines(self).stream().filter(line -> line.startsWith("SigIgn:")).findFirst()
			.orElse("SigIgn: 0").substring(7).trim();
		final boolean heard = (Long.parseUnsignedLong(ignored, 16) & 2) == 0;
		assumeTrue(heard, "skipped: in the background of a script, programs do not hear Ctrl-C");
	}

	/** On a slow machine progress comes before. */
	private void assertCancelled() throws IOException {
		final String said = Files.readString(errors);
		assertTrue(said.endsWith("Speciate XANES was cancelled, nothing was written.\n"), said);
		assertFalse(said.contains("\tat "), said);
	}

	private List<Path> found() throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(file -> file.startsWith(output)).map(folder::relativize).toList();
		}
	}

	@Test
	void ctrlCInTheMiddleOfTheWorkLeavesNothing() throws IOException, InterruptedException {
		assumeSignals();
		startMacro();
		await(this::isBegun);
		Thread.sleep(300);
		assertEquals(130, signalled("INT"));
		assertCancelled();
		assertEquals(List.of(), found());
	}

	@Test
	void aKillWhileFilesAreWrittenLeavesTheOlderResult() throws IOException, InterruptedException {
		assumeSignals();
		Files.writeString(Files.createDirectory(output).resolve("run.json"), "an older result");
		startMacro();
		await(this::isWriting);
		assertEquals(143, signalled("TERM"));
		assertCancelled();
		assertEquals(List.of(Path.of("results"), Path.of("results/run.json")), found());
		assertEquals("an older result", Files.readString(output.resolve("run.json")));
	}

	@Test
	@Tag("display")
	void quittingWhileFilesAreWrittenLeavesNothing() throws IOException, InterruptedException {
		assumeFalse(GraphicsEnvironment.isHeadless(), "skipped: a window needs a display");
		start(Program.command(QuitAtWork.class, options(), output.toString()));
		await(() -> Files.readString(printed).contains(QuitAtWork.QUITS));
		assertEquals(0, status());
		assertEquals("", Files.readString(errors));
		assertEquals(List.of(), found());
	}
}
