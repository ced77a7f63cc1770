// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.learn;

import java.util.Arrays;

/**
 * A decision tree, as programs that train them describe it: one entry of each array for each node, the root first. A
 * spectrum goes left where its value is at most the threshold, else right.
 *
 * @param feature index of the energy that is looked at; of no meaning in a leaf
 * @param threshold that the value is compared with; of no meaning in a leaf
 * @param left the node that follows when the value is at most the threshold; -1 in a leaf
 * @param right the node that follows when it is larger; -1 in a leaf
 * @param values nodes x outputs: what a leaf predicts, such as the share of each class; only those of leaves count
 */
public record Tree(int[] feature, double[] threshold, int[] left, int[] right, double[][] values) {

	/**
	 * @throws IllegalArgumentException when the arrays are not equally long, a node has one child only or one that does
	 *           not exist, has two parents or hangs on none, or a threshold is not a number
	 */
	public Tree {
		final int n = feature.length;
		if (n == 0 || threshold.length != n || left.length != n || right.length != n || values.length != n)
			throw new IllegalArgumentException("A tree of " + n + " features, " + threshold.length + " thresholds, " +
				left.length + " left and " + right.length + " right children, and " + values.length + " values.");
		final boolean[] hangs = new boolean[n];
		hangs[0] = true;
		for (int i = 0; i < n; i++) {
			if (left[i] == -1 && right[i] == -1) continue;
			if (Double.isNaN(threshold[i])) throw new IllegalArgumentException("Node " + i + " compares with NaN.");
			hang(left[i], i, hangs);
			hang(right[i], i, hangs);
		}
		final int reached = breadthFirst(left, right).length;
		if (reached < n) throw new IllegalArgumentException("Of " + n + " nodes, " + (n - reached) +
			" cannot be reached from the root.");
	}

	private static void hang(final int child, final int parent, final boolean[] hangs) {
		if (child < 0 || child >= hangs.length) throw new IllegalArgumentException("Node " + parent + " of " +
			hangs.length + " has the child " + child + ".");
		if (hangs[child]) throw new IllegalArgumentException("Node " + child + ", a child of " + parent +
			", is the root or has another parent.");
		hangs[child] = true;
	}

	boolean isLeaf(final int node) {
		return left[node] == -1;
	}

	/** @return the nodes level by level; the right child of a node comes next to the left one */
	int[] breadthFirst() {
		return breadthFirst(left, right);
	}

	/** Ends, as no node has two parents. */
	private static int[] breadthFirst(final int[] left, final int[] right) {
		final int[] order = new int[left.length];
		int n = 1;
		for (int i = 0; i < n; i++) {
			if (left[order[i]] == -1) continue;
			order[n++] = left[order[i]];
			order[n++] = right[order[i]];
		}
		return Arrays.copyOf(order, n);
	}
}
