// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

import org.xanesj.block.PixelBlock;
import org.xanesj.stack.InputException;

/** The sets of free references that pixels have called for, each worked out when it first occurs; for all threads. */
final class PixelSets {

	/** Sets are bits of an index. */
	static final int MOST_REFERENCES = 16;

	final Design design;

	/** The columns that targets are fitted by. */
	final double[][] reduced;

	private final AtomicReferenceArray<PixelSet> sets;

	/**
	 * @param design made for the energies of the blocks
	 * @throws InputException when there are more than 16 references
	 */
	PixelSets(final Design design) {
		if (design.names().size() > MOST_REFERENCES) throw new InputException(design.names().size() +
			" references were to be fitted in every pixel; " + MOST_REFERENCES + " are the most.",
			"Fit the mean spectra first and map the references that are in use.");
		this.design = design;
		reduced = design.reduced();
		sets = new AtomicReferenceArray<>(1 << reduced.length);
	}

	/** @throws InputException when the block has not as many energies as the design was made for */
	void check(final PixelBlock block) {
		if (block.energies() != design.dataEnergies()) throw new InputException("The image has " + block.energies() +
			" energies and the fit was set up for " + design.dataEnergies() + ".", "Set it up for this image.");
	}

	/** @return the set of all references, as bits */
	int all() {
		return sets.length() - 1;
	}

	/** Two threads may work out the same set: they find the same. */
	PixelSet at(final int bits) {
		final PixelSet known = sets.get(bits);
		if (known != null) return known;
		final PixelSet set = new PixelSet(design, reduced, IntStream.range(0, reduced.length).filter(j -> (bits >> j &
			1) != 0).toArray());
		sets.set(bits, set);
		return set;
	}
}
