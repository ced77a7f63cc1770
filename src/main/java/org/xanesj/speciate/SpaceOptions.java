// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.util.Locale;

import org.xanesj.prepare.NormalizationMethod;
import org.xanesj.stack.InputException;

/**
 * By what pixels are grouped. The names are those of the command.
 *
 * @param of what the coordinates of a pixel are
 * @param variant of the scores
 * @param gamma how much weaker components are raised, in MANTiS' variant
 * @param first what becomes of the first component, in MANTiS' variant
 * @param normalization of the spectra, or of the references of fractions
 */
public record SpaceOptions(Of of, Variant variant, double gamma, First first, NormalizationMethod normalization) {

	/** What the coordinates of a pixel are. */
	public enum Of {
		/** Scores on the components. */
		SCORES,
		/** Absorption at each energy of the window. */
		SPECTRA,
		/** Fitted fractions of references. */
		FRACTIONS
	}

	/** How scores are found. */
	public enum Variant {
		/** Of line-free, whitened absorption, each pixel's divided by their norm. */
		XANESJ,
		/** Of absorption as it is, minus their mean. */
		MANTIS
	}

	/** What becomes of the first component, which is mostly thickness. */
	public enum First {
		KEEP, DROP
	}

	/** Unit scores of line-free spectra. */
	public static final SpaceOptions DEFAULT = new SpaceOptions(Of.SCORES, Variant.XANESJ, 0, First.KEEP,
		NormalizationMethod.AUTO);

	/** @throws InputException when a number is out of its range, or options do not go together */
	public SpaceOptions {
		if (!(gamma >= 0) || Double.isInfinite(gamma)) throw new InputException("gamma=" + gamma + " is out of range.",
			"Give 0 (components as they are) to 1 (all of the same weight).");
		if (variant == Variant.MANTIS && of != Of.SCORES) throw new InputException("variant=mantis is a variant of scores, but of=" +
			of.name().toLowerCase(Locale.ROOT) + ".", "Use of=scores, or variant=xanesj.");
		if (variant != Variant.MANTIS && gamma != 0) throw new InputException("gamma=" + gamma + ", but variant=xanesj.",
			"Use variant=mantis, or leave gamma out.");
		if (variant != Variant.MANTIS && first == First.DROP) throw new InputException("first=drop, but variant=xanesj.",
			"Use variant=mantis, or leave first out.");
		if (of == Of.SCORES && normalization != NormalizationMethod.AUTO) throw new InputException("normalization=" +
			normalization.macroValue() + ", but scores are those of spectra that are not normalised.",
			"Use of=spectra or of=fractions, or leave normalization out.");
	}
}
