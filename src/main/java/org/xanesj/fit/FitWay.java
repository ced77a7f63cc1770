// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

/** What is fitted with the references. */
public enum FitWay {
	/**
	 * Absorption as it was measured: the references, normalised each on its own range, and a free straight line for
	 * everything else that absorbs. Noise stays white, which normalising a noisy pixel would spoil.
	 */
	BASELINE,
	/** Normalised absorption with references normalised in the same windows: the classic way of Athena and Larch. */
	NORMALIZED,
	/** The same, flattened: from E0 on without the slope and curvature of the post-edge curve (Larch's {@code flat}). */
	FLATTENED,
	/** The first derivative of normalised absorption along energy (Larch's {@code dmude}). */
	DERIVATIVE;

	/** @return whether spectra are normalised before they are fitted, which spreads their noise along energy */
	public boolean isNormalized() {
		return this != BASELINE;
	}
}
