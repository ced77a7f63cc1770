// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.edge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

import org.apache.commons.math3.special.Erf;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.Spectrum;

/** Edges of which the numbers are known in closed form, on grids as they are scanned. */
final class AnalyticEdge {

	/** 4 eV before the edge, 1 and 0.5 eV through it, 2 and 4 eV after it. */
	static final EnergyAxis AXIS = scanned(0);

	private AnalyticEdge() {}

	/** @param offset of the whole grid in eV */
	static EnergyAxis scanned(final double offset) {
		final List<Double> energies = new ArrayList<>();
		for (double e = 7060; e < 7100; e += 4) energies.add(e + offset);
		for (double e = 7100; e < 7117; e += 1) energies.add(e + offset);
		for (double e = 7117; e < 7130; e += 0.5) energies.add(e + offset);
		for (double e = 7130; e < 7150; e += 2) energies.add(e + offset);
		for (double e = 7150; e <= 7240; e += 4) energies.add(e + offset);
		return EnergyAxis.of(energies.stream().mapToDouble(Double::doubleValue).toArray());
	}

	/** Step 1 at e0, full width of its Lorentzian derivative in eV. */
	static DoubleUnaryOperator arctangent(final double e0, final double width) {
		return e -> 0.5 + Math.atan(2 * (e - e0) / width) / Math.PI;
	}

	/** Step 1 at e0: 0 and 1 to all digits a few sigma away. */
	static DoubleUnaryOperator errorFunction(final double e0, final double sigma) {
		return e -> 0.5 * Erf.erfc(-(e - e0) / (sigma * Math.sqrt(2)));
	}

	static DoubleUnaryOperator gaussian(final double centre, final double area, final double sigma) {
		return e -> area / (sigma * Math.sqrt(2 * Math.PI)) * Math.exp(-Math.pow((e - centre) / sigma, 2) / 2);
	}

	static DoubleUnaryOperator sum(final DoubleUnaryOperator... parts) {
		return e -> Arrays.stream(parts).mapToDouble(part -> part.applyAsDouble(e)).sum();
	}

	/** What a measured pixel looks like: two steps, a white line, a pre-edge peak, on a line. */
	static DoubleUnaryOperator measured(final double shift) {
		return sum(arctangent(7121.2 + shift, 3.5), gaussian(7126.5 + shift, 2.4, 2.6), gaussian(7113.2 + shift / 3, 0.2, 1.2),
			e -> 0.7 - 0.001 * (e - 7060));
	}

	static Spectrum on(final EnergyAxis axis, final DoubleUnaryOperator mu) {
		return new Spectrum("analytic", axis, Arrays.stream(axis.toArray()).map(mu).toArray());
	}

	static double[] noisy(final double[] values, final double sigma, final Random random) {
		return Arrays.stream(values).map(v -> v + sigma * random.nextGaussian()).toArray();
	}

	static double[] equal(final EnergyAxis axis, final double sigma) {
		final double[] noise = new double[axis.size()];
		Arrays.fill(noise, sigma);
		return noise;
	}

	/** Known: the same in every spectrum. */
	static PixelNoise noise(final double[] sigma) {
		return new PixelNoise(sigma, new double[0][]);
	}

	/** Nothing is subtracted, the step is the mean of the last four values. */
	static Background flat(final EnergyAxis axis) {
		final int n = axis.size();
		final double[] step = new double[n];
		for (int i = n - 4; i < n; i++) step[i] = 0.25;
		return new Background(new double[n][n], step);
	}

	/** The least squares line of the first ten points, and the mean of the last twenty less that line. */
	static Background line(final EnergyAxis axis) {
		final int n = axis.size();
		final double middle = IntStream.range(0, 10).mapToDouble(axis::at).average().orElseThrow();
		final double squares = IntStream.range(0, 10).mapToDouble(i -> Math.pow(axis.at(i) - middle, 2)).sum();
		final double[][] curve = new double[n][n];
		for (int i = 0; i < n; i++) for (int j = 0; j < 10; j++) curve[i][j] = 0.1 + (axis.at(i) - middle) * (axis.at(j) -
			middle) / squares;
		final double[] step = new double[n];
		for (int i = n - 20; i < n; i++) {
			step[i] += 0.05;
			for (int j = 0; j < 10; j++) step[j] -= 0.05 * curve[i][j];
		}
		return new Background(curve, step);
	}
}
