// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import org.xanesj.block.LocalRunner;
import org.xanesj.block.Progress;
import org.xanesj.block.Runner;
import org.xanesj.phantom.LargePhantom;
import org.xanesj.prepare.EdgeFinder;
import org.xanesj.prepare.MeanSpectrum;
import org.xanesj.prepare.Normalization;
import org.xanesj.prepare.NormalizationMethod;
import org.xanesj.prepare.NormalizationOperator;
import org.xanesj.prepare.StackNormalization;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.Mask;
import org.xanesj.stack.PixelSize;
import org.xanesj.stack.Signal;
import org.xanesj.stack.SpectralImage;
import org.xanesj.stack.Spectrum;
import org.xanesj.stack.StackInfo;

/**
 * A phantom in memory, with what the steps need of it. All pixels are worked on.
 *
 * @param folder where its files are
 * @param image absorption
 * @param all every pixel
 * @param operator Larch's normalisation with the E0 of the mean spectrum
 * @param species normalised references: those in the sample and two that are not
 */
record BenchmarkStack(Path folder, SpectralImage image, Mask all, NormalizationOperator operator,
	List<Spectrum> species)
{

	static final Runner RUNNER = new LocalRunner(Progress.NONE);

	private static final int SPECIES = 6;
	private static final long SEED = 1;

	/**
	 * Reads the stack, or makes it where it is not there yet.
	 *
	 * @param data where stacks are kept, each in a folder of its own
	 */
	static BenchmarkStack of(final Path data, final int side, final EnergyAxis energies) throws IOException {
		final Path folder = data.resolve(side + "x" + side + "x" + energies.size());
		final LargePhantom phantom = LargePhantom.of(side, side, energies, SEED);
		final boolean made = StackFiles.exist(folder);
		final List<float[]> planes = made ? StackFiles.planes(folder, side * side) : phantom.planes();
		final SpectralImage image = SpectralImage.ofPlanes(planes, side, side, 1, energies, new StackInfo(folder
			.getFileName().toString(), PixelSize.of(0.5, 0.5, "µm"), Signal.ABSORPTION, "Fe", "K", List.of()));
		final Mask all = Mask.all(image.size());
		final double e0 = EdgeFinder.e0(MeanSpectrum.of(image, all, RUNNER).mean());
		final double[][] spectra = phantom.spectra(SPECIES);
		final BenchmarkStack stack = new BenchmarkStack(folder, image, all, NormalizationOperator.of(
			NormalizationMethod.LARCH, energies, e0, Normalization.Options.AUTOMATIC), IntStream.range(0, SPECIES).mapToObj(
				s -> new Spectrum(LargePhantom.names(SPECIES).get(s), energies, spectra[s])).toList());
		if (!made) StackFiles.write(stack, phantom.kinds());
		StackFiles.describe(stack);
		return stack;
	}

	/** @return such as {@code 512 x 512 x 150} */
	String shape() {
		return image.width() + " x " + image.height() + " x " + image.energies().size();
	}

	int pixels() {
		return (int) image.size();
	}

	/** @return so many pixels, evenly spread, as the peer chooses them */
	int[] sample(final int count) {
		return IntStream.range(0, count).map(i -> (int) ((long) i * pixels() / count)).toArray();
	}

	/** @return planes of the stack's shape, to be written into again and again, as numpy does with {@code out=} */
	List<float[]> newPlanes() {
		return IntStream.range(0, image.energies().size()).mapToObj(e -> new float[pixels()]).toList();
	}

	/** @return the stack normalised into such planes */
	StackNormalization normalizedInto(final List<float[]> planes) {
		return StackNormalization.into(planes, image, operator, all, RUNNER);
	}

	/** @return the indices of all energies */
	int[] energies() {
		return IntStream.range(0, image.energies().size()).toArray();
	}
}
