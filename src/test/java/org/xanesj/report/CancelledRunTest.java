// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xanesj.SmallStack;
import org.xanesj.block.LocalRunner;
import org.xanesj.block.Progress;
import org.xanesj.block.Runner;
import org.xanesj.speciate.Findings;
import org.xanesj.speciate.Sample;
import org.xanesj.speciate.Speciate;
import org.xanesj.speciate.SpeciateOptions;

/** Whenever the main job is stopped, the folder of its results is as it was, and nobody waits for long. */
class CancelledRunTest {

	private static final int MOMENTS = 10;

	/** For so long, where nothing else ends it. */
	private static final long DEAF_NANOSECONDS = 10_000_000_000L;

	@TempDir
	private Path temp;

	private Path stack;

	/** Stops at a report. */
	private static final class Stopping implements Progress {

		private final long at;
		private final AtomicLong reports = new AtomicLong();
		private volatile long nanoTime;

		Stopping(final long at) {
			this.at = at;
		}

		@Override
		public void report(final String step, final long done, final long total) {
			if (reports.incrementAndGet() == at) nanoTime = System.nanoTime();
		}

		@Override
		public boolean isCancelled() {
			return reports.get() >= at;
		}
	}

	@BeforeEach
	void write() throws IOException {
		stack = SmallStack.writeTiff(temp.resolve("small.tif"), SmallStack.halves());
	}

	private void run(final Path output, final Progress progress) {
		final Sample sample = new Sample(SmallStack.halves(), Optional.empty(), Optional.empty(), SmallStack.references());
		final Runner runner = new LocalRunner(2, progress);
		final Findings found = Speciate.find(sample, SpeciateOptions.DEFAULT, runner);
		final RunInputs inputs = new RunInputs(stack.toString(), "", "", "", "", "auto");
		new ResultFolder(output).replace(new SpeciationFiles(found, inputs, runner)::writeTo, SpeciationFiles::isOurs, progress);
	}

	private static List<String> files(final Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.map(file -> folder.relativize(file).toString()).sorted().toList();
		}
	}

	@Test
	void atAnyMomentTheFolderIsAsItWas() throws IOException {
		final Stopping never = new Stopping(Long.MAX_VALUE);
		run(temp.resolve("whole"), never);
		assertTrue(Files.exists(temp.resolve("whole/report.html")));
		final long last = never.reports.get();
		assertTrue(last > MOMENTS, last + " reports");
		final Path old = Files.createDirectories(temp.resolve("old"));
		Files.writeString(old.resolve("run.json"), "an older result");
		Files.writeString(old.resolve("notes.txt"), "mine");
		final List<String> before = files(temp);
		final long[] moments = LongStream.concat(LongStream.of(last), new Random(3).longs(MOMENTS - 1, 1, last)).toArray();
		for (final long moment : moments) for (final String output : List.of("old", "a/new/one")) {
			final Stopping stopping = new Stopping(moment);
			assertThrows(CancellationException.class, () -> run(temp.resolve(output), stopping), "at " + moment);
			final double seconds = (System.nanoTime() - stopping.nanoTime) * 1e-9;
			assertTrue(seconds < 1, seconds + " s, stopped at report " + moment + " of " + last);
			assertEquals(before, files(temp), "at " + moment);
		}
		assertEquals("an older result", Files.readString(old.resolve("run.json")));
	}

	/** What is written while it is stopped ends in nothing, and nobody waits for it. */
	@Test
	void whatIsStillWrittenComesToNothing() throws IOException, InterruptedException {
		final CountDownLatch wrote = new CountDownLatch(1), gone = new CountDownLatch(1), ended = new CountDownLatch(1);
		final Progress stopped = new Progress() {

			@Override
			public void report(final String step, final long done, final long total) {}

			@Override
			public boolean isCancelled() {
				return wrote.getCount() == 0;
			}
		};
		final Path output = temp.resolve("output");
		assertThrows(CancellationException.class, () -> new ResultFolder(output).replace(folder -> {
			Files.writeString(folder.resolve("a.csv"), "new");
			wrote.countDown();
			final long end = System.nanoTime() + DEAF_NANOSECONDS;
			while (gone.getCount() > 0 && System.nanoTime() < end) Thread.onSpinWait(); // busy, and deaf
			assertThrows(IOException.class, () -> Files.writeString(folder.resolve("b.csv"), "too late"));
			ended.countDown();
		}, path -> true, stopped));
		assertTrue(Files.notExists(output));
		new ResultFolder(output).replace(folder -> {
			Files.writeString(folder.resolve("a.csv"), "again");
			gone.countDown();
			try {
				ended.await();
			}
			catch (final InterruptedException e) {
				throw new IllegalStateException(e);
			}
		}, path -> true);
		assertEquals(List.of("", "a.csv"), files(output), "the next result has no file of the one that was stopped");
	}

	@Test
	void whatAKilledRunHadWrittenIsRemovedByTheNext() throws IOException {
		final Path output = Files.createDirectories(temp.resolve("output"));
		Files.writeString(Files.createDirectories(output.resolve(".xanesj-new-1/spectra")).resolve("cluster_1.xdi"), "half");
		new ResultFolder(output).replace(folder -> Files.writeString(folder.resolve("a.csv"), "new"), path -> true);
		assertEquals(List.of("", "a.csv"), files(output));
	}
}
