// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.stream.IntStream;

import org.apache.commons.math3.util.CombinatoricsUtils;
import org.xanesj.block.Progress;

/**
 * The hypotheses that explain a spectrum, and how probable each is. Beforehand every number of references up to the most
 * is as probable as any other, and so are all sets of one number: so a long library is not taken for many species (Scott
 * and Berger, Ann. Statist. 38, 2587 (2010)).
 */
final class Hypotheses {

	/** One that is so much less probable than the best (natural logarithm) is forgotten. */
	private static final double FORGOTTEN = 10;

	/** The neighbours of one that is so much less probable than the best are not looked at. */
	private static final double LOOKED_AT = 7;

	/** How many lie between two looks at whether the user still wants them. */
	private static final int REPORTED = 256;

	record Weighed(Hypothesis hypothesis, double logWeight) {}

	private final Tangent tangent;
	private final int references;
	private final int most;
	private final String step;
	private final Progress progress;
	private final List<Weighed> kept = new ArrayList<>();

	/** Those of which the neighbours have not been looked at, the most probable first. */
	private final Queue<Weighed> waiting = new PriorityQueue<>(Comparator.comparingDouble(Weighed::logWeight).reversed());

	private double best = Double.NEGATIVE_INFINITY;
	private long tried;

	/** @param most references in a hypothesis */
	private Hypotheses(final Tangent tangent, final int most, final String step, final Progress progress) {
		this.tangent = tangent;
		references = tangent.columns[0].length;
		this.most = Math.min(most, references);
		this.step = step;
		this.progress = progress;
	}

	/** @return how many there are */
	static double count(final int references, final int most) {
		return IntStream.rangeClosed(1, Math.min(most, references)).mapToDouble(m -> Math.exp(logSets(references, m))).sum();
	}

	private static double logSets(final int of, final int size) {
		return CombinatoricsUtils.factorialLog(of) - CombinatoricsUtils.factorialLog(size) - CombinatoricsUtils.factorialLog(
			of - size);
	}

	/** @return those of all that matter: the exact posterior */
	static List<Weighed> all(final Tangent tangent, final int most, final String step, final Progress progress) {
		final Hypotheses hypotheses = new Hypotheses(tangent, most, step, progress);
		for (int size = 1; size <= hypotheses.most; size++) hypotheses.addAll(new BitSet(), 0, size);
		return hypotheses.kept();
	}

	/**
	 * A variational posterior for when there are too many: the truncated one of Lücke and Eggert (J. Mach. Learn. Res. 11,
	 * 2855 (2010)), which is proportional to the true one on some of the hypotheses and zero elsewhere. The lower bound of
	 * the evidence that it maximises is then the sum over these, so every one that is added raises it. Added are all that
	 * differ in one reference (one more, one less, another) from one that is probable, the most probable first, until
	 * none is left of which the neighbours have not been looked at.
	 */
	static List<Weighed> probable(final Tangent tangent, final int most, final String step, final Progress progress) {
		final Hypotheses hypotheses = new Hypotheses(tangent, most, step, progress);
		final Set<BitSet> seen = new HashSet<>();
		hypotheses.addNeighbours(new BitSet(), seen);
		while (!hypotheses.waiting.isEmpty()) {
			final Weighed next = hypotheses.waiting.poll();
			if (next.logWeight > hypotheses.best - LOOKED_AT) hypotheses.addNeighbours(bits(next.hypothesis.members()), seen);
		}
		return hypotheses.kept();
	}

	private void addAll(final BitSet members, final int from, final int more) {
		if (more == 0) add(members);
		else for (int j = from; j <= references - more; j++) {
			members.set(j);
			addAll(members, j + 1, more - 1);
			members.clear(j);
		}
	}

	private void add(final BitSet members) {
		if (++tried % REPORTED == 0) progress.advance(step, tried, tried);
		final int[] numbers = members.stream().toArray();
		final double prior = -Math.log(most) - logSets(references, numbers.length);
		Hypothesis.of(tangent, numbers, best - FORGOTTEN - prior).ifPresent(hypothesis -> {
			final Weighed weighed = new Weighed(hypothesis, hypothesis.logEvidence() + prior);
			kept.add(weighed);
			waiting.add(weighed);
			best = Math.max(best, weighed.logWeight);
		});
	}

	private void addNeighbours(final BitSet members, final Set<BitSet> seen) {
		for (int j = 0; j < references; j++) {
			addOnce(flipped(members, j), seen);
			if (!members.get(j)) for (int i = members.nextSetBit(0); i >= 0; i = members.nextSetBit(i + 1))
				addOnce(flipped(flipped(members, i), j), seen);
		}
	}

	private static BitSet flipped(final BitSet members, final int j) {
		final BitSet flipped = (BitSet) members.clone();
		flipped.flip(j);
		return flipped;
	}

	private void addOnce(final BitSet members, final Set<BitSet> seen) {
		if (!members.isEmpty() && members.cardinality() <= most && seen.add(members)) add(members);
	}

	private static BitSet bits(final int[] members) {
		final BitSet bits = new BitSet();
		for (final int j : members) bits.set(j);
		return bits;
	}

	/** @return those that matter, with weights that sum to one */
	private List<Weighed> kept() {
		final List<Weighed> matter = kept.stream().filter(w -> w.logWeight > best - FORGOTTEN).toList();
		final double sum = matter.stream().mapToDouble(w -> Math.exp(w.logWeight - best)).sum();
		return matter.stream().map(w -> new Weighed(w.hypothesis, w.logWeight - best - Math.log(sum))).toList();
	}
}
