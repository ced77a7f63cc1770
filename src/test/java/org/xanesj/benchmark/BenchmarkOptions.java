// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.benchmark;

import java.nio.file.Path;
import java.util.Locale;

import org.xanesj.stack.InputException;

/**
 * What the user asked for.
 *
 * @param root of the project
 * @param quick only the smaller stack
 * @param pairs of runs of each step
 * @param only what the names of the steps hold that are run; empty for all
 * @param readme whether the table in README.md is replaced
 */
record BenchmarkOptions(Path root, boolean quick, int pairs, String only, boolean readme) {

	/**
	 * @param args the project's root, then {@code --quick}, {@code --pairs N}, {@code --only TEXT}, {@code --readme} in any order
	 * @throws InputException when one is not known
	 */
	static BenchmarkOptions of(final String[] args) {
		boolean quick = false;
		boolean readme = false;
		int pairs = 0;
		String only = "";
		for (int i = 1; i < args.length; i++) {
			if (args[i].equals("--quick")) quick = true;
			else if (args[i].equals("--readme")) readme = true;
			else if (args[i].equals("--pairs") && i + 1 < args.length && args[i + 1].matches("[1-9][0-9]{0,2}")) pairs = Integer
				.parseInt(args[++i]);
			else if (args[i].equals("--only") && i + 1 < args.length) only = args[++i];
			else throw new InputException(args[i] + " is not known, or needs a number.",
				"Use --quick, --pairs N, --only TEXT, --readme or --jmh.");
		}
		return new BenchmarkOptions(Path.of(args[0]), quick, pairs > 0 ? pairs : quick ? 3 : 7, only, readme);
	}

	/** @return whether a step of this name is run */
	boolean wants(final String name) {
		return name.toLowerCase(Locale.ROOT).contains(only.toLowerCase(Locale.ROOT));
	}

	/** @return where everything is written */
	Path out() {
		return root.resolve("target/benchmark");
	}

	/** @return how often the main job is run */
	int jobs() {
		return quick ? 1 : 3;
	}

	/** @return pairs of runs of the whole way, which takes long */
	int longPairs() {
		return Math.min(pairs, 3);
	}
}
