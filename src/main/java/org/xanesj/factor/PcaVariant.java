// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.factor;

import java.util.Arrays;
import java.util.Locale;

import org.xanesj.stack.InputException;

/** What is done to the spectra before the eigenvectors of their Gram matrix are taken; programs differ. */
public enum PcaVariant {

	/** Nothing: Malinowski's factor analysis, and MANTiS. */
	UNCENTRED,
	/** The mean spectrum is subtracted, as scikit-learn does. */
	CENTRED,
	/** Each spectrum is given mean 0 and standard deviation 1 along energy, as Athena does. */
	CORRELATION,
	/** The mean spectrum is subtracted, then as in {@link #CORRELATION}: what Larch's {@code pca_train} does. */
	LARCH;

	/** @return the variant of this name, as macros write it */
	public static PcaVariant named(final String name) {
		for (final PcaVariant variant : values()) if (variant.toString().equals(name)) return variant;
		throw new InputException("There is no PCA variant '" + name + "'.",
			"Use uncentred, centred, correlation or larch.");
	}

	/** @return the vectors of n energies that each spectrum may hold any amount of: its mean, where that is subtracted */
	double[][] free(final int n) {
		if (this == UNCENTRED || this == CENTRED) return new double[0][];
		final double[] constant = new double[n];
		Arrays.fill(constant, 1 / Math.sqrt(n));
		return new double[][] { constant };
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}
}
