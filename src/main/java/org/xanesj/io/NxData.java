// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.xanesj.stack.Heap;
import org.xanesj.stack.InputException;

import io.jhdf.api.Dataset;
import io.jhdf.api.Group;

/**
 * A group of data of a NeXus file: a signal and, beside it, the values along its axes.
 *
 * @param group of class NXdata, or of none
 * @param signal three axes or more
 * @param energy in eV or keV
 */
record NxData(Group group, Dataset signal, Dataset energy) {

	private static final int SPACE_AND_ENERGY = 3;

	/**
	 * @return the data of a group that has an energy axis and a signal of three axes or more; none for other groups
	 */
	static Optional<NxData> in(final Group group) {
		final String type = Hdf5Node.text(group, "NX_class");
		final Optional<Dataset> energy = axis(group, "energy");
		if (energy.isEmpty() || !type.isEmpty() && !type.equals("NXdata")) return Optional.empty();
		return signal(group).filter(data -> data.getDimensionsAsLong().length >= SPACE_AND_ENERGY)
			.map(data -> new NxData(group, data, energy.get()));
	}

	/** Since 2014 the group names its signal; before, the data set was marked; else it is called data. */
	private static Optional<Dataset> signal(final Group group) {
		final String named = Hdf5Node.text(group, "signal");
		if (!named.isEmpty()) return Hdf5Node.dataset(group, named);
		final List<Dataset> marked = new ArrayList<>();
		for (final String name : group.getChildren().keySet())
			Hdf5Node.dataset(group, name).filter(d -> d.getAttribute("signal") != null).ifPresent(marked::add);
		return marked.size() == 1 ? Optional.of(marked.get(0)) : Hdf5Node.dataset(group, "data");
	}

	/** The values along an axis: by the name in the axes attribute, else by one that is usual. */
	private static Optional<Dataset> axis(final Group group, final String role) {
		final List<String> names = new ArrayList<>(AxisOrder.split(Hdf5Node.texts(group, "axes")));
		names.addAll(role.equals("energy") ? List.of("energy", "photon_energy") : List.of("sample_" + role, role));
		return names.stream().filter(name -> AxisOrder.role(name).equals(role))
			.flatMap(name -> Hdf5Node.dataset(group, name).stream()).findFirst();
	}

	/** @return whether the positions are named as the definition for scanning microscopes says */
	boolean isStxm() {
		return group.getChildren().containsKey("sample_x") && group.getChildren().containsKey("sample_y");
	}

	/** @return whether the signal has an axis as long as the energies */
	boolean hasEnergyAxis() {
		final long energies = length("energy");
		return energies > 1 && Arrays.stream(signal.getDimensionsAsLong()).anyMatch(length -> length == energies);
	}

	String energyUnit() {
		return unit("energy");
	}

	double[] energies() {
		return Hdf5Node.numbers(energy);
	}

	/**
	 * @param notes gets a sentence when the lengths of the axes had to decide
	 * @return which axis is which: by the group's axes attribute, else the signal's, else the numbers of the axes,
	 *   else their lengths
	 * @throws InputException when nothing decides
	 */
	AxisOrder axes(final List<String> notes) {
		final long[] shape = signal.getDimensionsAsLong();
		final AxisOrder order = AxisOrder.named(AxisOrder.split(Hdf5Node.texts(group, "axes")))
			.or(() -> AxisOrder.named(AxisOrder.split(Hdf5Node.texts(signal, "axes"))))
			.or(() -> numbered(shape.length))
			.or(() -> fitting(shape, notes))
			.filter(found -> found.rank() == shape.length)
			.orElseThrow(() -> new InputException(group.getFileAsPath() + ": " + signal.getPath() + " (" +
				Hdf5Layout.describe(shape) + ") has no axes attribute for its axes, and the lengths of " +
				energy.getName() + " (" + length("energy") + "), sample_y (" + length("y") + ") and sample_x (" +
				length("x") + ") do not tell which is which.",
				"Only stacks of images can be opened: energy, sample_y and sample_x."));
		if (shape[order.energy()] != length("energy"))
			throw new InputException(group.getFileAsPath() + ": " + signal.getPath() + " (" +
				Hdf5Layout.describe(shape) + ") has " + shape[order.energy()] + " images for " + length("energy") +
				" energies.", "The scan may have been stopped while it was written; export it again.");
		return order;
	}

	/** In files of before 2014 each axis knows its number, counted from 1 for the slowest. */
	private Optional<AxisOrder> numbered(final int rank) {
		final AxisOrder order = new AxisOrder(number("energy"), rank > SPACE_AND_ENERGY ? number("z") : -1,
			number("y"), number("x"));
		return order.isPermutation() ? Optional.of(order) : Optional.empty();
	}

	private int number(final String role) {
		return axis(group, role).map(d -> d.getAttribute("axis")).map(a -> first(a.getData())).orElse(0) - 1;
	}

	/** Some programs write a single number as a list of one. */
	private static int first(final Object data) {
		final boolean single = data != null && data.getClass().isArray() && Array.getLength(data) == 1;
		final Object item = single ? Array.get(data, 0) : data;
		return item instanceof Number number ? number.intValue() : 0;
	}

	private Optional<AxisOrder> fitting(final long[] shape, final List<String> notes) {
		if (shape.length != SPACE_AND_ENERGY) return Optional.empty();
		final Optional<AxisOrder> order = AxisOrder.fitting(shape, length("energy"), length("y"), length("x"));
		order.ifPresent(found -> notes.add(group.getFileAsPath().getFileName() + ": " + signal.getPath() + " (" +
			Hdf5Layout.describe(shape) + ") was read as " + found + ", by the lengths of its axes."));
		return order;
	}

	private long length(final String role) {
		return axis(group, role).map(d -> Heap.product(d.getDimensionsAsLong())).orElse(0L);
	}

	/** @return the size of a pixel, when the positions have a unit */
	PixelGrid grid(final AxisOrder axes, final List<String> notes) {
		final long[] shape = signal.getDimensionsAsLong();
		final double[] x = positions("x", shape[axes.x()], notes), y = positions("y", shape[axes.y()], notes);
		return PixelGrid.of(x, y, unit("x"), unit("y"), group.getFileAsPath().getFileName().toString());
	}

	private double[] positions(final String role, final long length, final List<String> notes) {
		if (length(role) == length) return Hdf5Node.numbers(axis(group, role).orElseThrow());
		notes.add(group.getFileAsPath().getFileName() + ": sample_" + role + " has " + length(role) +
			" positions for " + length + " pixels; the pixel size is not known.");
		return null;
	}

	private String unit(final String role) {
		return axis(group, role).map(d -> Hdf5Node.text(d, "units")).orElse("");
	}
}
