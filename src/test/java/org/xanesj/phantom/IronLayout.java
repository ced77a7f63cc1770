// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.phantom;

import java.util.List;

/**
 * What lies where in the iron K phantom: grains of one species, grains of mixtures, a region that grades from one
 * species into another, and a background without iron. The same in every phantom; only the noise differs.
 *
 * @param labels 0 background, 1 to 4 one species, from {@link #FIRST_MIXTURE} on the mixtures, then the gradient
 * @param fractions by species, then pixel: shares of the edge step, adding up to 1 in the sample, NaN in the background
 * @param edgeStep optical density; 0 in the background
 * @param matrix optical density at 7112 eV of what absorbs but holds no iron, everywhere
 */
record IronLayout(int[] labels, float[][] fractions, float[] edgeStep, float[] matrix) {

	static final int WIDTH = 128;
	static final int HEIGHT = 128;

	/** Shares of the four species in each mixture, in the order of {@link IronSpecies}. */
	static final List<double[]> MIXTURES = List.of(new double[] { .5, 0, .5, 0 }, new double[] { .7, 0, 0, .3 },
		new double[] { 0, .6, .25, .15 }, new double[] { .5, .5, 0, 0 }, new double[] { 0, 0, .7, .3 });

	static final int FIRST_MIXTURE = IronSpecies.PRESENT + 1;
	static final int GRADIENT = FIRST_MIXTURE + MIXTURES.size();

	/** Where the gradient begins with the third species only, and where it ends with the second only: rows. */
	private static final double GRADIENT_FROM = 36;
	private static final double GRADIENT_TO = 102;

	/** Mean optical density of the edge step in the sample. */
	static final double MEAN_STEP = 0.25;

	/** Smallest and largest optical density of the matrix, in mean edge steps. */
	private static final double MATRIX_FROM = 0.2;
	private static final double MATRIX_TO = 3;

	/** How far smooth fields bend the borders of grains, pixels. */
	private static final double BEND = 7;

	/** A grain grows from a site until it meets the others. {@code dense}: its edge step relative to the others. */
	private record Grain(int x, int y, int label, double dense) {}

	private static final List<Grain> GRAINS = List.of( //
		new Grain(16, 33, 1, 1.05), new Grain(122, 52, 1, 0.90), new Grain(109, 103, 1, 1.12), new Grain(47, 85, 1, 1.10),
		new Grain(68, 105, 1, 0.92), new Grain(87, 29, 1, 0.98), //
		new Grain(103, 23, 2, 1.10), new Grain(69, 90, 2, 0.90), new Grain(34, 10, 2, 1.02), new Grain(40, 46, 2, 0.95),
		new Grain(80, 110, 2, 1.08), //
		new Grain(56, 115, 3, 1.00), new Grain(91, 52, 3, 1.12), new Grain(120, 70, 3, 0.95), new Grain(58, 7, 3, 1.10),
		new Grain(81, 79, 3, 0.88), //
		new Grain(108, 85, 4, 1.00), new Grain(91, 115, 4, 1.10), new Grain(79, 10, 4, 0.90), new Grain(95, 72, 4, 1.08),
		new Grain(66, 48, 4, 0.93), //
		new Grain(65, 65, 5, 1.04), new Grain(32, 104, 6, 0.94), new Grain(107, 43, 7, 1.05), new Grain(91, 90, 8, 0.95),
		new Grain(57, 31, 9, 1.06), //
		new Grain(13, 88, 10, 1.00), new Grain(31, 65, 10, 1.00), new Grain(7, 61, 10, 1.00));

	static IronLayout make() {
		final int size = WIDTH * HEIGHT;
		final double[] bendX = SmoothField.of(WIDTH, HEIGHT, 12, 11);
		final double[] bendY = SmoothField.of(WIDTH, HEIGHT, 12, 12);
		final double[] thickness = SmoothField.of(WIDTH, HEIGHT, 45, 13);
		final double[] wet = SmoothField.of(WIDTH, HEIGHT, 50, 14);
		final int[] labels = new int[size];
		final float[][] fractions = new float[IronSpecies.PRESENT][size];
		final double[] step = new double[size];
		final float[] matrix = new float[size];
		for (int p = 0; p < size; p++) {
			final double x = p % WIDTH + BEND * (bendX[p] - 0.5);
			final double y = p / WIDTH + BEND * (bendY[p] - 0.5);
			final boolean sample = inside(x, y);
			final Grain grain = nearest(x, y);
			labels[p] = sample ? grain.label : 0;
			step[p] = sample ? grain.dense * (0.74 + 0.52 * thickness[p]) : 0;
			for (int s = 0; s < fractions.length; s++)
				fractions[s][p] = sample ? (float) share(s, grain.label, p / WIDTH) : Float.NaN;
			matrix[p] = (float) (MEAN_STEP * (MATRIX_FROM + (MATRIX_TO - MATRIX_FROM) * wet[p]));
		}
		return new IronLayout(labels, fractions, scaled(step), matrix);
	}

	/** @return the same with only a part of one species left everywhere, the next one in place of the rest */
	IronLayout diluted(final int species, final double left) {
		final float[][] other = new float[fractions.length][];
		for (int s = 0; s < other.length; s++) other[s] = fractions[s].clone();
		final float[] more = other[(species + 1) % other.length];
		for (int p = 0; p < more.length; p++) {
			more[p] += (float) ((1 - left) * other[species][p]);
			other[species][p] *= (float) left;
		}
		return new IronLayout(labels, other, edgeStep, matrix);
	}

	/** An irregular outline, a pore and a crack. */
	private static boolean inside(final double x, final double y) {
		final double angle = StrictMath.atan2(y - 63.5, x - 63.5);
		final double outline = 58.8 * (1 + .10 * StrictMath.cos(2 * angle + .6) + .05 * StrictMath.sin(3 * angle + 1) +
			.035 * StrictMath.cos(5 * angle + 2) + .02 * StrictMath.sin(9 * angle));
		final double pore = square((x - 52) / 5) + square((y - 72) / 3);
		final double crack = Math.abs(x - 88 - 0.35 * (y - 90)) + (y < 92 ? 92 - y : 0);
		return square(x - 63.5) + square(y - 63.5) < square(outline) && pore > 1 && crack > 1;
	}

	private static Grain nearest(final double x, final double y) {
		Grain nearest = GRAINS.get(0);
		for (final Grain grain : GRAINS) if (distance(grain, x, y) < distance(nearest, x, y)) nearest = grain;
		return nearest;
	}

	private static double distance(final Grain grain, final double x, final double y) {
		return square(grain.x - x) + square(grain.y - y);
	}

	private static double square(final double v) {
		return v * v;
	}

	private static double share(final int species, final int label, final int row) {
		if (label < FIRST_MIXTURE) return label == species + 1 ? 1 : 0;
		if (label < GRADIENT) return MIXTURES.get(label - FIRST_MIXTURE)[species];
		final double t = Math.max(0, Math.min(1, (row - GRADIENT_FROM) / (GRADIENT_TO - GRADIENT_FROM)));
		return species == 1 ? t : species == 2 ? 1 - t : 0;
	}

	/** Brings the mean over the sample to {@link #MEAN_STEP}. */
	private static float[] scaled(final double[] step) {
		double sum = 0;
		int n = 0;
		for (final double s : step) {
			sum += s;
			if (s > 0) n++;
		}
		final float[] scaled = new float[step.length];
		for (int p = 0; p < step.length; p++) scaled[p] = (float) (step[p] * MEAN_STEP * n / sum);
		return scaled;
	}
}
