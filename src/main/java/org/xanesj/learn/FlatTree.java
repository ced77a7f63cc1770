// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.learn;

import java.io.Serializable;
import java.util.Arrays;

/**
 * A decision tree laid out for walking: level by level, one number for each node, the right child next to the left.
 * Leaves lead to themselves, so that every pixel takes as many steps as the tree is deep. No step has a branch that
 * a processor could guess wrong, and many pixels are on their way at once.
 */
final class FlatTree implements Serializable {

	private static final long serialVersionUID = 1L;

	/** Bits of a node's number for its left child; above them are the feature and, in the upper half, the threshold. */
	private static final int CHILD_BITS = 20;

	static final int MOST_NODES = 1 << CHILD_BITS;
	static final int MOST_FEATURES = 1 << Integer.SIZE - CHILD_BITS;

	private final long[] nodes;
	private final int depth;

	/** Nodes x outputs, in one array; only those of leaves are ever looked at. */
	private final float[] values;

	/** @throws IllegalArgumentException when the tree does not fit the features or outputs, or has too many nodes */
	FlatTree(final Tree tree, final int features, final int outputs) {
		final int[] order = tree.breadthFirst();
		if (order.length > MOST_NODES) throw new IllegalArgumentException("A tree has " + order.length + " nodes; " +
			MOST_NODES + " are the most.");
		nodes = new long[order.length];
		values = new float[order.length * outputs];
		final int[] level = new int[order.length];
		int child = 1;
		for (int i = 0; i < order.length; i++) {
			final int node = order[i];
			if (tree.isLeaf(node)) {
				nodes[i] = packed(Integer.MAX_VALUE, 0, i);
				put(tree.values()[node], i, outputs);
			}
			else {
				final int feature = tree.feature()[node];
				if (feature < 0 || feature >= features) throw new IllegalArgumentException("Node " + node +
					" looks at energy " + feature + " of " + features + ".");
				nodes[i] = packed(FloatOrder.keyOfThreshold(tree.threshold()[node]), feature, child);
				level[child] = level[child + 1] = level[i] + 1;
				child += 2;
			}
		}
		depth = level[order.length - 1];
	}

	private static long packed(final int threshold, final int feature, final int child) {
		return (long) threshold << Integer.SIZE | (long) feature << CHILD_BITS | child;
	}

	private void put(final double[] of, final int leaf, final int outputs) {
		if (of == null || of.length != outputs) throw new IllegalArgumentException("A leaf has " + (of == null ? 0
			: of.length) + " values where others have " + outputs + ".");
		for (int o = 0; o < outputs; o++) {
			if (!Double.isFinite(of[o])) throw new IllegalArgumentException("A leaf has the value " + of[o] + ".");
			values[leaf * outputs + o] = (float) of[o];
		}
	}

	/**
	 * Adds what the tree predicts for some pixels.
	 *
	 * @param keys energies x pixels, in one array: the {@link FloatOrder#key} of each value
	 * @param at a buffer with an entry for each pixel
	 * @param sums outputs x pixels
	 */
	void add(final int[] keys, final int[] at, final double[][] sums) {
		Arrays.fill(at, 0);
		for (int level = 0; level < depth; level++) step(nodes, keys, at);
		for (int o = 0; o < sums.length; o++) add(values, sums.length, o, at, sums[o]);
	}

	private static void step(final long[] nodes, final int[] keys, final int[] at) {
		final int pixels = at.length;
		for (int i = 0; i < pixels; i++) {
			final long node = nodes[at[i]];
			final int key = keys[((int) node >>> CHILD_BITS) * pixels + i];
			final long above = (node >> Integer.SIZE) - key >>> Long.SIZE - 1;
			at[i] = ((int) node & MOST_NODES - 1) + (int) above;
		}
	}

	private static void add(final float[] values, final int outputs, final int o, final int[] at, final double[] sums) {
		for (int i = 0; i < at.length; i++) sums[i] += values[at[i] * outputs + o];
	}
}
