// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.InputException;
import org.xanesj.stack.Spectrum;

/**
 * The references made ready to fit data on given energies: cut to the fit window, put on the data's energies, rows
 * divided by the noise, factored as QR once. A free line comes first among the columns, so that the rows of Qᵀ behind
 * it see the data with the line projected away, and amounts are found without it.
 */
public final class Design implements Serializable {

	private static final long serialVersionUID = 1L;

	private final List<String> names;
	private final FitWay way;
	private final Constraint constraint;
	private final EnergyAxis energies;
	private final int dataEnergies;
	private final int[] rows;
	private final double[] weights;
	private final double[][] columns;
	private final double[][] line;
	private final ThinQr qr;

	/** What spread noise does to the projected references and to what is left; null when noise is independent. */
	private final SpreadNoise spread;

	private Design(final List<String> names, final double[][] columns, final double[][] shifts, final int[] rows,
		final EnergyAxis data, final FitOptions options)
	{
		this.names = List.copyOf(names);
		this.columns = columns;
		this.rows = rows;
		way = options.way();
		constraint = options.constraint();
		energies = data.select(rows);
		dataEnergies = data.size();
		weights = options.noise().weights(rows, dataEnergies);
		line = Stream.of(way == FitWay.BASELINE ? FreeLine.columns(energies) : new double[0][], shifts).flatMap(Stream::of).toArray(
			double[][]::new);
		final double[][] noise = options.noise().spread(rows, dataEnergies);
		final double[][] smooth = noise != null && way.isNormalized() ? FreeLine.columns(energies) : new double[0][];
		final double[][] all = Stream.of(line, columns, smooth).flatMap(Stream::of).map(this::weighted).toArray(
			double[][]::new);
		qr = new ThinQr(all);
		spread = noise == null ? null : new SpreadNoise(this, noise);
	}

	/**
	 * @param data the energies of the data that will be fitted
	 * @param references normalised absorption; not changed
	 * @throws InputException when there is none, or one does not reach over the window or holds no number in it
	 */
	public static Design of(final EnergyAxis data, final List<Spectrum> references, final FitOptions options) {
		return of(data, references, options, new double[0][]);
	}

	/**
	 * @param shifts what is free beside the references and the line: how the fit answers to the shift of a reference, a
	 *          column of values at the energies of the window for each
	 */
	static Design of(final EnergyAxis data, final List<Spectrum> references, final FitOptions options,
		final double[][] shifts)
	{
		if (references.isEmpty()) throw new InputException("There are no reference spectra to fit with.",
			"Give at least one that reaches over the fit window.");
		final int[] rows = options.window().rows(data);
		final EnergyAxis energies = options.window().energies(data);
		final double[][] columns = new double[references.size()][];
		for (int j = 0; j < columns.length; j++) {
			final Spectrum resampled = options.interpolation().resample(references.get(j), energies);
			if (!resampled.isFinite()) throw new InputException(resampled.name() +
				" holds a value in the fit window that is not a number.", "Correct it or leave the reference out.");
			columns[j] = resampled.values();
		}
		return new Design(references.stream().map(Spectrum::name).toList(), columns, shifts, rows, data, options);
	}

	public List<String> names() {
		return names;
	}

	public FitWay way() {
		return way;
	}

	public Constraint constraint() {
		return constraint;
	}

	/** @return the energies of the fit window */
	public EnergyAxis energies() {
		return energies;
	}

	/** @return the indices of the window's energies among those of the data */
	public int[] rows() {
		return rows.clone();
	}

	/** @return how many energies the data must have */
	int dataEnergies() {
		return dataEnergies;
	}

	/** @return references x energies of the window, as they are added up */
	double[][] columns() {
		return columns;
	}

	/** @return 1 / sigma at the energies of the window */
	double[] weights() {
		return weights;
	}

	/** @return the columns in the window that are free beside the references: the line, where there is one, and shifts */
	double[][] line() {
		return line;
	}

	/** @return the columns of the free line alone */
	double[][] straight() {
		return way == FitWay.BASELINE ? Arrays.copyOf(line, 2) : new double[0][];
	}

