// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.prepare;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.xanesj.block.NewPlanes;
import org.xanesj.block.PixelBlock;
import org.xanesj.block.Runner;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.Heap;
import org.xanesj.stack.InputException;
import org.xanesj.stack.Mask;
import org.xanesj.stack.SpectralImage;
import org.xanesj.stack.Spectrum;

/**
 * The intensity that would be counted without a sample, I0, at each energy: from a measured spectrum, from a region
 * beside the sample, or from the brightest pixels.
 *
 * @param spectrum positive at every energy
 * @param note what was used, one sentence for the user
 * @param pixels how many pixels of the stack it is the mean of; 0 when it was measured elsewhere
 */
public record IncidentIntensity(Spectrum spectrum, String note, long pixels) {

	private static final int BRIGHTEST_DIVISOR = 20;
	private static final int FEWEST_BRIGHTEST = 20;

	/** How far energies of two files may differ by the rounding with which they were written, in eV. */
	private static final double WRITTEN = 0.01;

	/** @throws InputException when I0 is not a positive number at some energy */
	public IncidentIntensity {
		for (int i = 0; i < spectrum.values().length; i++) {
			final double value = spectrum.values()[i];
			if (!(value > 0) || Double.isInfinite(value)) throw new InputException(spectrum.name() + ": I0 at " + EnergyAxis
				.label(spectrum.energies().at(i)) + " is " + value + ".", "Use an I0 that is positive at every energy.");
		}
	}

	/** A measured I0, on any energies that reach over the stack's. */
	public static IncidentIntensity of(final Spectrum measured) {
		return new IncidentIntensity(measured, "I0 is the spectrum " + measured.name() + ".", 0);
	}

	/** The mean counts of a region where there is no sample. */
	public static IncidentIntensity ofRegion(final SpectralImage counts, final Mask region, final Runner runner) {
		final MeanSpectrum mean = MeanSpectrum.of(counts, region, runner);
		return new IncidentIntensity(mean.mean().named("I0 of a region"), "I0 is the mean of " + mean.pixels() +
			" pixels of the region.", mean.pixels());
	}

	/**
	 * The mean counts of the 5 % of all pixels, 20 at least, with the highest mean counts over all energies; of equal
	 * ones those that come first.
	 *
	 * @param usable pixels that may take part: saturated and stuck ones are the brightest of all
	 */
	public static IncidentIntensity ofBrightest(final SpectralImage counts, final Mask usable, final Runner runner) {
		if (counts.size() > Integer.MAX_VALUE - 8) throw new InputException(counts.info().name() + " has " + counts.size() +
			" pixels: too many to find the brightest.", "Give a measured I0 (i0).");
		Heap.require(3 * Float.BYTES * counts.size(), counts.info().name(), "the mean counts of its pixels");
		final Mask all = Mask.all(counts.size());
		final NewPlanes means = new NewPlanes(counts, 1);
		runner.run("Looking for the brightest pixels", counts, all, IncidentIntensity::means, (block, row) -> means.put(
			block, all, row));
		final Mask brightest = highest(means.planes(), counts, usable);
		final MeanSpectrum mean = MeanSpectrum.of(counts, brightest, runner);
		return new IncidentIntensity(mean.mean().named("I0 of the brightest pixels"), "I0 is the mean of the " + mean
			.pixels() + " pixels with the highest mean counts.", mean.pixels());
	}

	private static Mask highest(final List<float[]> means, final SpectralImage counts, final Mask usable) {
		final int plane = counts.width() * counts.height();
		final float[] sorted = new float[Math.toIntExact(counts.size())];
		for (int z = 0; z < means.size(); z++) System.arraycopy(means.get(z), 0, sorted, z * plane, plane);
		for (int p = 0; p < sorted.length; p++) if (!usable.contains(p)) sorted[p] = Float.NEGATIVE_INFINITY;
		final float[] mean = sorted.clone();
		Arrays.sort(sorted);
		final int wanted = Math.min(sorted.length, Math.max(FEWEST_BRIGHTEST, sorted.length / BRIGHTEST_DIVISOR));
		final float threshold = sorted[sorted.length - wanted];
		final int above = (int) IntStream.range(0, mean.length).filter(p -> mean[p] > threshold).count();
		final int[] ties = IntStream.range(0, mean.length).filter(p -> mean[p] == threshold).limit(wanted - above)
			.toArray();
		return Mask.of(mean.length, p -> mean[(int) p] > threshold || Arrays.binarySearch(ties, (int) p) >= 0);
	}

	/** Pixels that cannot be used come last in the order, whatever their other values are. */
	private static float[][] means(final PixelBlock block) {
		final float[] means = new float[block.size()];
		Arrays.fill(means, Float.NEGATIVE_INFINITY);
		for (final int p : FinitePixels.finite(block)) {
			double sum = 0;
			for (int e = 0; e < block.energies(); e++) sum += block.row(e)[p];
			means[p] = (float) (sum / block.energies());
		}
		return new float[][] { means };
	}

	/**
	 * @return I0 at these energies, by linear interpolation
	 * @throws InputException when it does not reach over them
	 */
	public double[] on(final EnergyAxis axis) {
		final EnergyAxis own = spectrum.energies();
		if (own.first() > axis.first() + WRITTEN || own.last() < axis.last() - WRITTEN) throw new InputException(spectrum
			.name() + ": I0 reaches from " + EnergyAxis.label(own.first()) + " to " + EnergyAxis.label(own.last()) +
			", and the stack from " + EnergyAxis.label(axis.first()) + " to " + EnergyAxis.label(axis.last()) + ".",
			"Give an I0 that was measured over all energies of the stack.");
		return Arrays.stream(axis.toArray()).map(spectrum::at).toArray();
	}
}
