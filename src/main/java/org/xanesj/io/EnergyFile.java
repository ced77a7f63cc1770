// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

import org.xanesj.stack.EnergyOrder;
import org.xanesj.stack.InputException;

/**
 * The energies of a stack from a text file: one in each line, or the first column, or the one that is called energy, or
 * all in one line; comments of any style.
 */
public final class EnergyFile {

	private EnergyFile() {}

	/**
	 * @return the energies as they stand in the file: unit and order are the business of
	 *         {@link org.xanesj.stack.EnergyOrder}
	 * @throws InputException when there are none, or it is not certain which they are
	 */
	public static double[] read(final Path file) {
		final String name = file.getFileName().toString();
		if (!Files.isRegularFile(file)) throw new InputException(file + (Files.exists(file) ? " is no file." :
			" is not there."), "Check the path of the energies.");
		final ColumnTable table = ColumnTable.of(DecodedText.lines(file), name);
		// an energy that is lost would shift all that follow against their images
		if (!table.notes().isEmpty()) throw new InputException(name + " has lines without an energy. " + table.notes()
			.get(0), "Write one energy in each line, and comments behind #.");
		final double[] first = table.columns().get(0);
		if (first.length == 1) return table.columns().stream().mapToDouble(column -> column[0]).toArray();
		if (isDecimalComma(table)) throw new InputException(name + ": in its lines the comma may be a decimal mark.",
			"Write energies with a decimal point, or separate columns by semicolons or tabs.");
		final int labelled = table.labels().stream().map(ColumnRole::of).toList().indexOf(ColumnRole.ENERGY);
		return labelled < 0 ? first : table.columns().get(labelled);
	}

	/**
	 * @param stack name, for the message
	 * @param images how many it has
	 * @return the energies in order: one for each image, or for each along one of the stack's dimensions
	 * @throws InputException when there are none, or their number does not fit
	 */
	public static EnergyOrder order(final Path file, final String stack, final int images) {
		final double[] values = read(file);
		if (images % values.length != 0) throw new InputException(file + " holds " + values.length + " energies, and " +
			stack + " " + images + (images == 1 ? " image." : " images."), "Give one energy for each image.");
		return EnergyOrder.of(values, file.getFileName().toString());
	}

	/** @return what is said of a stack with energies from a file */
	public static String note(final Path file) {
		return "The energies are those in " + file + ".";
	}

	/** Lines such as 7112,5 without any point or label: two columns of whole numbers, or one with decimals. */
	private static boolean isDecimalComma(final ColumnTable table) {
		return table.dialect() == ColumnDialect.COMMAS && table.labels().isEmpty() && table.columns().size() == 2 && table
			.columns().stream().flatMapToDouble(Arrays::stream).allMatch(v -> v == Math.rint(v));
	}

	/**
	 * @param stack the path of a stack's file or folder
	 * @param count how many energies it needs
	 * @return the first of {@code STEM.txt}, {@code STEM.csv}, {@code STEM_energies.txt}, {@code energies.txt},
	 *         {@code energy.txt} beside it that holds as many
	 */
	public static Optional<Path> beside(final Path stack, final int count) {
		final String stem = ColumnText.stem(stack);
		return Stream.of(stem + ".txt", stem + ".csv", stem + "_energies.txt", "energies.txt", "energy.txt").map(
			stack::resolveSibling).filter(file -> !file.equals(stack) && Files.isRegularFile(file) && holds(file, count))
			.findFirst();
	}

	private static boolean holds(final Path file, final int count) {
		try {
			final double[] energies = read(file);
			return energies.length == count && DoubleStream.of(energies).allMatch(e -> e > 0);
		}
		catch (final InputException e) {
			return false;
		}
	}
}