	/** @return the factored columns: the line, the references, and smooth misfits from which spread noise is not judged */
	ThinQr qr() {
		return qr;
	}

	/** @return whether energies count differently */
	boolean isWeighted() {
		return Arrays.stream(weights).anyMatch(w -> w != 1);
	}

	/** @return rows that take unweighted data to {@link #project} */
	double[][] projector() {
		final double[][] projector = new double[qr.q.length][];
		for (int j = 0; j < projector.length; j++) projector[j] = weighted(qr.q[j]);
		return projector;
	}

	/** @return the columns of R that belong to the references, with the line projected away */
	double[][] reduced() {
		final int k = columns.length;
		final double[][] reduced = new double[k][k];
		for (int j = 0; j < k; j++) for (int i = 0; i <= j; i++) reduced[j][i] = qr.r[line.length + i][line.length + j];
		return reduced;
	}

	/** @return the constraint that amounts obey while they are fitted */
	Constraint solved() {
		return way == FitWay.BASELINE ? constraint.withoutSum() : constraint;
	}

	/** @return whether fractions are shares of the sum of the amounts rather than the amounts themselves */
	boolean isShares() {
		return way == FitWay.BASELINE && constraint.isSumToOne();
	}

	double[] weighted(final double[] values) {
		final double[] weighted = values.clone();
		for (int e = 0; e < weighted.length; e++) weighted[e] *= weights[e];
		return weighted;
	}

	/** @return what is known of noise that preparation has spread, or null when noise is independent */
	SpreadNoise spread() {
		return spread;
	}

	/**
	 * @return Qᵀ of the weighted data in the window: the line's part first, then that of the references, then that of
	 *         smooth misfits from which spread noise is not judged
	 */
	double[] project(final double[] data) {
		return qr.project(weighted(data));
	}

	/** @return the part of what {@link #project} gave that the references are fitted to */
	double[] target(final double[] projected) {
		return Arrays.copyOfRange(projected, line.length, line.length + columns.length);
	}

	/** @return the sum of squares of smooth misfits from which spread noise is not judged */
	double smooth(final double[] projected) {
		double sum = 0;
		for (int i = line.length + columns.length; i < projected.length; i++) sum += projected[i] * projected[i];
		return sum;
	}

	/** @return the sum of squares of the weighted data that nothing in Q reaches */
	double outside(final double[] data, final double[] projected) {
		final double[] left = Vectors.residual(qr.q, projected, weighted(data));
		return Vectors.dot(left, left);
	}

	/**
	 * @param projected from {@link #project}
	 * @param chiSquare of a fit of the data with so many fitted numbers
	 * @return the variance of the noise in units of what was given, judged from the misfit; NaN when nothing is left
	 */
	double noise(final double[] data, final double[] projected, final double chiSquare, final int variables) {
		return spread == null ? variance(chiSquare, rows.length - variables) : spread.variance(outside(data, projected));
	}

	/**
	 * @param projected from {@link #project}
	 * @return the coefficients of {@link #line()} that go with these amounts
	 */
	double[] lineOf(final double[] projected, final double[] amounts) {
		final int p = line.length;
		final double[] of = new double[p];
		for (int i = p - 1; i >= 0; i--) {
			double sum = projected[i];
			for (int l = i + 1; l < p; l++) sum -= qr.r[i][l] * of[l];
			for (int j = 0; j < amounts.length; j++) sum -= qr.r[i][p + j] * amounts[j];
			of[i] = qr.r[i][i] == 0 ? 0 : sum / qr.r[i][i];
		}
		return of;
	}

	/** @return b0 and b1 of b0 + b1·E, from coefficients of {@link #line()}; empty without a line */
	double[] inEnergy(final double[] lineOf) {
		return way == FitWay.BASELINE ? FreeLine.inEnergy(lineOf, energies) : new double[0];
	}

	/** @return how many numbers a fit with this many free columns has, those of the line and shifts included */
	int variables(final int free) {
		return free + line.length;
	}

	/** @return a sum of squares over its degrees of freedom; NaN when there are none */
	static double variance(final double sumOfSquares, final int degreesOfFreedom) {
		return degreesOfFreedom > 0 ? sumOfSquares / degreesOfFreedom : Double.NaN;
	}
}
