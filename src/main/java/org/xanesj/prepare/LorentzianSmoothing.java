// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.prepare;

/**
 * Convolution of a curve on irregular energies with a Lorentzian, in the numbers of Larch's {@code smooth}: the
 * curve is put on a uniform grid of one half-width a step, mirrored at both ends, convolved with a window of twice
 * the grid's length, and interpolated back.
 */
final class LorentzianSmoothing {

	/** Grid steps added beyond each end. */
	private static final int PADDING = 5;

	private LorentzianSmoothing() {}

	/**
	 * @param x increasing, in eV
	 * @param y a value for each x
	 * @param halfWidth of the Lorentzian at half its height, and the step of the grid, in eV
	 * @return the smoothed values at x
	 */
	static double[] apply(final double[] x, final double[] y, final double halfWidth) {
		final double first = halfWidth * Math.floor((x[0] - PADDING * halfWidth) / halfWidth);
		final double last = halfWidth * Math.floor((x[x.length - 1] + PADDING * halfWidth) / halfWidth);
		final int size = Math.min(1 + (int) ((last - first + halfWidth * 0.1) / halfWidth), 50 * x.length);
		final double step = (last - first) / (size - 1);
		final double[] mirrored = mirrored(onGrid(x, y, first, step, size));
		final double[] window = window(size);
		final double[] smoothed = new double[x.length];
		for (int i = 0; i < x.length; i++) {
			// only the two grid points beside each x are ever needed
			final int below = Math.min(size - 2, (int) ((x[i] - first) / step));
			final double left = convolved(mirrored, window, below);
			final double right = convolved(mirrored, window, below + 1);
			smoothed[i] = left + (right - left) * ((x[i] - first) / step - below);
		}
		return smoothed;
	}

	private static double[] onGrid(final double[] x, final double[] y, final double first, final double step,
		final int size)
	{
		final double[] grid = new double[size];
		int k = 0;
		for (int i = 0; i < size; i++) {
			final double at = first + i * step;
			while (k < x.length - 2 && x[k + 1] <= at) k++;
			if (at <= x[0]) grid[i] = y[0];
			else if (at >= x[x.length - 1]) grid[i] = y[y.length - 1];
			else grid[i] = y[k] + (at - x[k]) * (y[k + 1] - y[k]) / (x[k + 1] - x[k]);
		}
		return grid;
	}

	/** The grid between its mirror images: the first point stands once, the last twice. */
	private static double[] mirrored(final double[] grid) {
		final int n = grid.length;
		final double[] mirrored = new double[3 * n - 1];
		for (int i = 0; i < n - 1; i++) mirrored[i] = grid[n - 1 - i];
		System.arraycopy(grid, 0, mirrored, n - 1, n);
		for (int i = 0; i < n; i++) mirrored[2 * n - 1 + i] = grid[n - 1 - i];
		return mirrored;
	}

	private static double[] window(final int size) {
		final double[] window = new double[2 * size];
		double sum = 0;
		for (int i = 0; i < window.length; i++) sum += window[i] = 1 / (1 + (double) (i - size) * (i - size));
		for (int i = 0; i < window.length; i++) window[i] /= sum;
		return window;
	}

	private static double convolved(final double[] values, final double[] window, final int at) {
		double sum = 0;
		for (int j = 0; j < window.length; j++) sum += window[j] * values[at + window.length - 1 - j];
		return sum;
	}
}
