// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj;

import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.ReferenceLibrary;
import org.xanesj.stack.SpectralImage;
import org.xanesj.stack.Spectrum;
import org.xanesj.stack.StackInfo;

/**
 * A small synthetic stack around the iron K edge of which the truth is known: A(E) = step · mu(E) + matrix · (E / 7112
 * eV)⁻³, with white noise. The left half is {@link #REDUCED}, the right half {@link #OXIDIZED}, unless told otherwise.
 */
public final class SmallStack {

	public static final int WIDTH = 12, HEIGHT = 10;

	/** 41 energies, every 2.5 eV from 7080 to 7180. */
	public static final EnergyAxis ENERGIES = every(7080, 2.5, 41);

	public static final DoubleUnaryOperator REDUCED = e -> mu(e, 7120, 0.2);
	public static final DoubleUnaryOperator OXIDIZED = e -> mu(e, 7126, 0.9);

	private SmallStack() {}

	/** Two species, halves, edge step 1, noise of a hundredth of it. */
	public static SpectralImage halves() {
		return of(ENERGIES, WIDTH, HEIGHT, 1, p -> p % WIDTH < WIDTH / 2 ? REDUCED : OXIDIZED, 0.01);
	}

	/** What absorbs in a pixel. */
	public interface Content {

		DoubleUnaryOperator at(int pixel);
	}

	/** @param noise standard deviation of every value */
	public static SpectralImage of(final EnergyAxis energies, final int width, final int height, final int depth,
		final Content content, final double noise)
	{
		final Random random = new Random(7);
		final List<float[]> planes = new ArrayList<>();
		for (int e = 0; e < energies.size(); e++) for (int z = 0; z < depth; z++) {
			final float[] plane = new float[width * height];
			for (int i = 0; i < plane.length; i++) plane[i] = (float) (content.at(z * plane.length + i).applyAsDouble(energies
				.at(e)) + matrix(energies.at(e)) + noise * random.nextGaussian());
			planes.add(plane);
		}
		return SpectralImage.ofPlanes(planes, width, height, depth, energies, StackInfo.named("small"));
	}

	/** An edge of step 1: an arctangent, a white line, one damped oscillation. */
	public static double mu(final double e, final double e0, final double white) {
		final double above = Math.max(0, e - e0);
		return 0.5 + Math.atan((e - e0) / 1.5) / Math.PI + white * Math.exp(-Math.pow((e - e0 - 5) / 4, 2)) + 0.08 * Math.sin(
			above / 9) * Math.exp(-above / 40);
	}

	public static double matrix(final double e) {
		return 0.6 * Math.pow(e / 7112, -3);
	}

	public static EnergyAxis every(final double first, final double step, final int count) {
		return EnergyAxis.of(IntStream.range(0, count).mapToDouble(i -> first + i * step).toArray());
	}

	/** @return from 7000 to 7400 eV every eV */
	public static Spectrum reference(final String name, final DoubleUnaryOperator mu) {
		final EnergyAxis axis = every(7000, 1, 401);
		return new Spectrum(name, axis, Arrays.stream(axis.toArray()).map(mu).toArray());
	}

	public static ReferenceLibrary references() {
		return ReferenceLibrary.of(List.of(reference("oxidized", OXIDIZED), reference("reduced", REDUCED)));
	}

	/** @return a folder with the two references as text */
	public static Path writeReferences(final Path folder) throws IOException {
		Files.createDirectories(folder);
		for (final Spectrum reference : references().spectra()) writeText(reference, folder.resolve(reference.name() +
			".dat"));
		return folder;
	}

	public static Path writeText(final Spectrum spectrum, final Path file) throws IOException {
		final StringBuilder text = new StringBuilder("# energy mu\n");
		for (int i = 0; i < spectrum.values().length; i++) text.append(String.format(Locale.ROOT, "%.3f %.6f%n", spectrum
			.energies().at(i), spectrum.values()[i]));
		return Files.writeString(file, text);
	}

	/** @return the planes of a two-dimensional stack, one for each energy, to be changed and written */
	public static List<float[]> planes(final SpectralImage image) {
		final List<float[]> planes = new ArrayList<>();
		for (int e = 0; e < image.energies().size(); e++) {
			final float[] plane = new float[(int) image.size()];
			for (int p = 0; p < plane.length; p++)
				plane[p] = image.pixels().getAt(p % image.width(), p / image.width(), e).get();
			planes.add(plane);
		}
		return planes;
	}

	/** @return the slice labels of a stack with these energies */
	public static List<String> labels(final EnergyAxis energies) {
		return Arrays.stream(energies.toArray()).mapToObj(EnergyAxis::label).toList();
	}

	public static Path writeTiff(final Path file, final List<float[]> planes, final List<String> labels, final int width)
		throws IOException
	{
		final ImageStack stack = new ImageStack(width, planes.get(0).length / width);
		for (int e = 0; e < planes.size(); e++) stack.addSlice(labels.get(e), planes.get(e));
		return Files.write(file, new FileSaver(new ImagePlus("small", stack)).serialize());
	}

	public static Path writeTiff(final Path file, final SpectralImage image) throws IOException {
		return writeTiff(file, planes(image), labels(image.energies()), image.width());
	}
}
