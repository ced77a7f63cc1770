// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random trees, and the plain way through them. */
final class PlainTree {

	private final Random random;
	private final int features;
	private final int outputs;
	private final List<Integer> feature = new ArrayList<>();
	private final List<Double> threshold = new ArrayList<>();
	private final List<Integer> left = new ArrayList<>();
	private final List<Integer> right = new ArrayList<>();
	private final List<double[]> values = new ArrayList<>();

	private PlainTree(final Random random, final int features, final int outputs) {
		this.random = random;
		this.features = features;
		this.outputs = outputs;
	}

	/** @param depth at most; branches end earlier at random */
	static Tree random(final Random random, final int features, final int outputs, final int depth) {
		final PlainTree tree = new PlainTree(random, features, outputs);
		tree.grow(depth);
		return tree.grown();
	}

	/** Depth first, as scikit-learn numbers nodes. */
	private int grow(final int depth) {
		final int node = feature.size();
		feature.add(random.nextInt(features));
		threshold.add(number(random));
		left.add(-1);
		right.add(-1);
		values.add(random.doubles(outputs).toArray());
		if (depth > 0 && random.nextInt(8) > 0) {
			left.set(node, grow(depth - 1));
			right.set(node, grow(depth - 1));
		}
		return node;
	}

	private Tree grown() {
		return new Tree(feature.stream().mapToInt(i -> i).toArray(), threshold.stream().mapToDouble(t -> t).toArray(), left
			.stream().mapToInt(i -> i).toArray(), right.stream().mapToInt(i -> i).toArray(), values.toArray(double[][]::new));
	}

	/** @return a number of a few, so that values and thresholds are often equal, or hard to tell apart as floats */
	static double number(final Random random) {
		final double[] hard = { 0, -0.0, 1e-60, -1e-60, Double.MIN_VALUE, Float.MIN_VALUE, -Float.MIN_VALUE, 1e300, -1e300,
			Float.MAX_VALUE, -Float.MAX_VALUE };
		final int kind = random.nextInt(3);
		if (kind == 0) return hard[random.nextInt(hard.length)];
		final double near = random.nextInt(7) - 3 + 0.1f;
		return kind == 1 ? near : near + (random.nextInt(3) - 1) * 1e-12;
	}

	/** @return the values of the leaf that the spectrum comes to, from a node on */
	static double[] predict(final Tree tree, final int node, final float[] spectrum) {
		if (tree.left()[node] == -1) return tree.values()[node];
		final boolean isLeft = (double) spectrum[tree.feature()[node]] <= tree.threshold()[node];
		return predict(tree, isLeft ? tree.left()[node] : tree.right()[node], spectrum);
	}
}
