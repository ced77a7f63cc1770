// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import java.util.Arrays;

import org.xanesj.block.PixelBlock;

/**
 * A few pixels under way, with the buffers they need. Inner loops run along pixels, from the start of their arrays,
 * with one array written in each and at most four terms: what the compiler turns into vector instructions.
 */
final class PixelTile {

	private final Design design;
	private final PixelSolver solver;
	private final int[] rows;
	private final double[][] reduced;
	private final int lines;
	private final int references;

	/** Line and references x energies: weighted Qᵀ. */
	private final double[][] projector;

	/** Energies x references and energies x line terms, negative: what is taken off the data. */
	private final double[][] minusReferences;
	private final double[][] minusLine;

	/** Squared weights, or null when all are one. */
	private final double[] squaredWeights;

	/** Energies x pixels: the data, then the data less the line, then the residual. */
	private final double[][] data;
	private final double[][] projected;
	private final double[][] amounts;
	private final double[][] line;
	private final double[] size;
	private final double[] misfit;
	private final double[] chiSquare;
	private final PixelSet[] sets;
	private final double[] target;
	private final double[] solution;

	PixelTile(final Design design, final PixelSolver solver, final int pixels) {
		this.design = design;
		this.solver = solver;
		rows = design.rows();
		reduced = design.reduced();
		lines = design.line().length;
		references = design.columns().length;
		projector = design.projector();
		minusReferences = negativeTransposed(design.columns(), rows.length);
		minusLine = negativeTransposed(design.line(), rows.length);
		final double[] weights = design.weights();
		squaredWeights = Arrays.stream(weights).allMatch(w -> w == 1) ? null : Arrays.stream(weights).map(w -> w * w)
			.toArray();
		data = new double[rows.length][pixels];
		projected = new double[projector.length][pixels];
		amounts = new double[references][pixels];
		line = new double[lines][pixels];
		size = new double[pixels];
		misfit = new double[pixels];
		chiSquare = squaredWeights == null ? misfit : new double[pixels];
		sets = new PixelSet[pixels];
		target = new double[references];
		solution = new double[references];
	}

	private static double[][] negativeTransposed(final double[][] columns, final int length) {
		final double[][] transposed = new double[length][columns.length];
		for (int e = 0; e < length; e++) for (int j = 0; j < columns.length; j++) transposed[e][j] = -columns[j][e];
		return transposed;
	}

	/** Fits pixels {@code first} to {@code first + n} of the block into the same places of the maps. */
	void fit(final PixelBlock block, final int first, final int n, final SpeciesMaps maps) {
		for (int e = 0; e < rows.length; e++) copy(block.row(rows[e]), first, data[e], n);
		for (int j = 0; j < projector.length; j++) {
			Arrays.fill(projected[j], 0, n, 0);
			add(projected[j], projector[j], data, n);
		}
		for (int i = 0; i < n; i++) solve(i);
		solveLine(n);
		sumSquares(n);
		for (int i = 0; i < n; i++) if (sets[i] != null) write(i, first + i, maps);
	}

	private static void copy(final float[] from, final int first, final double[] to, final int n) {
		for (int i = 0; i < n; i++) to[i] = from[first + i];
	}

	/** Adds to {@code sum} the factors times the arrays. */
	private static void add(final double[] sum, final double[] factors, final double[][] arrays, final int n) {
		int j = 0;
		for (; j + 4 <= factors.length; j += 4) {
			final double a = factors[j];
			final double b = factors[j + 1];
			final double c = factors[j + 2];
			final double d = factors[j + 3];
			final double[] u = arrays[j];
			final double[] v = arrays[j + 1];
			final double[] w = arrays[j + 2];
			final double[] x = arrays[j + 3];
			for (int i = 0; i < n; i++) sum[i] += a * u[i] + b * v[i] + c * w[i] + d * x[i];
		}
		for (; j < factors.length; j++) {
			final double a = factors[j];
			final double[] u = arrays[j];
			for (int i = 0; i < n; i++) sum[i] += a * u[i];
		}
	}

	private static void addSquares(final double[] sum, final double factor, final double[] values, final int n) {
		for (int i = 0; i < n; i++) sum[i] += factor * values[i] * values[i];
	}

	/** A value that is not a number has spread into every projection: then the pixel has no set. */
	private void solve(final int i) {
		double sum = 0;
		for (int j = 0; j < references; j++) {
			target[j] = projected[lines + j][i];
			sum += target[j];
		}
		sets[i] = Double.isFinite(sum) ? solver.solve(target, solution) : null;
		for (int j = 0; j < references; j++) amounts[j][i] = solution[j];
	}

	/** Back substitution in the rows of R that belong to the line. */
	private void solveLine(final int n) {
		for (int l = lines - 1; l >= 0; l--) {
			final double[] r = design.rowOfLine(l);
			System.arraycopy(projected[l], 0, line[l], 0, n);
			final double[] minus = new double[references];
			for (int j = 0; j < references; j++) minus[j] = -r[lines + j];
			add(line[l], minus, amounts, n);
			for (int m = l + 1; m < lines; m++) add(line[l], new double[] { -r[m] }, new double[][] { line[m] }, n);
			final double unit = r[l] == 0 ? 0 : 1 / r[l];
			for (int i = 0; i < n; i++) line[l][i] *= unit;
		}
	}

	private void sumSquares(final int n) {
		Arrays.fill(size, 0);
		Arrays.fill(misfit, 0);
		Arrays.fill(chiSquare, 0);
		for (int e = 0; e < rows.length; e++) {
			final double[] at = data[e];
			add(at, minusLine[e], line, n);
			addSquares(size, 1, at, n);
			add(at, minusReferences[e], amounts, n);
			addSquares(misfit, 1, at, n);
			if (squaredWeights != null) addSquares(chiSquare, squaredWeights[e], at, n);
		}
	}

	/** The variance of the noise; of spread noise from the chi-square less what references and smooth misfits reach. */
	private double noise(final int i, final PixelSet set) {
		if (design.spread() == null) return Design.variance(chiSquare[i], set.degreesOfFreedom);
		double outside = chiSquare[i];
		for (int j = lines; j < projected.length; j++) {
			double along = projected[j][i];
			for (int l = j - lines; l < references; l++) along -= reduced[l][j - lines] * amounts[l][i];
			outside -= along * along;
		}
		return design.spread().variance(Math.max(0, outside));
	}

	private void write(final int i, final int to, final SpeciesMaps maps) {
		final PixelSet set = sets[i];
		double sum = 0;
		for (int j = 0; j < references; j++) sum += amounts[j][i];
		final boolean shares = design.isShares();
		final double unit = !shares ? 1 : sum > 0 ? 1 / sum : Double.NaN;
		for (int j = 0; j < references; j++) maps.fractions()[j][to] = (float) (amounts[j][i] * unit);
		maps.rFactor()[to] = size[i] == 0 ? Float.NaN : (float) (misfit[i] / size[i]);
		maps.reducedChiSquare()[to] = (float) Design.variance(chiSquare[i], set.degreesOfFreedom);
		maps.edgeStep()[to] = (float) sum;
		if (set.columns.length == 1 && design.constraint().isSumToOne()) return;
		final double noise = noise(i, set);
		for (int c = 0; c < set.columns.length; c++) {
			final double amount = amounts[set.columns[c]][i];
			final double variance = shares ? set.uncertainty.ofShare(c, amount * unit, sum) : set.uncertainty
				.ofAmount(c);
			maps.errors()[set.columns[c]][to] = (float) Math.sqrt(noise * variance);
		}
	}
}
