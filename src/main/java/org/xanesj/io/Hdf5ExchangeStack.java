// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.xanesj.stack.EnergyOrder;
import org.xanesj.stack.EnergyUnit;
import org.xanesj.stack.Heap;
import org.xanesj.stack.InputException;
import org.xanesj.stack.Signal;
import org.xanesj.stack.StackInfo;
import org.xanesj.stack.StoredStack;

import io.jhdf.api.Dataset;
import io.jhdf.api.Group;

/**
 * HDF5 in the Data Exchange layout that transmission microscopes and MANTiS write: {@code exchange/data} and
 * {@code exchange/energy}. An {@code axes} attribute of the data decides which axis is which; without one energy is
 * the axis of its length, the first on a tie, and with energy last x comes before y, as MANTiS writes it.
 */
public final class Hdf5ExchangeStack implements StackFormat {

	@Override
	public boolean reads(final Path path) {
		return Hdf5File.test(path, root -> exchange(root).isPresent());
	}

	private static Optional<Group> exchange(final Group root) {
		return Hdf5Node.group(root, "exchange")
			.filter(group -> group.getChildren().keySet().containsAll(List.of("data", "energy")));
	}

	@Override
	public StoredStack find(final Path path) {
		return Hdf5File.read(path, root -> {
			final Group exchange = exchange(root).orElseThrow(() -> new InputException(path +
				": there is no exchange/data with exchange/energy.",
				"Choose an HDF5 file in the Data Exchange layout."));
			return find(path, exchange);
		});
	}

	private static StoredStack find(final Path path, final Group exchange) {
		final Dataset data = required(path, exchange, "data");
		final double[] energies = Hdf5Node.numbers(required(path, exchange, "energy"));
		final long[] shape = data.getDimensionsAsLong();
		final String name = path.getFileName().toString();
		final List<String> notes = new ArrayList<>();
		final AxisOrder axes = axes(path, exchange, data, energies.length, notes);
		final double[] x = positions(exchange, "x", shape[axes.x()], notes);
		final double[] y = positions(exchange, "y", shape[axes.y()], notes);
		final PixelGrid grid = PixelGrid.of(x, y, unit(exchange, "x"), unit(exchange, "y"), name);
		notes.addAll(grid.notes());
		final boolean spaced = axes.z() >= 0 && length(exchange, "z") == shape[axes.z()];
		final double[] z = spaced ? positions(exchange, "z", shape[axes.z()], notes) : null;
		for (final String white : List.of("data_white", "white_data"))
			if (exchange.getChildren().containsKey(white))
				notes.add(name + ": exchange/" + white + " (images without the sample) is there and was not applied.");
		final StackInfo info = new StackInfo(name, grid.withPlanes(z, unit(exchange, "z")), signal(data), "", "", notes);
		final EnergyOrder order = EnergyOrder.of(energies, EnergyUnit.named(unit(exchange, "energy")), name);
		return StoredStack.of(new Hdf5Spectra(data, axes), order, info);
	}

	private static Dataset required(final Path path, final Group exchange, final String name) {
		return Hdf5Node.dataset(exchange, name).orElseThrow(() -> new InputException(path + ": exchange/" + name +
			" is no data set, or a link to one that is not there.",
			"Put the files it refers to beside it, under their original names."));
	}

	private static AxisOrder axes(final Path path, final Group exchange, final Dataset data, final int energies,
		final List<String> notes)
	{
		final String name = path.getFileName().toString();
		final long[] shape = data.getDimensionsAsLong();
		final List<String> names = AxisOrder.split(Hdf5Node.texts(data, "axes"));
		final Optional<AxisOrder> named = AxisOrder.named(names).filter(order -> order.rank() == shape.length);
		if (named.isPresent()) {
			final long length = shape[named.get().energy()];
			if (length != energies)
				throw new InputException(path + ": exchange/data (" + Hdf5Layout.describe(shape) + ", " +
					String.join(", ", names) + ") has " + length + " images for " + energies + " energies.",
					"Correct the axes attribute or exchange/energy.");
			return named.get();
		}
		if (!names.isEmpty())
			notes.add(name + ": the axes attribute (" + String.join(", ", names) +
				") does not name x, y and energy; the axes were found by their lengths.");
		final AxisOrder order = byLength(path, exchange, shape, energies, notes);
		notes.add(name + ": exchange/data (" + Hdf5Layout.describe(shape) + ") was read as " + order + ".");
		return order;
	}

