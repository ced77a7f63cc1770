// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * How much references make each other up, which can be told before anything is fitted (Belsley, Kuh and Welsch,
 * Regression Diagnostics, 1980, ch. 3). Of references that do, a fit knows the sum better than the parts.
 *
 * @param conditionNumber the largest over the smallest singular value of what is fitted (the references, and the free
 *          line where there is one), each column weighed by the noise and scaled to length 1, not centred; infinite when
 *          they are linearly dependent
 * @param varianceInflation of each reference 1/(1 − R²), with R² the part of it that the other references explain beside
 *          the free line, or beside a constant where there is no line; 1 when they explain nothing, infinite when all
 */
public record Collinearity(double conditionNumber, double[] varianceInflation) {

	/** A variance inflation factor above this is large by common consent (Marquardt, Technometrics 12, 591 (1970)). */
	public static final double INFLATED = 10;

	/** A condition number above this is strong collinearity (Belsley, Kuh and Welsch 1980, p. 105: 30 to 100). */
	public static final double ILL_CONDITIONED = 30;

	/** @return of all references of a design together */
	public static Collinearity of(final Design design) {
		final List<double[]> references = Arrays.stream(design.columns()).map(design::weighted).toList();
		final List<double[]> fitted = Arrays.stream(design.straight()).map(design::weighted).collect(Collectors.toList());
		fitted.addAll(references);
		final double[] inflation = new double[references.size()];
		for (int j = 0; j < inflation.length; j++) inflation[j] = inflation(beside(design), references, j);
		return new Collinearity(conditionNumber(fitted), inflation);
	}

	/** @return the variance inflation of two references of a design that are fitted by themselves, which both have */
	public static double ofPair(final Design design, final int one, final int other) {
		return inflation(beside(design), List.of(design.weighted(design.columns()[one]), design.weighted(design
			.columns()[other])), 0);
	}

	private static List<double[]> beside(final Design design) {
		final double[][] straight = design.straight();
		return straight.length == 0 ? List.of(design.weights()) : Arrays.stream(straight).map(design::weighted).toList();
	}

	private static double inflation(final List<double[]> beside, final List<double[]> references, final int j) {
		final List<double[]> ordered = new ArrayList<>(beside);
		for (int i = 0; i < references.size(); i++) if (i != j) ordered.add(references.get(i));
		ordered.add(references.get(j));
		final ThinQr qr = new ThinQr(ordered.toArray(double[][]::new));
		final int last = ordered.size() - 1;
		double all = 0;
		for (int i = beside.size(); i <= last; i++) all += qr.r[i][last] * qr.r[i][last];
		final double own = qr.r[last][last] * qr.r[last][last];
		return own == 0 ? Double.POSITIVE_INFINITY : all / own;
	}

	private static double conditionNumber(final List<double[]> columns) {
		final int energies = columns.get(0).length;
		if (columns.size() > energies) return Double.POSITIVE_INFINITY;
		final double[][] scaled = new double[columns.size()][energies];
		for (int j = 0; j < scaled.length; j++) Vectors.add(scaled[j], 1 / Vectors.norm(columns.get(j)), columns.get(j));
		final double[] singular = new SingularValueDecomposition(MatrixUtils.createRealMatrix(scaled).transpose())
			.getSingularValues();
		final double smallest = singular[singular.length - 1];
		return smallest > Math.ulp(1.0) * energies * singular[0] ? singular[0] / smallest : Double.POSITIVE_INFINITY;
	}

	/** @return whether some reference is so much made up of the others that its fraction means little by itself */
	public boolean isStrong() {
		return conditionNumber > ILL_CONDITIONED || Arrays.stream(varianceInflation).anyMatch(v -> v > INFLATED);
	}
}
