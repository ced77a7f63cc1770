// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.learn;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A forest that scikit-learn trained, with what it says of some pixels: {@code forest.txt}, which describes itself.
 *
 * @param rows energies x pixels
 * @param probabilities pixels x classes
 */
record TrainedForest(List<Tree> trees, float[][] rows, double[][] probabilities) {

	private static final int FEATURES = 8;
	private static final int CLASSES = 3;

	static TrainedForest read() throws IOException {
		final List<Tree> trees = new ArrayList<>();
		final List<double[]> part = new ArrayList<>();
		try (BufferedReader lines = new BufferedReader(new InputStreamReader(TrainedForest.class.getResourceAsStream(
			"forest.txt"), StandardCharsets.UTF_8)))
		{
			for (String line; (line = lines.readLine()) != null;) {
				if (line.startsWith("#")) continue;
				if (Character.isLetter(line.charAt(0))) {
					if (!part.isEmpty()) trees.add(tree(part));
					part.clear();
				}
				else part.add(Arrays.stream(line.split(" ")).mapToDouble(Double::parseDouble).toArray());
			}
		}
		final float[][] rows = new float[FEATURES][part.size()];
		for (int p = 0; p < part.size(); p++) for (int e = 0; e < FEATURES; e++) rows[e][p] = (float) part.get(p)[e];
		return new TrainedForest(trees, rows, part.stream().map(v -> Arrays.copyOfRange(v, FEATURES, FEATURES + CLASSES))
			.toArray(double[][]::new));
	}

	private static Tree tree(final List<double[]> nodes) {
		return new Tree(column(nodes, 0), nodes.stream().mapToDouble(n -> n[1]).toArray(), column(nodes, 2), column(nodes,
			3), nodes.stream().map(n -> Arrays.copyOfRange(n, 4, 4 + CLASSES)).toArray(double[][]::new));
	}

	private static int[] column(final List<double[]> nodes, final int column) {
		return nodes.stream().mapToInt(n -> (int) n[column]).toArray();
	}

	int pixels() {
		return probabilities.length;
	}
}
