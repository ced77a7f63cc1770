// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every solver must do, whatever its constraint. */
class SolverTest {

	/** Columns of a small matrix whose solutions scipy 1.17 has given. */
	private static final double[][] COLUMNS = { { 1, 2, 3, 4, 5 }, { 2, 1, 1, 3, 2 }, { 0.5, 1.5, 2, 1, 4 } };

	private static double[] amounts(final Constraint constraint, final double[][] columns, final double... target) {
		return Solver.of(constraint).solve(columns, target).amounts();
	}

	private static double misfit(final double[][] columns, final double[] amounts, final double[] target) {
		final double[] residual = Vectors.residual(columns, amounts, target);
		return Vectors.dot(residual, residual);
	}

	private static double[] gaussian(final Random random, final int length) {
		return random.doubles(length, 0, 1).map(u -> random.nextGaussian()).toArray();
	}

	private static double[][] columns(final Random random, final int k, final int length) {
		return IntStream.range(0, k).mapToObj(j -> gaussian(random, length)).toArray(double[][]::new);
	}

	/** Karush, Kuhn, Tucker: which is to say, this is the minimum. */
	private static void assertOptimal(final Constraint constraint, final double[][] columns, final double[] target,
		final Solver.Solution solution)
	{
		final double[] a = solution.amounts();
		final double[] residual = Vectors.residual(columns, a, target);
		final double[] slopes = slopes(columns, residual);
		final double common = constraint.isSumToOne() ? IntStream.range(0, a.length).mapToDouble(j -> a[j] *
			slopes[j]).sum()
			: 0;
		if (constraint.isSumToOne()) assertEquals(1, Arrays.stream(a).sum(), 1e-12);
		for (int j = 0; j < a.length; j++) {
			final boolean free = Arrays.binarySearch(solution.free(), j) >= 0;
			if (!free) assertEquals(0, a[j], 0);
			if (constraint.isNonNegative()) {
				assertTrue(a[j] >= 0, "negative amount " + a[j]);
				assertTrue(slopes[j] <= common + 1e-9, "column " + j + " would lower the misfit: " + slopes[j]);
			}
			if (free || !constraint.isNonNegative()) assertEquals(common, slopes[j], 1e-9);
		}
	}

	private static double[] slopes(final double[][] columns, final double[] residual) {
		return Arrays.stream(columns).mapToDouble(column -> Vectors.dot(column, residual)).toArray();
	}

	/**
	 * The least misfit over every set of free columns whose solution obeys the constraint, by normal equations and
	 * LU.
	 */
	private static double leastOfAllSets(final Constraint constraint, final double[][] columns, final double[] target) {
		final int k = columns.length;
		double least = constraint.isSumToOne() ? Double.POSITIVE_INFINITY : Vectors.dot(target, target);
		for (int set = 1; set < 1 << k; set++) {
			if (!constraint.isNonNegative() && set != (1 << k) - 1) continue;
			final int bits = set;
			final int[] free = IntStream.range(0, k).filter(j -> (bits >> j & 1) != 0).toArray();
			final double[] some = normalEquations(constraint, columns, target, free);
			if (constraint.isNonNegative() && Arrays.stream(some).anyMatch(a -> a < 0)) continue;
			final double[] all = new double[k];
			for (int j = 0; j < free.length; j++) all[free[j]] = some[j];
			least = Math.min(least, misfit(columns, all, target));
		}
		return least;
	}

	private static double[] normalEquations(final Constraint constraint, final double[][] columns, final double[] target,
		final int[] free)
	{
		final int s = free.length;
		final int size = constraint.isSumToOne() ? s + 1 : s;
		final RealMatrix left = new Array2DRowRealMatrix(size, size);
		final RealVector right = new ArrayRealVector(size);
		for (int i = 0; i < s; i++) {
			for (int j = 0; j < s; j++) left.setEntry(i, j, Vectors.dot(columns[free[i]], columns[free[j]]));
			right.setEntry(i, Vectors.dot(columns[free[i]], target));
			if (constraint.isSumToOne()) {
				left.setEntry(i, s, 1);
				left.setEntry(s, i, 1);
				right.setEntry(s, 1);
			}
		}
		return new LUDecomposition(left, 0).getSolver().solve(right).getSubVector(0, s).toArray();
	}

	@ParameterizedTest
	@EnumSource
	void randomProblemsAreSolvedToTheMinimum(final Constraint constraint) {
		final Random random = new Random(11);
		for (int trial = 0; trial < 400; trial++) {
			final int k = 1 + random.nextInt(7);
			final double[][] columns = columns(random, k, k + random.nextInt(20));
			final double[] target = gaussian(random, columns[0].length);
			final Solver.Solution solution = Solver.of(constraint).solve(columns, target);
			assertOptimal(constraint, columns, target, solution);
			assertEquals(leastOfAllSets(constraint, columns, target), misfit(columns, solution.amounts(), target), 1e-9);
		}
	}

