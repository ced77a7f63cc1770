// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.factor;

import java.io.Serializable;

import org.xanesj.block.PixelBlock;

/** What is done to the spectra of a block before components are looked for in them, or projected on. */
final class Preparation implements Serializable {

	private static final long serialVersionUID = 1L;

	private enum Kind {
		NOTHING, CENTRE, STANDARDIZE
	}

	private final Kind kind;
	private final int[] energies;
	private final double[] subtracted;

	private Preparation(final Kind kind, final int[] energies, final double[] subtracted) {
		this.kind = kind;
		this.energies = energies;
		this.subtracted = subtracted;
	}

	/**
	 * @param energies indices of the energies to look at
	 * @param mean spectrum, one value for each of these
	 */
	static Preparation of(final PcaVariant variant, final int[] energies, final double[] mean) {
		switch (variant) {
			case CENTRED: return new Preparation(Kind.CENTRE, energies, mean);
			case CORRELATION: return new Preparation(Kind.STANDARDIZE, energies, new double[energies.length]);
			case LARCH: return new Preparation(Kind.STANDARDIZE, energies, mean);
			default: return new Preparation(Kind.NOTHING, energies, mean);
		}
	}

	/** @return the spectra at these energies, changed in place */
	PixelBlock apply(final PixelBlock all) {
		final PixelBlock block = all.select(energies);
		if (kind == Kind.CENTRE) for (int e = 0; e < energies.length; e++) subtract(block.row(e), (float) subtracted[e], block
			.size());
		if (kind == Kind.STANDARDIZE) for (int p = 0; p < block.size(); p++) standardize(block, p);
		return block;
	}

	private static void subtract(final float[] row, final float value, final int size) {
		for (int p = 0; p < size; p++) row[p] -= value;
	}

	private void standardize(final PixelBlock block, final int p) {
		final int n = block.energies();
		double sum = 0;
		double squares = 0;
		for (int e = 0; e < n; e++) sum += block.row(e)[p] -= (float) subtracted[e];
		for (int e = 0; e < n; e++) squares += Math.pow(block.row(e)[p] - sum / n, 2);
		final double spread = squares > 0 ? Math.sqrt(squares / n) : 1;
		for (int e = 0; e < n; e++) block.row(e)[p] = (float) ((block.row(e)[p] - sum / n) / spread);
	}
}
