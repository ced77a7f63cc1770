// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.xanesj.stack.Heap;
import org.xanesj.stack.InputException;

import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Link;
import io.jhdf.api.Node;

/** Looks up nodes, attributes and short lists of numbers in an HDF5 file, links followed. */
final class Hdf5Node {

	/** More energies or positions than any scan has: a longer list is damage. */
	private static final long LONGEST_LIST = 10_000_000;

	private Hdf5Node() {}

	static Optional<Group> group(final Group parent, final String name) {
		return child(parent, name).filter(Group.class::isInstance).map(Group.class::cast);
	}

	static Optional<Dataset> dataset(final Group parent, final String name) {
		return child(parent, name).filter(Dataset.class::isInstance).map(Dataset.class::cast);
	}

	private static Optional<Node> child(final Group parent, final String name) {
		final Node node = parent.getChildren().get(name);
		if (!(node instanceof Link link)) return Optional.ofNullable(node);
		return link.isBrokenLink() ? Optional.empty() : Optional.of(link.getTarget());
	}

	/** @return the groups within, by name */
	static List<Group> groups(final Group parent) {
		return parent.getChildren().keySet().stream().sorted(Comparator.naturalOrder())
			.flatMap(name -> group(parent, name).stream()).toList();
	}

	/** @return the texts of an attribute, none when it is not there or holds something else */
	static List<String> texts(final Node node, final String attribute) {
		final Attribute found = node.getAttribute(attribute);
		return found == null || found.isEmpty() ? List.of() : strings(found.getData());
	}

	/** @return the first text of an attribute, empty when there is none */
	static String text(final Node node, final String attribute) {
		return texts(node, attribute).stream().findFirst().orElse("");
	}

	/** @return the text of a dataset, empty when it is not there or holds something else */
	static String value(final Group parent, final String name) {
		return dataset(parent, name).filter(d -> d.getSize() == 1)
			.flatMap(d -> strings(d.getData()).stream().findFirst()).orElse("");
	}

	private static List<String> strings(final Object data) {
		if (data instanceof String text) return List.of(text.strip());
		final List<String> texts = new ArrayList<>();
		if (data instanceof Object[] items) for (final Object item : items) texts.addAll(strings(item));
		return texts;
	}

	/**
	 * @return every number of a dataset, in the order of the file
	 * @throws InputException when it is too long, empty or no numbers
	 */
	static double[] numbers(final Dataset data) {
		final String name = data.getFileAsPath() + ": " + data.getPath();
		final long size = Heap.product(data.getDimensionsAsLong());
		if (size < 1 || size > LONGEST_LIST || data.isEmpty())
			throw new InputException(name + " holds " + (size < 0 ? "countless" : size) + " values.",
				"The file may be damaged, or the scan was not finished; copy it again.");
		requireNumbers(data);
		if (data.isScalar()) return new double[] { ((Number) data.getData()).doubleValue() };
		final Object flat = data.getDataFlat();
		final double[] numbers = new double[(int) size];
		for (int i = 0; i < numbers.length; i++) numbers[i] = ((Number) Array.get(flat, i)).doubleValue();
		return numbers;
	}

	/** @throws InputException when a dataset holds something else than numbers */
	static void requireNumbers(final Dataset data) {
		final Class<?> type = data.getJavaType();
		final boolean primitive = type.isPrimitive() && type != boolean.class && type != char.class;
		if (!primitive && !Number.class.isAssignableFrom(type))
			throw new InputException(data.getFileAsPath() + ": " + data.getPath() + " holds " + type.getSimpleName() +
				", not numbers.", "Only integers and floating-point numbers can be read.");
	}
}
