// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.spark;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.apache.spark.api.java.JavaSparkContext;
import org.xanesj.block.Runner;
import org.xanesj.io.Paths;
import org.xanesj.report.ResultFolder;
import org.xanesj.report.RunRequest;
import org.xanesj.report.SpeciationFiles;
import org.xanesj.report.StackFile;
import org.xanesj.speciate.Findings;
import org.xanesj.speciate.Sample;
import org.xanesj.speciate.Speciate;
import org.xanesj.speciate.SpeciateOptions;
import org.xanesj.stack.InputException;

/**
 * The main job on Spark, from the command line: {@code --stack PATH --references PATH --output DIR}, any other key of
 * the command <i>Speciate XANES...</i>, and {@code --master}. By itself it runs on the threads of this machine; given to
 * spark-submit, wherever that says. It ends with status 0, or with status 1 and a message on standard error; then
 * nothing was written. Progress goes there too.
 */
public final class SparkSpeciate {

	private static final String USAGE = """
		usage: spark-speciate --stack PATH --references PATH --output DIR [--KEY VALUE ...] [--master URL]
		KEY is any of: %s
		URL is local[*] (the default), local[N] for N threads, or a cluster, such as spark://host:7077""";

	/** The system property that the script sets when standard error is a terminal: Java cannot tell. */
	private static final String TERMINAL = "xanesj.terminal";

	/** Seconds that a run may take, once it is told to end, to take back the files that it has begun. */
	private static final long PATIENCE = 10;

	private final PrintStream out;
	private final PrintStream errors;
	private final ProgressLine progress;
	private final CountDownLatch takenBack = new CountDownLatch(1);
	private volatile JavaSparkContext context;
	private volatile boolean writes;
	private volatile boolean ended;

	SparkSpeciate(final PrintStream out, final PrintStream errors) {
		this.out = out;
		this.errors = errors;
		progress = new ProgressLine(errors, Boolean.getBoolean(TERMINAL), System::nanoTime);
	}

	public static void main(final String[] words) {
		System.setProperty("java.awt.headless", "true");
		final String settings = "log4j2.configurationFile";
		System.setProperty(settings, System.getProperty(settings, "classpath:org/xanesj/spark/log4j2.properties"));
		final SparkSpeciate program = new SparkSpeciate(System.out, System.err);
		Runtime.getRuntime().addShutdownHook(new Thread(program::stop));
		final int status = program.run(words);
		program.ended = true;
		if (status != 0) System.exit(status);
	}

	/** Told to end (Ctrl-C, kill). Spark ends by itself then; what is begun here is taken back. */
	private void stop() {
		if (ended) return;
		progress.cancel();
		if (context != null) context.setLogLevel("OFF"); // nobody asked what is lost while it ends
		Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {});
		try {
			if (writes) takenBack.await(PATIENCE, TimeUnit.SECONDS);
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
		}
		if (!ended) fail("The run was cancelled; nothing was written.");
	}

	/** @return the exit status */
	int run(final String... words) {
		if (List.of(words).contains("--help")) {
			out.println(String.format(USAGE, String.join(", ", RequestWords.KEYS)));
			return 0;
		}
		try {
			final Arguments arguments = new Arguments(List.of(words), RequestWords.KEYS);
			speciate(RequestWords.request(arguments), arguments.text(RequestWords.MASTER, "local[*]"));
			return 0;
		}
		catch (final InputException e) {
			fail(e.getMessage());
		}
		catch (final OutOfMemoryError e) {
			fail("There is not enough memory.\nGive Java more, as in XANESJ_JAVA_OPTS=-Xmx16g.");
		}
		catch (final RuntimeException | LinkageError e) {
			if (!progress.isCancelled()) fail(e.toString());
		}
		return 1;
	}

	private void fail(final String message) {
		progress.clear();
		message.lines().filter(line -> !line.isBlank()).limit(3).forEach(errors::println);
	}

	/** What is mistyped is told before a stack is read, and what cannot be read before Spark starts. */
	private void speciate(final RunRequest request, final String master) {
		final SpeciateOptions options = request.options();
		final ResultFolder folder = request.folder().orElseThrow();
		final StackFile stack = StackFile.find(Paths.of("stack", request.stack()), Paths.optional(request.energies()))
			.orElseThrow(() -> StackFile.unknown(Paths.of("stack", request.stack())));
		final Sample sample = request.sample(stack.lazily());
		try (JavaSparkContext spark = SparkConnection.open(master)) {
			context = spark;
			final Runner runner = new SparkRunner(spark, progress);
			final Findings found = Speciate.find(sample, options, runner);
			say(List.of("Speciate XANES: " + sample.stack().info().name() + "."));
			say(found.assumptions());
			write(folder, new SpeciationFiles(found, request.inputs(stack.energies(), found.options().mode()), runner));
			say(List.of("The results are in " + Paths.whole(request.output()) + "."));
		}
	}

	private void write(final ResultFolder folder, final SpeciationFiles files) {
		writes = true;
		try {
			if (progress.isCancelled()) throw new CancellationException("The run was cancelled.");
			folder.replace(files::writeTo, SpeciationFiles::isOurs);
			ended = true;
		}
		finally {
			takenBack.countDown();
		}
	}

	private void say(final List<String> notes) {
		progress.clear();
		for (final String note : notes) out.println("XanesJ: " + note);
	}
}
