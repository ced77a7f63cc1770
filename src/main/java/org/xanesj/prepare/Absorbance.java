// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.prepare;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

import org.xanesj.block.NewPlanes;
import org.xanesj.block.PixelBlock;
import org.xanesj.block.Runner;
import org.xanesj.stack.InputException;
import org.xanesj.stack.Mask;
import org.xanesj.stack.Signal;
import org.xanesj.stack.SpectralImage;

/**
 * Absorption from transmitted counts by the law of Lambert and Beer: {@code -ln(I / I0)}, the optical density with the
 * natural logarithm, as X-ray absorption is given.
 *
 * @param image the absorption, NaN where there were no counts
 * @param deadValues how many counts were zero, negative or not finite
 * @param deadPixels in how many pixels
 */
public record Absorbance(SpectralImage image, long deadValues, long deadPixels) {

	private record Part(float[][] rows, long deadValues, long deadPixels) implements Serializable {}

	/**
	 * @param counts transmitted intensity
	 * @throws InputException when I0 does not reach over the energies of the counts
	 */
	public static Absorbance of(final SpectralImage counts, final IncidentIntensity incident, final Runner runner) {
		final double[] logI0 = logarithms(incident, counts);
		final Mask all = Mask.all(counts.size());
		final NewPlanes planes = new NewPlanes(counts, logI0.length);
		final long[] dead = new long[2];
		runner.run("Counts to absorption", counts, all, block -> apply(block, logI0), (block, part) -> {
			planes.put(block, all, part.rows);
			dead[0] += part.deadValues;
			dead[1] += part.deadPixels;
		});
		final List<String> notes = new ArrayList<>();
		notes.add("Absorption is -ln(I/I0); " + incident.note());
		if (dead[0] > 0) notes.add(dead[0] + " counts in " + dead[1] +
			" pixels were zero, negative or not finite and are NaN in the absorption.");
		return new Absorbance(planes.image(counts.energies(), counts.info().with(Signal.ABSORPTION).noting(notes)), dead[0],
			dead[1]);
	}

	/**
	 * Absorption that is made where it is needed, of counts that are read from their source.
	 *
	 * @return NaN where there are no counts
	 * @throws InputException when I0 does not reach over the energies of the counts
	 * @throws java.util.NoSuchElementException when the counts are in memory
	 */
	public static SpectralImage lazily(final SpectralImage counts, final IncidentIntensity incident) {
		return SpectralImage.lazy(new AbsorbanceSpectra(counts.source().orElseThrow(), logarithms(incident, counts)), counts
			.energies(), counts.info().with(Signal.ABSORPTION).noting(List.of("Absorption is -ln(I/I0); " + incident.note())));
	}

	private static double[] logarithms(final IncidentIntensity incident, final SpectralImage counts) {
		final double[] logarithms = incident.on(counts.energies());
		for (int e = 0; e < logarithms.length; e++) logarithms[e] = Math.log(logarithms[e]);
		return logarithms;
	}

	/** Replaces counts by absorption. */
	static void convert(final float[] values, final int from, final int count, final double logI0) {
		for (int p = from; p < from + count; p++) values[p] = of(values[p], logI0);
	}

	/** @return NaN when there are no counts, whose logarithm is not finite */
	private static float of(final float counts, final double logI0) {
		final float absorbance = (float) (logI0 - NaturalLogarithm.of(counts));
		return Float.isFinite(absorbance) ? absorbance : Float.NaN;
	}

	private static Part apply(final PixelBlock block, final double[] logI0) {
		final float[][] rows = new float[logI0.length][block.size()];
		final boolean[] dead = new boolean[block.size()];
		long deadValues = 0;
		for (int e = 0; e < rows.length; e++) {
			final float[] counted = block.row(e);
			for (int p = 0; p < dead.length; p++) {
				rows[e][p] = of(counted[p], logI0[e]);
				if (Float.isNaN(rows[e][p])) {
					dead[p] = true;
					deadValues++;
				}
			}
		}
		long deadPixels = 0;
		for (final boolean d : dead) if (d) deadPixels++;
		return new Part(rows, deadValues, deadPixels);
	}
}
