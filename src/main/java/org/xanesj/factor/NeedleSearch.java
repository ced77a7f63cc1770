// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.factor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.xanesj.stack.InputException;

/**
 * Spectra of pure species without references, by iterative target transformation (P. J. Gemperline, J. Chem. Inf.
 * Comput. Sci. 24, 206 (1984); B. G. M. Vandeginste, W. Derks and G. Kateman, Anal. Chim. Acta 173, 253 (1985)). The first
 * target is a needle: 1 at one energy, 0 elsewhere. It is projected on the components, what no spectrum can be is mended,
 * and the result is the next target, until it stays as it is.
 * <p>
 * A spectrum here has a line of its own that nobody knows: it is free in the projection, then that which fits the pre-edge
 * is taken out, so that the spectrum is 0 there on average; what is negative after that becomes 0. The needles are those
 * of the energies whose unit vectors the components make best, each next to those before it (a QR decomposition with
 * pivots).
 * </p>
 * <p>
 * What comes out is a spectrum that the components can make and that is nowhere negative. It is the spectrum of a species
 * when at the needle's energy this one absorbs and no other does, and only near it otherwise: species that all absorb above
 * the edge leave a range of answers (W. H. Lawton and E. A. Sylvestre, Technometrics 13, 617 (1971)).
 * </p>
 */
public final class NeedleSearch {

	private static final int MOST = 5000;

	/** Of the largest value: a change below this is none. */
	private static final double SMALL = 1e-7;

	private final double[] energies;
	private final int preEdge;
	private final double[] weights;
	/** Of weighted energies, orthonormal and without a line. */
	private final double[][] factors;

	/**
	 * @param index of the needle's energy
	 * @param uniqueness length of the projected needle, 0 to 1: 1 when the components can make it
	 * @param spectrum at each energy, its largest value 1
	 * @param iterations how many it took
	 * @param reproduced largest value of what is left of the spectrum when it is projected and mended once more: 1 when the
	 *          components can make it, less when they make no spectrum like it, and it is none of a species
	 * @param converged whether it stayed as it was
	 */
	public record Found(int index, double uniqueness, double[] spectrum, int iterations, double reproduced,
		boolean converged)
	{}

	private NeedleSearch(final NoiseModel noise, final int components, final double[] energies, final int preEdge) {
		this.energies = energies;
		this.preEdge = preEdge;
		weights = noise.projection().weights();
		factors = noise.pca().factors(components);
		for (int k = 0; k < components; k++) factors[k] = noise.projection().expand(factors[k]);
	}

	/**
	 * @param components how many factors, and needles
	 * @param energies in eV, of the noise model
	 * @param preEdge how many of the first energies lie below the edge, where spectra are 0
	 * @return a spectrum for each needle, the most unique first
	 * @throws InputException when fewer than two energies lie below the edge
	 */
	public static List<Found> of(final NoiseModel noise, final int components, final double[] energies,
		final int preEdge)
	{
		if (preEdge < 2) throw new InputException("Only " + preEdge + " energies lie below the edge.",
			"method=needle needs at least 2, to know where a spectrum is 0: use a wider window or method=references.");
		return new NeedleSearch(noise, components, energies, preEdge).search();
	}

	private List<Found> search() {
		final int n = energies.length;
		final double[][] needles = new double[n][n];
		for (int e = 0; e < n; e++) needles[e][e] = 1;
		final double[][] images = new double[n][];
		for (int e = 0; e < n; e++) images[e] = coordinates(needles[e]);
		final double[] uniqueness = new double[n];
		for (int e = 0; e < n; e++) uniqueness[e] = norm(images[e]) / weights[e];
		final List<Found> found = new ArrayList<>();
		for (int k = 0; k < factors.length; k++) {
			final int next = longest(images);
			found.add(iterate(next, uniqueness[next], needles[next]));
			deflate(images, images[next].clone());
		}
		return found;
	}

	private Found iterate(final int index, final double uniqueness, final double[] needle) {
		double[] target = needle;
		for (int i = 1;; i++) {
			final double[] next = mended(projected(target));
			final double largest = Arrays.stream(next).max().orElse(0);
			if (!(largest > 0)) return new Found(index, uniqueness, target, i, 0, false);
			for (int e = 0; e < next.length; e++) next[e] /= largest;
			final boolean same = distance(next, target) < SMALL;
			if (same || i == MOST) return new Found(index, uniqueness, next, i, largest, same);
			target = next;
		}
	}

	/** @return the amounts of the factors in a spectrum */
	private double[] coordinates(final double[] spectrum) {
		final double[] amounts = new double[factors.length];
		for (int k = 0; k < amounts.length; k++)
			for (int e = 0; e < weights.length; e++) amounts[k] += factors[k][e] * weights[e] * spectrum[e];
		return amounts;
	}

	/** @return what the components make of a spectrum, without any line */
	private double[] projected(final double[] spectrum) {
		final double[] amounts = coordinates(spectrum);
		final double[] values = new double[weights.length];
		for (int k = 0; k < amounts.length; k++)
			for (int e = 0; e < values.length; e++) values[e] += amounts[k] * factors[k][e] / weights[e];
		return values;
	}

	/** Takes the line of the pre-edge out, and what is negative to 0. */
	private double[] mended(final double[] spectrum) {
		double middle = 0, mean = 0, product = 0, squares = 0;
		for (int e = 0; e < preEdge; e++) {
			middle += energies[e] / preEdge;
			mean += spectrum[e] / preEdge;
		}
		for (int e = 0; e < preEdge; e++) {
			product += (energies[e] - middle) * spectrum[e];
			squares += (energies[e] - middle) * (energies[e] - middle);
		}
		final double[] mended = new double[spectrum.length];
		for (int e = 0; e < mended.length; e++)
			mended[e] = Math.max(0, spectrum[e] - mean - product / squares * (energies[e] - middle));
		return mended;
	}

	private static double distance(final double[] a, final double[] b) {
		double most = 0;
		for (int e = 0; e < a.length; e++) most = Math.max(most, Math.abs(a[e] - b[e]));
		return most;
	}

	private int longest(final double[][] images) {
		int longest = preEdge;
		for (int e = preEdge; e < images.length; e++)
			if (norm(images[e]) / weights[e] > norm(images[longest]) / weights[longest]) longest = e;
		return longest;
	}

	/** Takes a direction out of all images. */
	private static void deflate(final double[][] images, final double[] direction) {
		final double length = norm(direction);
		if (length > 0) for (final double[] image : images) {
			double product = 0;
			for (int k = 0; k < image.length; k++) product += image[k] * direction[k];
			for (int k = 0; k < image.length; k++) image[k] -= product / (length * length) * direction[k];
		}
	}

	private static double norm(final double[] vector) {
		double squares = 0;
		for (final double v : vector) squares += v * v;
		return Math.sqrt(squares);
	}
}
