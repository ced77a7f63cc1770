// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.phantom;

import ij.IJ;
import ij.ImagePlus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.xanesj.fit.Calibration;
import org.xanesj.io.EnergyFile;
import org.xanesj.io.ReferenceFiles;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.Mask;
import org.xanesj.stack.PixelSize;
import org.xanesj.stack.ReferenceLibrary;
import org.xanesj.stack.Signal;
import org.xanesj.stack.SpectralImage;
import org.xanesj.stack.Spectrum;
import org.xanesj.stack.StackInfo;

/**
 * A SEMI-SYNTHETIC nano-XANES stack at the iron K edge: the abundance maps, the energies and the reference spectra are
 * measured (the model sample of the HXN beamline that comes with the real data for tests), the stack is computed of
 * them:
 *
 * <pre>
 * N(x, y, E) ~ Poisson(s · (b + Σ t_j(x, y) · mu_j(E))), value N/s
 * </pre>
 *
 * with t_j the maps, b a background of a tenth of the median edge step, and s such that the median edge step of the
 * sample is as many counts as are asked for.
 */
public final class NanoXanes {

	/** The species of the four maps, in their order, as the library names them. */
	private static final List<String> SPECIES = List.of("LiFe(II)PO4", "Pyrite", "StainlessSteelNP", "Hematite_NP");

	/** An edge step below this is no sample: maps hold traces everywhere. */
	private static final float LEAST = 0.02f;

	/** More than this of one species is called that species alone. */
	private static final double PURE = 0.9;

	private static final double BACKGROUND = 0.1;

	private NanoXanes() {}

	/**
	 * @param folder with {@code chemical_map.tiff}, {@code energy_list_corr.txt} and {@code FeLibNov2021.nor}
	 * @param counts in the median edge step
	 * @param truth how the spectra of the sample differ from those of the library
	 */
	public static Phantom make(final Path folder, final double counts, final Calibration truth, final long seed) {
		final ImagePlus maps = IJ.openImage(folder.resolve("chemical_map.tiff").toString());
		final EnergyAxis axis = EnergyAxis.of(EnergyFile.read(folder.resolve("energy_list_corr.txt")));
		final ReferenceLibrary library = ReferenceFiles.open(folder.resolve("FeLibNov2021.nor"));
		final List<Spectrum> species = SPECIES.stream().map(name -> library.spectra().stream().filter(s -> s.name().equals(
			name)).findFirst().orElseThrow()).map(s -> reaching(s, axis)).toList();
		final float[][] amounts = new float[SPECIES.size()][];
		for (int j = 0; j < amounts.length; j++) amounts[j] = (float[]) maps.getStack().getProcessor(j + 1).getPixels();
		return of(truth.apply(species, axis), amounts, axis, library, maps.getWidth(), counts, seed);
	}

	/** The library begins above the first energies of the scan, far below the edge, where it is flat: its end is kept. */
	private static Spectrum reaching(final Spectrum spectrum, final EnergyAxis axis) {
		if (spectrum.energies().covers(axis)) return spectrum;
		final int n = spectrum.values().length;
		final double[] energies = new double[n + 2];
		final double[] values = new double[n + 2];
		System.arraycopy(spectrum.energies().toArray(), 0, energies, 1, n);
		System.arraycopy(spectrum.values(), 0, values, 1, n);
		energies[0] = Math.min(axis.first(), spectrum.energies().first()) - 1;
		energies[n + 1] = Math.max(axis.last(), spectrum.energies().last()) + 1;
		values[0] = values[1];
		values[n + 1] = values[n];
		return new Spectrum(spectrum.name(), EnergyAxis.of(energies), values);
	}

	private static Phantom of(final List<Spectrum> species, final float[][] amounts, final EnergyAxis axis,
		final ReferenceLibrary library, final int width, final double counts, final long seed)
	{
		final int size = amounts[0].length;
		final float[] step = new float[size];
		for (final float[] amount : amounts) for (int p = 0; p < size; p++) step[p] += amount[p];
		final double median = median(step);
		final double scale = counts / median;
		final PhotonNoise noise = new PhotonNoise(seed);
		final List<float[]> planes = new ArrayList<>();
		for (int e = 0; e < axis.size(); e++) {
			final float[] plane = new float[size];
			for (int p = 0; p < size; p++) {
				double mean = BACKGROUND * median;
				for (int j = 0; j < amounts.length; j++) mean += amounts[j][p] * Math.max(0, species.get(j).values()[e]);
				plane[p] = (float) (noise.count(scale * mean) / scale);
			}
			planes.add(plane);
		}
		final Mask sample = Mask.of(size, p -> step[(int) p] >= LEAST);
		final StackInfo info = new StackInfo("nano-xanes-semi-synthetic", PixelSize.UNKNOWN, Signal.ABSORPTION, "Fe", "K", List
			.of());
		final double[] photons = new double[axis.size()];
		Arrays.fill(photons, scale);
		return new Phantom(SpectralImage.ofPlanes(planes, width, size / width, 1, axis, info), library, SPECIES, fractions(
			amounts, step, sample), step, labels(amounts, step, sample), photons, sample);
	}

	private static double median(final float[] step) {
		final double[] some = new double[step.length];
		int n = 0;
		for (final float s : step) if (s >= LEAST) some[n++] = s;
		return Arrays.stream(some, 0, n).sorted().toArray()[n / 2];
	}

	private static float[][] fractions(final float[][] amounts, final float[] step, final Mask sample) {
		final float[][] fractions = new float[amounts.length][step.length];
		for (int j = 0; j < amounts.length; j++) for (int p = 0; p < step.length; p++)
			fractions[j][p] = sample.contains(p) ? amounts[j][p] / step[p] : Float.NaN;
		return fractions;
	}

	/** 0 beside the sample, a number for each species alone, one more for mixtures. */
	private static int[] labels(final float[][] amounts, final float[] step, final Mask sample) {
		final int[] labels = new int[step.length];
		for (int p = 0; p < labels.length; p++) {
			if (!sample.contains(p)) continue;
			labels[p] = amounts.length + 1;
			for (int j = 0; j < amounts.length; j++) if (amounts[j][p] > PURE * step[p]) labels[p] = j + 1;
		}
		return labels;
	}

	/**
	 * Writes the stack with its energies in the slice labels, to try the programs on.
	 *
	 * @param args folder of the real data, file to write, counts in the median edge step, seed
	 */
	public static void main(final String[] args) throws IOException {
		final Phantom phantom = make(Path.of(args[0]), Double.parseDouble(args[2]), Calibration.NONE, Long.parseLong(args[3]));
		final EnergyAxis axis = phantom.image().energies();
		Files.write(Path.of(args[1]), PhantomTiff.floats(PhantomTiff.planes(phantom.image()), Arrays.stream(axis.toArray())
			.mapToObj(EnergyAxis::label).toList(), phantom.image().width(), 1, 0.5));
	}
}
