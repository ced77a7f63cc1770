// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.util.Util;
import net.imglib2.view.Views;

import org.xanesj.stack.EnergyOrder;
import org.xanesj.stack.Heap;
import org.xanesj.stack.InputException;
import org.xanesj.stack.SpectralImage;
import org.xanesj.stack.StackInfo;

/**
 * Reads ImageJ2's datasets, such as SCIFIO opens: their energies are on an axis, and are lost when they become an
 * {@code ImagePlus}. A dataset is an ImgLib2 interval; its axes are asked by reflection.
 */
public final class DatasetStack {

	/** Axes that may hold energies when they are in eV or keV. */
	private static final List<String> STAND_INS = List.of("Unknown", "Spectra", "Channel", "Time");

	private final RandomAccessibleInterval<? extends RealType<?>> pixels;
	private final String name;
	private final List<DatasetAxis> axes = new ArrayList<>();

	private DatasetStack(final Object dataset) {
		if (!(dataset instanceof RandomAccessibleInterval)) throw new InputException("A " +
			dataset.getClass().getSimpleName() + " is not a dataset.", "Hand over an ImageJ dataset or an ImagePlus.");
		pixels = real((RandomAccessibleInterval<?>) dataset);
		name = DatasetAxis.nameOf(dataset);
		for (int d = 0; d < pixels.numDimensions(); d++) axes.add(DatasetAxis.of(dataset, d));
	}

	/**
	 * @param dataset a {@code net.imagej.Dataset}: an ImgLib2 interval of real values that has axes and a name
	 * @return its pixels as floats, copied, energies in order
	 * @throws InputException when no axis carries energies, or there are more dimensions than x, y, z and energy
	 */
	public static SpectralImage read(final Object dataset) {
		final DatasetStack stack = new DatasetStack(dataset);
		final DatasetAxis energy = stack.energyAxis();
		return stack.read(energy, stack.order(energy));
	}

	/**
	 * Reads a dataset with energies from elsewhere, on the axis (other than X and Y) that has as many positions.
	 *
	 * @param raw energies in the order of the dataset, eV or keV
	 * @throws InputException when no axis has that many positions
	 */
	public static SpectralImage read(final Object dataset, final double[] raw) {
		final DatasetStack stack = new DatasetStack(dataset);
		final Predicate<DatasetAxis> fits = a -> !a.is("X") && !a.is("Y") && stack.pixels.dimension(a.index()) == raw.length;
		final Optional<DatasetAxis> other = stack.axes.stream().filter(fits).filter(a -> !a.is("Z")).findFirst();
		final DatasetAxis energy = other.or(() -> stack.axes.stream().filter(fits).findFirst()).orElseThrow(
			() -> new InputException(stack.name + " has " + stack.describe() + " for " + raw.length + " energies.",
				"Give one energy for each image."));
		return stack.read(energy, EnergyOrder.of(raw, stack.name));
	}

	@SuppressWarnings("unchecked")
	private static RandomAccessibleInterval<? extends RealType<?>> real(final RandomAccessibleInterval<?> dataset) {
		final Object type = Util.getTypeFromInterval(dataset);
		if (!(type instanceof RealType)) throw new InputException("The dataset holds " + type.getClass().getSimpleName() +
			" values.", "Open the measured grey values, not a picture of them.");
		return (RandomAccessibleInterval<? extends RealType<?>>) dataset;
	}

	private DatasetAxis energyAxis() {
		return axes.stream().filter(a -> a.is("Energy")).findFirst().or(() -> axes.stream().filter(a -> a.isInEnergyUnits() &&
			STAND_INS.stream().anyMatch(a::is)).findFirst()).orElseThrow(() -> new InputException(name +
				": none of its axes carries energies (it has " + describe() + ").",
				"Give a file with one energy for each image (energies)."));
	}

	private EnergyOrder order(final DatasetAxis energy) {
		final double[] values = new double[(int) pixels.dimension(energy.index())];
		for (int i = 0; i < values.length; i++) values[i] = energy.at(pixels.min(energy.index()) + i);
		if (values[0] == 0 || !energy.isInEnergyUnits() && EnergyLabels.count(values)) throw new InputException(name +
			": its " + energy.label() + " axis counts from " + (int) values[0] + " and has no energies.",
			"Give a file with one energy for each image (energies).");
		return EnergyOrder.of(values, energy.energyUnit(), name);
	}

	private SpectralImage read(final DatasetAxis energy, final EnergyOrder order) {
		final DatasetAxis x = named("X");
		final DatasetAxis y = named("Y");
		final Optional<DatasetAxis> z = axes.stream().filter(a -> a != x && a != y && a != energy && size(a) > 1)
			.findFirst();
		if (axes.stream().anyMatch(a -> a != x && a != y && a != energy && a != z.orElse(null) && size(a) > 1))
			throw new InputException(name + " has " + describe() + ".", "A stack has x, y, at most z, and energy.");
		final int depth = z.map(this::size).orElse(1);
		Heap.require(4L * size(x) * size(y) * depth * size(energy), name, "its images");
		final float[][] all = new float[order.axis().size() * depth][];
		for (int k = 0; k < depth; k++) {
			final List<float[]> raw = new ArrayList<>();
			for (int e = 0; e < size(energy); e++) raw.add(plane(x, y, energy, e, z.orElse(null), k));
			final List<float[]> ordered = order.apply(raw);
			for (int e = 0; e < ordered.size(); e++) all[e * depth + k] = ordered.get(e);
		}
		final StackInfo info = StackInfo.named(name).with(LengthUnit.size(x.step(), y.step(), z.map(
			DatasetAxis::step).orElse(1.0), x.unit())).noting(order.notes());
		return SpectralImage.ofPlanes(Arrays.asList(all), size(x), size(y), depth, order.axis(), info);
	}

	private float[] plane(final DatasetAxis x, final DatasetAxis y, final DatasetAxis energy, final int e,
		final DatasetAxis z, final int k)
	{
		RandomAccessibleInterval<? extends RealType<?>> plane = pixels;
		for (int d = axes.size() - 1; d >= 0; d--) {
			if (d == x.index() || d == y.index()) continue;
			final long position = d == energy.index() ? e : z != null && d == z.index() ? k : 0;
			plane = Views.hyperSlice(plane, d, pixels.min(d) + position);
		}
		if (x.index() > y.index()) plane = Views.permute(plane, 0, 1);
		final float[] values = new float[size(x) * size(y)];
		final Cursor<? extends RealType<?>> cursor = Views.flatIterable(plane).cursor();
		for (int i = 0; i < values.length; i++) values[i] = cursor.next().getRealFloat();
		return values;
	}

	private DatasetAxis named(final String label) {
		return axes.stream().filter(a -> a.is(label)).findFirst().orElseThrow(() -> new InputException(name +
			" has no axis " + label + " (it has " + describe() + ").", "Set its axes in Image > Axes > Set Axes."));
	}

	private int size(final DatasetAxis axis) {
		return (int) pixels.dimension(axis.index());
	}

	private String describe() {
		return String.join(" x ", axes.stream().map(a -> size(a) + " positions on " + a.label()).toList());
	}
}