	private static AxisOrder byLength(final Path path, final Group exchange, final long[] shape, final int energies,
		final List<String> notes)
	{
		if (shape.length == 4) {
			final int[] single = IntStream.range(0, 4).filter(i -> shape[i] == 1).toArray();
			if (single.length == 1 && energies > 1) {
				final long[] others = IntStream.range(0, 4).filter(i -> i != single[0]).mapToLong(i -> shape[i])
					.toArray();
				return byLength(path, exchange, others, energies, notes).withZ(single[0]);
			}
		}
		if (shape.length != 3)
			throw new InputException(path + ": exchange/data has " + shape.length + " axes (" +
				Hdf5Layout.describe(shape) + ") and no axes attribute says which is which.",
				"Give it three axes, or an axes attribute such as 'energy:z:y:x'.");
		final int[] fitting = IntStream.range(0, 3).filter(i -> shape[i] == energies).toArray();
		if (fitting.length == 0)
			throw new InputException(path + ": no axis of exchange/data (" + Hdf5Layout.describe(shape) +
				") is as long as exchange/energy (" + energies + ").", "Give one energy for each image.");
		if (fitting.length > 1)
			notes.add(path.getFileName() + ": " + fitting.length + " axes of exchange/data (" +
				Hdf5Layout.describe(shape) + ") are as long as exchange/energy; the first was taken.");
		switch (fitting[0]) {
			case 0:
				return confirmed(exchange, shape, new AxisOrder(0, -1, 1, 2));
			case 1:
				return confirmed(exchange, shape, new AxisOrder(1, -1, 0, 2));
			default:
				return confirmed(exchange, shape, new AxisOrder(2, -1, 1, 0));
		}
	}

	/** Positions whose lengths fit only the other order of x and y are better evidence than a custom. */
	private static AxisOrder confirmed(final Group exchange, final long[] shape, final AxisOrder usual) {
		return !fits(exchange, shape, usual) && fits(exchange, shape, usual.transposed()) ? usual.transposed() : usual;
	}

	private static boolean fits(final Group exchange, final long[] shape, final AxisOrder order) {
		return length(exchange, "x") == shape[order.x()] && length(exchange, "y") == shape[order.y()];
	}

	private static long length(final Group exchange, final String axis) {
		return Hdf5Node.dataset(exchange, axis).map(d -> Heap.product(d.getDimensionsAsLong())).orElse(0L);
	}

	private static double[] positions(final Group exchange, final String axis, final long length,
		final List<String> notes)
	{
		if (!exchange.getChildren().containsKey(axis)) return null;
		if (length(exchange, axis) == length) return Hdf5Node.numbers(Hdf5Node.dataset(exchange, axis).orElseThrow());
		notes.add(exchange.getFileAsPath().getFileName() + ": exchange/" + axis + " has " + length(exchange, axis) +
			" positions for " + length + " pixels; the pixel size is not known.");
		return null;
	}

	private static String unit(final Group exchange, final String axis) {
		return Hdf5Node.dataset(exchange, axis).map(d -> Hdf5Node.text(d, "units")).orElse("");
	}

	/** The layout serves raw and reduced data alike: only a unit tells. */
	private static Signal signal(final Dataset data) {
		final String unit = Hdf5Node.text(data, "units").toLowerCase(Locale.ROOT);
		if (Set.of("counts", "count", "cts", "photons").contains(unit)) return Signal.COUNTS;
		return Set.of("od", "optical density", "absorbance").contains(unit) ? Signal.ABSORPTION : Signal.UNKNOWN;
	}
}
