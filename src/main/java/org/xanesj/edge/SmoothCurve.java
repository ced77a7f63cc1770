// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.edge;

import java.io.Serializable;

/**
 * A curve made of a spectrum on a fine regular grid of energies, straight between its points. Each point is a weighted
 * sum of the spectrum's values, so that all that is read off the curve can be told with its error.
 */
final class SmoothCurve implements Serializable {

	private static final long serialVersionUID = 1L;

	private final double first;
	private final double step;
	private final double[][] rows;

	/**
	 * @param first energy of the first row in eV
	 * @param step from row to row in eV
	 * @param rows the weights of the spectrum's values for each point of the curve
	 */
	SmoothCurve(final double first, final double step, final double[][] rows) {
		this.first = first;
		this.step = step;
		this.rows = rows;
	}

	int size() {
		return rows.length;
	}

	double energy(final int point) {
		return first + point * step;
	}

	/** @return the last point at or below an energy, within the curve */
	int at(final double energy) {
		return (int) Math.max(0, Math.min(rows.length - 1, Math.floor((energy - first) / step + 1e-9)));
	}

	double value(final int point, final double[] spectrum) {
		return Rows.dot(rows[point], spectrum);
	}

	/** @return the value at an energy within the curve */
	double interpolated(final double energy, final double[] spectrum) {
		final int point = Math.min(at(energy), rows.length - 2);
		final double t = (energy - energy(point)) / step;
		return (1 - t) * value(point, spectrum) + t * value(point + 1, spectrum);
	}

	/** @return the values from one point to another, both included */
	double[] values(final int from, final int to, final double[] spectrum) {
		final double[] values = new double[to - from + 1];
		for (int i = 0; i < values.length; i++) values[i] = value(from + i, spectrum);
		return values;
	}

	/** @return the same less a multiple of a weighted sum of the spectrum at every point */
	SmoothCurve less(final double level, final double[] functional) {
		final double[][] lower = new double[rows.length][];
		for (int i = 0; i < lower.length; i++) lower[i] = Rows.combined(1, rows[i], -level, functional);
		return new SmoothCurve(first, step, lower);
	}

	/**
	 * The vertex of the parabola through a point and its neighbours.
	 *
	 * @param point larger than its neighbours
	 * @return where it is, in eV
	 */
	Estimate vertex(final int point, final double[] spectrum) {
		final double[] below = rows[point - 1], here = rows[point], above = rows[point + 1];
		final Estimate slope = Estimate.sum(Rows.combined(0.5, below, -0.5, above), spectrum);
		final double[] bend = Rows.combined(1, below, 1, above);
		Rows.add(bend, -2, here);
		final Estimate shift = slope.over(Estimate.sum(bend, spectrum));
		return new Estimate(energy(point) + step * shift.value(), Rows.combined(step, shift.gradient(), 0, here));
	}

	/** @return the height of that vertex; it does not answer to where exactly the vertex is */
	Estimate height(final int point, final double[] spectrum) {
		final double t = (vertex(point, spectrum).value() - energy(point)) / step;
		final double[] row = Rows.combined(0.5 * t * (t - 1), rows[point - 1], 0.5 * t * (t + 1), rows[point + 1]);
		Rows.add(row, 1 - t * t, rows[point]);
		return Estimate.sum(row, spectrum);
	}

	/** @return where the curve is zero between a point and the next, of which one is negative, in eV */
	Estimate zero(final int point, final double[] spectrum) {
		final double here = value(point, spectrum);
		final double rise = value(point + 1, spectrum) - here;
		final double t = -here / rise;
		return new Estimate(energy(point) + step * t, Rows.combined(-step * (1 - t) / rise, rows[point], -step * t / rise,
			rows[point + 1]));
	}

	/** @return the weights of the spectrum's values in the integral of the curve from one energy to another, within it */
	double[] integral(final double from, final double to) {
		final double[] sum = new double[rows[0].length];
		for (int i = Math.min(at(from), rows.length - 2); i + 1 < rows.length && energy(i) < to; i++) {
			final double start = Math.max(0, (from - energy(i)) / step);
			final double end = Math.min(1, (to - energy(i)) / step);
			final double upper = 0.5 * (end * end - start * start);
			Rows.add(sum, step * (end - start - upper), rows[i]);
			Rows.add(sum, step * upper, rows[i + 1]);
		}
		return sum;
	}
}
