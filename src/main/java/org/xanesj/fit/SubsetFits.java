// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The subsets of references that a pixel may be made of, and what fitting it with each takes. */
final class SubsetFits {

	/** All subsets of so many references are looked at. */
	static final int COUNTED = 8;

	/** Of more references, subsets of at most so many. */
	static final int LARGEST = 4;

	/** The columns that targets are fitted by. */
	final double[][] reduced;

	/** Each with its members free. */
	final List<FreeSet> subsets = new ArrayList<>();

	/** Of each subset. */
	final List<Uncertainty> uncertainties = new ArrayList<>();

	/** Of each subset, the logarithm of what the unit-information prior of its amounts takes off. */
	final double[] penalty;

	/** Whether fractions are shares of the sum of the amounts. */
	final boolean isShares;

	SubsetFits(final Design design, final double[][] reduced) {
		isShares = design.isShares();
		this.reduced = reduced;
		final int k = reduced.length;
		final int largest = k <= COUNTED ? k : LARGEST;
		for (int bits = 1; bits < 1 << k; bits++) if (Integer.bitCount(bits) <= largest) add(design, bits);
		final double member = -0.5 * Math.log(design.energies().size());
		penalty = subsets.stream().mapToDouble(subset -> member * subset.columns.length).toArray();
	}

	/** References that others make up say nothing of their own: a subset with one of them is another subset. */
	private void add(final Design design, final int bits) {
		final int[] wanted = IntStream.range(0, reduced.length).filter(j -> (bits >> j & 1) != 0).toArray();
		final FreeSet subset = design.solved().freeSet(reduced, wanted);
		if (subset.columns.length < wanted.length) return;
		subsets.add(subset);
		uncertainties.add(new Uncertainty(design, subset));
	}

	int size() {
		return penalty.length;
	}

	/** @return how many members the largest subset has */
	int largest() {
		return subsets.stream().mapToInt(subset -> subset.columns.length).max().orElse(0);
	}
}
