// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.xanesj.block.Gram;
import org.xanesj.block.Runner;
import org.xanesj.factor.SpectraCone;
import org.xanesj.prepare.NormalizationOperator;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.Spectrum;

/**
 * Between the scores of a species and its spectrum. Scores are those of absorption with a straight line taken out and
 * the noise whitened, so that the matrix of the sample is in none of them. The spectrum that belongs to scores is what
 * all pixels together have where they have these scores, least squares at all energies of the stack: right but for a
 * line, which the subtraction of the pre-edge line takes out again.
 *
 * @param eigenspectra components x energies of the window, weights included: they make scores of spectra
 * @param strengths of the components: sums of squares of the scores of all pixels
 * @param shapes components x energies of the stack, without their pre-edge line
 * @param steps of the components: edge steps, or means above the edge on short ranges
 * @param tolerance how far below zero a spectrum may be at these energies, in edge steps
 * @param axis energies of the stack
 * @param sigma noise of a pixel at these energies
 * @param operator how spectra are normalised
 * @param window energies that scores are made from
 */
record SpeciesSpace(double[][] eigenspectra, double[] strengths, double[][] shapes, double[] steps, double[] tolerance,
	EnergyAxis axis,
	double[] sigma, NormalizationOperator operator, EnergyAxis window)
{

	/** How far below zero a spectrum may be, in edge steps: the pre-edge of a species is no straight line. */
	static final double TOLERANCE = 0.02;

	/** Standard errors that are added: the pre-edge line is drawn through few points, and far beyond them. */
	private static final double ERRORS = 3;

	/** @param fitting whose normalisation is that of a whole spectrum: Larch's, or by area */
	static SpeciesSpace of(final Groundwork ground, final Fitting fitting, final Runner runner) {
		final int k = ground.components();
		final double[][] eigenspectra = ground.noise().eigenspectra(k);
		final double[] strengths = Arrays.copyOf(ground.noise().pca().eigenvalues(), k);
		final EnergyAxis axis = ground.image().energies();
		final int[] all = new int[axis.size()];
		Arrays.setAll(all, e -> e);
		final Gram gram = Gram.of(ground.image(), ground.edge().mask(), all, runner);
		final NormalizationOperator operator = fitting.operator();
		final double[][] shapes = new double[k][];
		final double[] steps = new double[k];
		for (int c = 0; c < k; c++) {
			final double[] raw = together(gram.products(), ground.window(), eigenspectra[c], strengths[c]);
			final double[] pre = operator.preEdge(raw);
			shapes[c] = raw.clone();
			for (int e = 0; e < raw.length; e++) shapes[c][e] -= pre[e];
			steps[c] = operator.signedDivisor(raw);
		}
		return new SpeciesSpace(eigenspectra, strengths, shapes, steps, tolerance(operator, fitting.sigma(), strengths, steps),
			axis, fitting.sigma(), operator, ground.axis());
	}

	/** The error is that of the mean of as many pixels as a species would have if all had the same. */
	private static double[] tolerance(final NormalizationOperator operator, final double[] sigma,
		final double[] strengths, final double[] steps)
	{
		final double[] squares = Arrays.stream(sigma).map(s -> s * s).toArray();
		for (int j = 0; j < sigma.length; j++) {
			final double[] unit = new double[sigma.length];
			unit[j] = sigma[j];
			final double[] pre = operator.preEdge(unit);
			for (int e = 0; e < pre.length; e++) squares[e] += pre[e] * pre[e] - (e == j ? 2 * sigma[j] * pre[j] : 0);
		}
		double all = 0;
		for (int c = 0; c < steps.length; c++) all += steps[c] * steps[c] * strengths[c];
		final double factor = Math.sqrt(steps.length / all);
		return Arrays.stream(squares).map(s -> TOLERANCE + ERRORS * factor * Math.sqrt(s)).toArray();
	}

	/** The scores of different components are perpendicular: least squares is a sum over pixels and a division. */
	private static double[] together(final double[][] products, final int[] window, final double[] eigenspectrum,
		final double strength)
	{
		final double[] raw = new double[products.length];
		for (int e = 0; e < raw.length; e++) {
			for (int w = 0; w < window.length; w++) raw[e] += products[e][window[w]] * eigenspectrum[w];
			raw[e] /= strength;
		}
		return raw;
	}

	SpectraCone cone() {
		final double[][] values = new double[axis.size()][shapes.length];
		for (int e = 0; e < values.length; e++) for (int c = 0; c < shapes.length; c++) values[e][c] = shapes[c][e];
		return SpectraCone.of(values, steps, tolerance);
	}

	/** @return the scores of a spectrum that reaches over the window */
	double[] scores(final Spectrum spectrum) {
		final double[] values = spectrum.on(window).values();
		return Arrays.stream(eigenspectra).mapToDouble(v -> dot(v, values)).toArray();
	}

	/** @return the spectrum of scores, of edge step one */
	double[] spectrum(final double[] scores) {
		final double step = dot(steps, scores);
		final double[] spectrum = new double[axis.size()];
		for (int c = 0; c < scores.length; c++)
			for (int e = 0; e < spectrum.length; e++) spectrum[e] += scores[c] * shapes[c][e] / step;
		return spectrum;
	}

	/**
	 * @return one standard error of that spectrum, of the noise of all pixels together, were the amounts known; with that of
	 *         its pre-edge line and its edge step
	 */
	double[] error(final double[] scores) {
		double squares = 0;
		for (int c = 0; c < scores.length; c++) squares += scores[c] * scores[c] / strengths[c];
		final double factor = Math.sqrt(squares) / Math.abs(dot(steps, scores));
		return Arrays.stream(operator.jacobian(spectrum(scores))).mapToDouble(row -> factor * Math.sqrt(IntStream.range(0,
			row.length).mapToDouble(e -> row[e] * sigma[e]).map(v -> v * v).sum())).toArray();
	}

	private static double dot(final double[] a, final double[] b) {
		double sum = 0;
		for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
		return sum;
	}
}