	@ParameterizedTest
	@EnumSource
	void collinearColumnsAreSolvedToTheMinimum(final Constraint constraint) {
		final Random random = new Random(12);
		for (int trial = 0; trial < 200; trial++) {
			final double[][] columns = columns(random, 5, 12);
			columns[3] = columns[1].clone();
			columns[4] = columns[0].clone();
			Vectors.add(columns[4], 1, columns[2]);
			final double[] target = gaussian(random, 12);
			assertOptimal(constraint, columns, target, Solver.of(constraint).solve(columns, target));
		}
	}

	@ParameterizedTest
	@EnumSource
	void moreColumnsThanRowsAreSolvedToTheMinimum(final Constraint constraint) {
		final Random random = new Random(13);
		for (int trial = 0; trial < 100; trial++) {
			final double[][] columns = columns(random, 6, 3);
			final double[] target = gaussian(random, 3);
			assertOptimal(constraint, columns, target, Solver.of(constraint).solve(columns, target));
		}
	}

	@ParameterizedTest
	@EnumSource
	void anExactMixtureIsFound(final Constraint constraint) {
		final double[][] columns = columns(new Random(14), 4, 30);
		final double[] truth = { 0.2, 0, 0.7, 0.1 };
		final double[] target = new double[30];
		for (int j = 0; j < 4; j++) Vectors.add(target, truth[j], columns[j]);
		assertArrayEquals(truth, amounts(constraint, columns, target), 1e-13);
	}

	@ParameterizedTest
	@EnumSource
	void aSingleColumn(final Constraint constraint) {
		final double expected = constraint.isSumToOne() ? 1 : 2;
		assertArrayEquals(new double[] { expected }, amounts(constraint, new double[][] { { 1, 1, 1 } }, 1, 2, 3), 1e-15);
		final double negative = constraint.isSumToOne() ? 1 : constraint.isNonNegative() ? 0 : -2;
		assertArrayEquals(new double[] { negative }, amounts(constraint, new double[][] { { 1, 1, 1 } }, -1, -2, -3),
			1e-15);
	}

	@ParameterizedTest
	@EnumSource
	void aZeroRightSide(final Constraint constraint) {
		final double[][] columns = { { 1, 0 }, { 0, 2 } };
		final double[] expected = constraint.isSumToOne() ? new double[] { 0.8, 0.2 } : new double[2];
		assertArrayEquals(expected, amounts(constraint, columns, 0, 0), 1e-15);
	}

	@ParameterizedTest
	@EnumSource
	void columnsOfZerosHarmNothing(final Constraint constraint) {
		final double[][] columns = { { 0, 0, 0 }, { 1, 2, 3 } };
		final double[] target = { 0.5, 1, 1.5 };
		assertOptimal(constraint, columns, target, Solver.of(constraint).solve(columns, target));
	}

	@Test
	void agreesWithScipy() {
		final double[] y = { 2, 1, 1, 5, 2 };
		assertArrayEquals(new double[] { 0.8088235294117649, 0.8970588235294101, -1 }, amounts(Constraint.NONE, COLUMNS, y),
			1e-13);
		assertArrayEquals(new double[] { 0, 1.31578947368421, 0 }, amounts(Constraint.NON_NEGATIVE, COLUMNS, y), 1e-14);
		assertArrayEquals(new double[] { 0.125, 0.875, 0 }, amounts(Constraint.NON_NEGATIVE_SUM_TO_ONE, COLUMNS, y), 1e-14);
		assertEquals(1.450952500220023, Math.sqrt(misfit(COLUMNS, amounts(Constraint.NON_NEGATIVE, COLUMNS, y), y)), 1e-14);
		final double[] z = { -1, 3, 2, 1, 6 };
		assertArrayEquals(new double[] { 0, 0, 1.404255319148936 }, amounts(Constraint.NON_NEGATIVE, COLUMNS, z), 1e-14);
		assertArrayEquals(new double[] { 0.3958333333333331, -0.729166666666667, 1.333333333333334 }, amounts(
			Constraint.SUM_TO_ONE, COLUMNS, z), 1e-13);
		assertArrayEquals(new double[] { 0.17391304347826, 0, 0.82608695652174 }, amounts(
			Constraint.NON_NEGATIVE_SUM_TO_ONE, COLUMNS, z), 1e-14);
	}
}
