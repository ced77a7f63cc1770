// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.command;

import org.xanesj.prepare.Normalization;

/** What the keys of the ranges of a normalisation stand for. */
final class NormalizationKeys {

	private NormalizationKeys() {}

	/** @return the ranges in eV from E0; 0 in both ends of one leaves it to Larch's rules */
	static Normalization.Options options(final double preFrom, final double preTo, final double postFrom,
		final double postTo, final int degree)
	{
		Normalization.Options options = Normalization.Options.AUTOMATIC.withDegree(degree);
		if (preFrom != 0 || preTo != 0) options = options.withPreEdge(preFrom, preTo);
		if (postFrom != 0 || postTo != 0) options = options.withPostEdge(postFrom, postTo);
		return options;
	}
}
