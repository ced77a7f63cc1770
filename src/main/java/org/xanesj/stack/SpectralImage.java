// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.stack;

import java.io.InvalidObjectException;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.ObjectStreamException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Fraction;
import net.imglib2.view.Views;

/**
 * A µ-XANES image: a spectrum in every pixel of a plane (x, y, energy) or a volume (x, y, z, energy).
 * Pixels are numbered in raster order, x fastest, then y, then z. An image that is read from its source piece by piece
 * can be sent to another machine, which reads it there; one in memory cannot.
 *
 * <pre>
 * SpectralImage stack = SpectralImage.ofPlanes(planes, 128, 128, 1, axis, StackInfo.named("phantom"));
 * stack.pixels().numDimensions(); // 3
 * </pre>
 */
public final class SpectralImage implements Serializable {

	private static final long serialVersionUID = 1L;

	private final transient RandomAccessibleInterval<FloatType> pixels;
	private final transient SpectraSource source;
	private final EnergyAxis energies;
	private final StackInfo info;

	/**
	 * @param pixels x, y, optionally z, and energy last; a view that does not start at the origin is moved there
	 * @param energies one for each position of the last dimension
	 * @throws InputException when the dimensions do not fit
	 */
	public SpectralImage(final RandomAccessibleInterval<FloatType> pixels, final EnergyAxis energies, final StackInfo info) {
		this(pixels, null, energies, info);
	}

	/** @param source null when the pixels are in memory, or wherever their maker knows */
	private SpectralImage(final RandomAccessibleInterval<FloatType> pixels, final SpectraSource source,
		final EnergyAxis energies, final StackInfo info)
	{
		final int n = pixels.numDimensions();
		if (n != 3 && n != 4) throw new InputException(info.name() + " has " + n + " dimensions.",
			"A stack has x, y, optionally z, and energy last.");
		if (pixels.dimension(n - 1) != energies.size()) throw new InputException(info.name() + " has " +
			pixels.dimension(n - 1) + " images for " + energies.size() + " energies.", "Give one energy for each image.");
		this.pixels = Views.isZeroMin(pixels) ? pixels : Views.zeroMin(pixels);
		this.source = source;
		this.energies = energies;
		this.info = info;
	}

	/**
	 * Wraps planes without copying them.
	 *
	 * @param planes of width x height values, z fastest, then energy: plane z of energy e is {@code planes.get(e * depth + z)}
	 * @param depth number of z planes, 1 for a two-dimensional stack
	 * @throws InputException when the number or the size of planes does not fit
	 */
	public static SpectralImage ofPlanes(final List<float[]> planes, final int width, final int height, final int depth,
		final EnergyAxis energies, final StackInfo info)
	{
		if (planes.size() != depth * energies.size()) throw new InputException(info.name() + " has " + planes.size() +
			" images for " + energies.size() + " energies" + (depth > 1 ? " and " + depth + " planes" : "") + ".",
			"Give one energy for each image.");
		final List<FloatArray> slices = new ArrayList<>();
		for (final float[] plane : planes) {
			if (plane.length != width * height) throw new InputException(info.name() + ": an image has " + plane.length +
				" pixels where " + width + " x " + height + " are needed.", "The file may be truncated; copy it again.");
			slices.add(new FloatArray(plane));
		}
		final long[] dimensions = depth == 1 ? new long[] { width, height, energies.size() } : new long[] { width, height,
			depth, energies.size() };
		final PlanarImg<FloatType, FloatArray> img = new PlanarImg<>(slices, dimensions, new Fraction());
		img.setLinkedType(new FloatType(img));
		return new SpectralImage(img, energies, info);
	}

	/**
	 * An image that is read from its source piece by piece; of what was read, only so much stays in memory.
	 *
	 * @throws InputException when the source's smallest piece is too large for the memory
	 */
	public static SpectralImage lazy(final SpectraSource source, final EnergyAxis energies, final StackInfo info) {
		return new SpectralImage(LazyPixels.of(source, info.name()), source, energies, info);
	}

	/** @return where the values are read from; empty when they are in memory */
	public Optional<SpectraSource> source() {
		return Optional.ofNullable(source);
	}

	/** @return x, y, optionally z, and energy last */
	public RandomAccessibleInterval<FloatType> pixels() {
		return pixels;
	}

	public EnergyAxis energies() {
		return energies;
	}

	public StackInfo info() {
		return info;
	}

	public int width() {
		return (int) pixels.dimension(0);
	}

	public int height() {
		return (int) pixels.dimension(1);
	}

	/** @return the number of z planes, 1 for a two-dimensional stack */
	public int depth() {
		return pixels.numDimensions() == 3 ? 1 : (int) pixels.dimension(2);
	}

	/** @return how many pixels, and so spectra, there are */
	public long size() {
		return (long) width() * height() * depth();
	}

	/**
	 * @param indices of energies, rising
	 * @return the image at these energies only; planes in memory are shared
	 */
	public SpectralImage select(final int... indices) {
		final EnergyAxis some = energies.select(indices);
		if (source != null) return lazy(ArrangedSpectra.of(source, IntStream.of(indices).mapToObj(e -> new int[] { e })
			.toList()), some, info);
		final List<float[]> planes = new ArrayList<>();
		for (final int e : indices) for (int z = 0; z < depth(); z++) plane(z + depth() * e).ifPresent(planes::add);
		if (planes.size() == depth() * indices.length) return ofPlanes(planes, width(), height(), depth(), some, info);
		final List<RandomAccessibleInterval<FloatType>> slices = new ArrayList<>();
		for (final int e : indices) slices.add(Views.hyperSlice(pixels, pixels.numDimensions() - 1, e));
		return new SpectralImage(Views.stack(slices), some, info);
	}

	/** @return the values of a plane (z + depth · energy) where the image is made of planes of floats in memory */
	private Optional<float[]> plane(final int index) {
		if (!(pixels instanceof PlanarImg)) return Optional.empty();
		final Object plane = ((PlanarImg<?, ?>) pixels).getPlane(index);
		return plane instanceof FloatArray ? Optional.of(((FloatArray) plane).getCurrentStorageArray()) : Optional.empty();
	}

	public SpectralImage with(final StackInfo other) {
		return new SpectralImage(pixels, source, energies, other);
	}

	private Object writeReplace() throws ObjectStreamException {
		if (source == null) throw new NotSerializableException(info.name() + " is in memory");
		return new Sent(source, energies, info);
	}

	private void readObject(final ObjectInputStream in) throws InvalidObjectException {
		throw new InvalidObjectException("An image is sent as its source.");
	}

	/** What is sent of an image. */
	private record Sent(SpectraSource source, EnergyAxis energies, StackInfo info) implements Serializable {

		private Object readResolve() {
			return lazy(source, energies, info);
		}
	}
}
