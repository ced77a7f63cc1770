// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.phantom;

import java.util.List;

/**
 * What lies where in the iron L phantom: a film of organic matter without iron, particles on it, and a hole in the film
 * where the beam passes freely.
 *
 * @param labels 0 no iron, 1 ferrous, 2 ferric, {@link #MIXTURE}, {@link #GRADED}
 * @param fractions by species, then pixel: shares of the amount, NaN without iron
 * @param amount of iron species, in units of the references
 * @param organic optical density at 707 eV; 0 in the hole
 */
record SoftLayout(int[] labels, float[][] fractions, float[] amount, float[] organic) {

	static final int WIDTH = 96;
	static final int HEIGHT = 96;
	static final int MIXTURE = 3;
	static final int GRADED = 4;

	/** Ferrous share of the mixture. */
	static final double FERROUS_IN_MIXTURE = 0.6;

	/** An ellipsoid lying flat: centre, half axes in pixels, amount at the middle. */
	private record Particle(double x, double y, double a, double b, int label, double amount) {

		/** @return 0 at the centre, 1 at the rim */
		double radius(final double px, final double py) {
			return Math.sqrt(square((px - x) / a) + square((py - y) / b));
		}
	}

	private static final List<Particle> PARTICLES = List.of( //
		new Particle(20, 20, 13, 9, 1, 1.0), new Particle(12, 42, 6, 4, 1, 0.7), new Particle(8, 86, 5, 4, 1, 0.5), //
		new Particle(45, 34, 8, 11, 2, 0.9), new Particle(48, 82, 7, 6, 2, 0.6), //
		new Particle(26, 62, 12, 14, MIXTURE, 0.8), new Particle(70, 70, 15, 13, GRADED, 1.1));

	static SoftLayout make() {
		final int size = WIDTH * HEIGHT;
		final double[] bendX = SmoothField.of(WIDTH, HEIGHT, 12, 21);
		final double[] bendY = SmoothField.of(WIDTH, HEIGHT, 12, 22);
		final double[] film = SmoothField.of(WIDTH, HEIGHT, 40, 23);
		final int[] labels = new int[size];
		final float[][] fractions = new float[2][size];
		final float[] amount = new float[size];
		final float[] organic = new float[size];
		for (int p = 0; p < size; p++) {
			final double x = p % WIDTH + 6 * (bendX[p] - 0.5);
			final double y = p / WIDTH + 6 * (bendY[p] - 0.5);
			organic[p] = square(x - 92) + square(y - 4) < square(46) ? 0 : (float) (0.15 + 0.6 * film[p]);
			fractions[0][p] = fractions[1][p] = Float.NaN;
			for (final Particle particle : PARTICLES) {
				final double r = particle.radius(x, y);
				if (r >= 1) continue;
				labels[p] = particle.label;
				amount[p] = (float) (particle.amount * (0.5 + 0.5 * Math.sqrt(1 - r * r)));
				fractions[0][p] = (float) ferrous(particle.label, r);
				fractions[1][p] = 1 - fractions[0][p];
			}
		}
		return new SoftLayout(labels, fractions, amount, organic);
	}

	/** The graded particle is ferrous within and oxidised at the rim. */
	private static double ferrous(final int label, final double radius) {
		return switch (label) {
			case 1 -> 1;
			case 2 -> 0;
			case MIXTURE -> FERROUS_IN_MIXTURE;
			default -> 1 - radius;
		};
	}

	private static double square(final double v) {
		return v * v;
	}
}
