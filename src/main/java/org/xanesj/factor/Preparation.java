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
		if (kind == Kind.STANDARDIZE) standardize(block);
		return block;
	}

	private static void subtract(final float[] row, final float value, final int size) {
		for (int p = 0; p < size; p++) row[p] -= value;
	}

	/** Row by row, and values widened and narrowed in loops of their own: the others become vector instructions. */
	private void standardize(final PixelBlock block) {
		final int n = block.energies();
		final double[] mean = new double[block.size()];
		final double[] scale = new double[block.size()];
		final double[] wide = new double[block.size()];
		for (int e = 0; e < n; e++) {
			subtract(block.row(e), (float) subtracted[e], block.size());
			widen(block.row(e), wide);
			for (int p = 0; p < mean.length; p++) mean[p] += wide[p];
		}
		for (int p = 0; p < mean.length; p++) mean[p] /= n;
		for (int e = 0; e < n; e++) {
			widen(block.row(e), wide);
			for (int p = 0; p < scale.length; p++) scale[p] += (wide[p] - mean[p]) * (wide[p] - mean[p]);
		}
		for (int p = 0; p < scale.length; p++) scale[p] = scale[p] > 0 ? 1 / Math.sqrt(scale[p] / n) : 1;
		for (int e = 0; e < n; e++) {
			widen(block.row(e), wide);
			for (int p = 0; p < wide.length; p++) wide[p] = (wide[p] - mean[p]) * scale[p];
			narrow(wide, block.row(e));
		}
	}

	private static void widen(final float[] row, final double[] wide) {
		for (int p = 0; p < wide.length; p++) wide[p] = row[p];
	}

	private static void narrow(final double[] wide, final float[] row) {
		for (int p = 0; p < wide.length; p++) row[p] = (float) wide[p];
	}
}
