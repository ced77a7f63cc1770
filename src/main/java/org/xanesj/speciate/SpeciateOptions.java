// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import org.xanesj.fit.Constraint;
import org.xanesj.fit.FitWay;
import org.xanesj.prepare.NormalizationMethod;
import org.xanesj.stack.InputException;

/**
 * How a stack becomes a species map. The names are those of the command.
 *
 * @param mode what the values of the stack are
 * @param fit with a free line under the measured absorption, or the classic way on normalised absorption
 * @param normalization of the references (and, in the classic way, of the data)
 * @param components how many components are kept; 0 for automatic
 * @param clusters how many clusters are made; 0 for automatic
 * @param maxSpecies most references in the fit of a cluster
 * @param constraint on the fractions
 * @param fitFrom first energy of the window in eV; 0 for automatic
 * @param fitTo last energy of the window in eV; 0 for automatic
 * @param exclude bad energies and ranges in eV, such as {@code 7120-7121,7150}; empty for none
 * @param coreHole width of the core hole in eV, for Hamilton's test; 0 for that of the edge
 * @param seed of the random numbers of clustering
 * @param certainty how it is found out how sure the fractions are
 */
public record SpeciateOptions(Mode mode, FitWay fit, NormalizationMethod normalization, int components, int clusters,
	int maxSpecies, Constraint constraint, double fitFrom, double fitTo, String exclude, double coreHole, long seed,
	Certainty certainty)
{

	/** Everything automatic, at most three species in a cluster, fractions as shares of the edge step. */
	public static final SpeciateOptions DEFAULT = new SpeciateOptions(Mode.AUTO, FitWay.BASELINE,
		NormalizationMethod.AUTO, 0, 0, 3, Constraint.NON_NEGATIVE_SUM_TO_ONE, 0, 0, "", 0, 1, Certainty.DEFAULT);

	/** @throws InputException when a number is out of its range */
	public SpeciateOptions {
		if (components < 0) throw new InputException("components=" + components + " is negative.", "Use 0 for automatic.");
		if (clusters < 0 || clusters > Short.MAX_VALUE) throw new InputException("clusters=" + clusters +
			" is out of range.", "Use 0 for automatic, or a number of clusters.");
		if (!(coreHole >= 0) || Double.isInfinite(coreHole)) throw new InputException("core_hole=" + coreHole +
			" is no width.", "Give one in eV, or 0 for that of the edge.");
		if (maxSpecies < 1) throw new InputException("max_species=" + maxSpecies + " is less than 1.",
			"Allow at least one reference in a cluster.");
		if (fitTo != 0 && fitFrom >= fitTo) throw new InputException("The fit window runs from " + fitFrom + " to " + fitTo +
			" eV.", "Give fit_from below fit_to, in eV, or 0 for automatic.");
	}

	public SpeciateOptions withComponents(final int other) {
		return new SpeciateOptions(mode, fit, normalization, other, clusters, maxSpecies, constraint, fitFrom, fitTo, exclude,
			coreHole, seed, certainty);
	}

	public SpeciateOptions withClusters(final int other, final long otherSeed) {
		return new SpeciateOptions(mode, fit, normalization, components, other, maxSpecies, constraint, fitFrom, fitTo,
			exclude, coreHole, otherSeed, certainty);
	}

	public SpeciateOptions with(final FitWay other) {
		return new SpeciateOptions(mode, other, normalization, components, clusters, maxSpecies, constraint, fitFrom, fitTo,
			exclude, coreHole, seed, certainty);
	}

	public SpeciateOptions with(final Constraint other) {
		return new SpeciateOptions(mode, fit, normalization, components, clusters, maxSpecies, other, fitFrom, fitTo, exclude,
			coreHole, seed, certainty);
	}

	public SpeciateOptions with(final NormalizationMethod other) {
		return new SpeciateOptions(mode, fit, other, components, clusters, maxSpecies, constraint, fitFrom, fitTo, exclude,
			coreHole, seed, certainty);
	}

	public SpeciateOptions with(final Certainty other) {
		return new SpeciateOptions(mode, fit, normalization, components, clusters, maxSpecies, constraint, fitFrom, fitTo,
			exclude, coreHole, seed, other);
	}
}
