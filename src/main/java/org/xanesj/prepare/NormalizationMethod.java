// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.prepare;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.InputException;

/** The ways to normalise absorption, by the names that macros use. */
public enum NormalizationMethod {

	/** Pre-edge line subtracted, divided by the edge step: Larch's {@code norm}. */
	LARCH("larch"),
	/** Pre-edge line subtracted, nothing divided: the amount of the element stays in the spectrum. */
	PRE_EDGE("pre-edge"),
	/**
	 * Pre-edge line subtracted, divided by the mean of what is left from E0 to the end of the post-edge range: the area
	 * there by the trapezium rule over its width. Noise reaches it less than the edge step.
	 */
	AREA("area"),
	/** Left as it is. */
	NONE("none"),
	/** {@link #LARCH} where there is room for its ranges, {@link #NONE} on short ranges. */
	AUTO("auto");

	private final String macroValue;

	NormalizationMethod(final String macroValue) {
		this.macroValue = macroValue;
	}

	/** @return how macros and dialogs write it */
	public String macroValue() {
		return macroValue;
	}

	/** @throws InputException when there is no such method */
	public static NormalizationMethod named(final String macroValue) {
		return Arrays.stream(values()).filter(m -> m.macroValue.equals(macroValue)).findFirst().orElseThrow(
			() -> new InputException("Normalisation \"" + macroValue + "\" is not known.", "Use one of " + Arrays.stream(
				values()).map(NormalizationMethod::macroValue).collect(Collectors.joining(", ")) + "."));
	}

	/** @return this, or what {@link #AUTO} comes to on these energies */
	public NormalizationMethod resolve(final EnergyAxis axis, final double e0) {
		if (this != AUTO) return this;
		return EdgeRange.of(axis, e0) == EdgeRange.SHORT ? NONE : LARCH;
	}
}
