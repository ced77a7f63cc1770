// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.xanesj.phantom.LargePhantom;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.InputException;

/** What {@code scripts/benchmark} runs: every step here and in Python, and a table of who was faster. */
public final class BenchmarkMain {

	private static final int SMALL = 512;
	private static final int LARGE = 1024;

	private final BenchmarkOptions options;
	private final Peer peer;
	private final Comparison comparison;
	private final Path data;
	private final List<Row> rows = new ArrayList<>();

	private BenchmarkMain(final BenchmarkOptions options, final Peer peer) throws IOException {
		this.options = options;
		this.peer = peer;
		data = options.out().resolve("data");
		comparison = new Comparison(peer, Files.createDirectories(options.out().resolve("answers")));
	}

	/** @param args the project's root, then the user's; the status is 1 when something failed or answers differ */
	public static void main(final String[] args) throws InterruptedException {
		try {
			final BenchmarkOptions options = BenchmarkOptions.of(args);
			final int threads = Runtime.getRuntime().availableProcessors();
			try (Peer peer = Peer.start(options.root().resolve("scripts/lib/benchmark_peer.py"), threads)) {
				if (!new BenchmarkMain(options, peer).run(threads)) System.exit(1);
			}
		}
		catch (final InputException | IOException e) {
			System.err.println(e.getMessage());
			System.exit(1);
		}
	}

	/** @return whether all answers agree */
	private boolean run(final int threads) throws IOException, InterruptedException {
		say("Machine: " + Machine.text(peer));
		peer.missing().entrySet().forEach(m -> say("Python's " + m.getKey() + " is missing, and what needs it is left out: " +
			"apt install " + m.getValue().getAsString()));
		if (peer.missing().has("numpy")) throw new InputException("Python has no numpy, and nothing can be compared.",
			"Install it as said above.");
		final MachineLimits before = MachineLimits.measure(peer, threads);
		mainJob();
		final String shape = steps();
		final MachineLimits limits = before.or(MachineLimits.measure(peer, threads));
		say("Limits: " + limits.text());
		wholeWay(limits);
		write(new ResultTable(Machine.date(), Machine.text(peer), limits.text(), shape, rows));
		return rows.stream().noneMatch(Row::isWrong);
	}

	private BenchmarkStack stack(final int side, final EnergyAxis energies) throws IOException {
		say("Stack: " + side + " x " + side + " x " + energies.size());
		return BenchmarkStack.of(data, side, energies);
	}

	private BenchmarkStack larger() throws IOException {
		return options.quick() ? stack(SMALL, LargePhantom.ENERGIES_150) : stack(LARGE, LargePhantom.ENERGIES_200);
	}

	/** First, while neither process holds much memory. */
	private void mainJob() throws IOException, InterruptedException {
		if (!options.wants(MainJob.NAME)) return;
		add(MainJob.run(options, larger()));
	}

	private String steps() throws IOException {
		final BenchmarkStack stack = stack(SMALL, LargePhantom.ENERGIES_150);
		if (!peer.missing().has("h5py")) peer.prepare(Requests.of("write", stack));
		for (final BenchmarkStep open : OpenStep.all(stack)) compare(open);
		compare(new NormalizationStep(stack));
		compare(new LarchStep(stack));
		final NormalizedStack normalized = new NormalizedStack(stack);
		compare(NnlsStep.amounts(normalized));
		compare(NnlsStep.maps(normalized));
		compare(new PcaStep(normalized));
		compare(new KMeansStep(normalized));
		compare(new ForestStep(normalized));
		peer.forget();
		return stack.shape();
	}

	private void wholeWay(final MachineLimits limits) throws IOException {
		if (!options.wants(WholeWayStep.NAME)) return;
		final BenchmarkStack stack = larger();
		final WholeWayStep step = new WholeWayStep(stack);
		final Row row = comparison.of(step, options.longPairs());
		add(row);
		if (row.ours().isPresent()) add(Row.alone(step.name() + ", seconds", row.ours().get(), Target.seconds(limits.allowed(
			step.seconds(), stack)), limits.explained(step.seconds())));
		peer.forget();
	}

	private void compare(final BenchmarkStep step) throws IOException {
		if (options.wants(step.name())) add(comparison.of(step, options.pairs()));
	}

	private void add(final Row row) {
		rows.add(row);
		say(row.name() + ": " + row.ours().map(s -> s.text(" s")).orElse("") + row.theirs().map(s -> ", Python " + s.text(
			" s")).orElse("") + row.ratio().map(r -> ", ratio " + r.text("")).orElse("") + " " + row.target().text() + " " + row
				.verdict() + (row.isWrong() ? ": " + row.note() : ""));
	}

	private void write(final ResultTable table) throws IOException {
		Files.writeString(options.out().resolve("benchmark.md"), table.markdown());
		Files.writeString(options.out().resolve("benchmark.csv"), table.csv());
		if (options.readme()) ReadmeTable.replace(options.root().resolve("README.md"), table.summary());
		say("All of it is in " + options.out().resolve("benchmark.md") + " and benchmark.csv");
	}

	private static void say(final String line) {
		System.out.println(line);
	}
}
