// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.xanesj.stack.EnergyOrder;
import org.xanesj.stack.EnergyUnit;
import org.xanesj.stack.InputException;
import org.xanesj.stack.Signal;
import org.xanesj.stack.StackInfo;
import org.xanesj.stack.StoredStack;

import io.jhdf.api.Group;

/**
 * NeXus files of scanning transmission microscopes (NXstxm): an entry with a group of data for each detector, which
 * holds the counts, the energy and the positions {@code sample_x} and {@code sample_y}. Files of before the
 * definition, without classes or with numbered axes, are read too. Of several detectors or entries the first is
 * opened, and it is said.
 */
public final class NxStxmStack implements StackFormat {

	@Override
	public boolean reads(final Path path) {
		return Hdf5File.test(path, root -> entries(root).stream().anyMatch(entry -> isStxm(entry) ||
			data(entry).stream().anyMatch(data -> data.isStxm() || data.hasEnergyAxis())));
	}

	@Override
	public StoredStack find(final Path path) {
		return Hdf5File.read(path, root -> find(path, root));
	}

	private static StoredStack find(final Path path, final Group root) {
		final String name = path.getFileName().toString();
		final List<Group> entries = entries(root).stream().filter(entry -> !data(entry).isEmpty()).toList();
		if (entries.isEmpty())
			throw new InputException(path + ": no entry holds an energy stack; there is " + contents(root) + ".",
				"Choose a stack: a group of data with an energy axis, sample_x and sample_y.");
		final Group entry = entries.get(0);
		final List<NxData> detectors = data(entry);
		final NxData detector = detectors.get(0);
		final List<String> notes = new ArrayList<>();
		if (entries.size() > 1)
			notes.add(name + ": the first of " + entries.size() + " entries was opened (" + paths(entries) + ").");
		if (detectors.size() > 1)
			notes.add(name + ": the first of " + detectors.size() + " detectors was opened (" +
				paths(detectors.stream().map(NxData::group).toList()) + ").");
		final AxisOrder axes = detector.axes(notes);
		final PixelGrid grid = detector.grid(axes, notes);
		notes.addAll(grid.notes());
		final Signal signal = isStxm(entry) || detector.isStxm() ? Signal.COUNTS : Signal.UNKNOWN;
		final StackInfo info = new StackInfo(name, grid.size(), signal, "", "", notes);
		final EnergyOrder order = EnergyOrder.of(detector.energies(), EnergyUnit.named(detector.energyUnit()), name);
		return StoredStack.of(new Hdf5Spectra(detector.signal(), axes), order, info);
	}

	/** The entries of a file: groups of that class, or named so in files without classes; the default one first. */
	private static List<Group> entries(final Group root) {
		final String first = Hdf5Node.text(root, "default");
		final List<Group> entries = new ArrayList<>();
		for (final Group group : Hdf5Node.groups(root)) {
			final String type = Hdf5Node.text(group, "NX_class");
			if (type.equals("NXentry") || type.isEmpty() && group.getName().startsWith("entry"))
				entries.add(group.getName().equals(first) ? 0 : entries.size(), group);
		}
		return entries;
	}

	private static boolean isStxm(final Group entry) {
		return Hdf5Node.value(entry, "definition").equals("NXstxm");
	}

	/** The groups of data of an entry that have an energy axis; the default one first. */
	private static List<NxData> data(final Group entry) {
		final String first = Hdf5Node.text(entry, "default");
		final List<NxData> found = new ArrayList<>();
		for (final Group group : Hdf5Node.groups(entry))
			NxData.in(group).ifPresent(data -> found.add(group.getName().equals(first) ? 0 : found.size(), data));
		return found;
	}

	private static String paths(final List<Group> groups) {
		return groups.stream().map(group -> group.getPath().replaceAll("/$", "")).collect(Collectors.joining(", "));
	}

	private static String contents(final Group root) {
		final List<Group> groups = new ArrayList<>();
		for (final Group entry : entries(root)) groups.addAll(Hdf5Node.groups(entry));
		return groups.isEmpty() ? "no group of data" : groups.stream().limit(8).map(group -> group.getPath() +
			group.getChildren().keySet().stream().sorted().limit(8).toList()).collect(Collectors.joining(", "));
	}
}
