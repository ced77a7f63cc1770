// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.xanesj.stack.InputException;

/**
 * Which of a table's columns are spectra: detector columns become absorption; else the column that is called
 * absorption; else every column with a name of its own is a spectrum; else the second column. Where there was
 * something to choose, the choice is noted.
 */
final class SpectrumColumns {

	private final ColumnTable table;
	private final List<ColumnRole> roles;
	private final String file;
	private final Map<String, String> metadata;
	private final SpectrumCollector into;

	private SpectrumColumns(final ColumnTable table, final String file, final Map<String, String> metadata,
		final SpectrumCollector into)
	{
		this.table = table;
		this.roles = table.labels().stream().map(ColumnRole::of).toList();
		this.file = file;
		this.metadata = metadata;
		this.into = into;
	}

	/**
	 * @param file the file's name, for messages
	 * @param stem what a single spectrum is called
	 * @throws InputException when no column can be a spectrum's energy or values
	 */
	static void collect(final ColumnTable table, final String file, final String stem, final Map<String, String> metadata,
		final SpectrumCollector into)
	{
		table.notes().forEach(into::note);
		new SpectrumColumns(table, file, metadata, into).collect(stem);
	}

	private void collect(final String stem) {
		final int width = table.columns().size();
		if (width < 2) throw new InputException(file + " has one column of numbers only.",
			"Give a file with energies and absorption.");
		if (!roles.contains(ColumnRole.ENERGY) && !roles.isEmpty() && roles.get(0) == ColumnRole.WAVENUMBER)
			throw new InputException(file + ": its first column is \"" + table.labels().get(0) + "\", not an energy.",
				"Export the spectrum as mu(E) over energy.");
		final int energy = Math.max(0, roles.indexOf(ColumnRole.ENERGY));
		if (width == 2) add(stem, energy, column(1 - energy));
		else if (!addFromDetectors(stem, energy) && !addAbsorption(stem, energy) && !addNamed(energy)) {
			final int second = energy == 0 ? 1 : 0;
			choice("column " + (second + 1) + " of " + width + (table.labels().isEmpty() ? "" : " (" + table.labels().get(
				second) + ")") + " was taken as the spectrum");
			add(stem, energy, column(second));
		}
	}

	/**
	 * Transmission: ln(I0/It). Fluorescence: If/I0, channels added up. A detector behind a thick sample counts nothing: its
	 * column is there and says nothing.
	 */
	private boolean addFromDetectors(final String stem, final int energy) {
		final int i0 = roles.indexOf(ColumnRole.I0);
		if (i0 < 0) return false;
		final int transmitted = roles.indexOf(ColumnRole.TRANSMITTED);
		final int[] yields = yields();
		final boolean isLit = transmitted >= 0 && DoubleStream.of(column(transmitted)).allMatch(v -> v > 0);
		if (yields.length == 0 && (transmitted < 0 || !isLit && roles.contains(ColumnRole.ABSORPTION))) return false;
		final double[] values = column(i0).clone();
		if (yields.length == 0 || isLit && !isFluorescence()) {
			Arrays.setAll(values, i -> Math.log(values[i] / column(transmitted)[i]));
			choice("absorption was made as ln(" + label(i0) + "/" + label(transmitted) + ")" + (yields.length == 0 ? ""
				: ", not of its fluorescence"));
		}
		else {
			Arrays.setAll(values, i -> IntStream.of(yields).mapToDouble(c -> column(c)[i]).sum() / values[i]);
			choice("absorption was made as " + IntStream.of(yields).mapToObj(this::label).collect(Collectors.joining("+",
				yields.length > 1 ? "(" : "", yields.length > 1 ? ")" : "")) + "/" + label(i0) + (transmitted < 0 ? ""
					: ", not of its transmission"));
		}
		add(stem, energy, values);
		return true;
	}

	/** @return the columns to add up: a total, where there is one, holds its numbered channels already */
	private int[] yields() {
		final int[] all = IntStream.range(0, roles.size()).filter(c -> roles.get(c) == ColumnRole.YIELD).toArray();
		final int[] totals = IntStream.of(all).filter(c -> !label(c).matches(".*\\d")).toArray();
		return totals.length == 0 ? all : new int[] { totals[0] };
	}

	/** @return whether the header speaks of fluorescence and not of transmission */
	private boolean isFluorescence() {
		final String header = String.join("\n", table.header()).toLowerCase(Locale.ROOT);
		return header.contains("fluorescence") && !header.contains("transmission");
	}

	private boolean addAbsorption(final String stem, final int energy) {
		final List<String> preferred = List.of("mu", "xmu", "norm", "flat");
		final int[] found = IntStream.range(0, roles.size()).filter(c -> roles.get(c) == ColumnRole.ABSORPTION).toArray();
		if (found.length == 0) return false;
		final int taken = preferred.stream().flatMap(word -> IntStream.of(found).filter(c -> label(c).equalsIgnoreCase(word))
			.boxed()).findFirst().orElse(found[0]);
		choice("column " + (taken + 1) + " of " + roles.size() + " (" + label(taken) + ") was taken as the spectrum");
		add(stem, energy, column(taken));
		return true;
	}

	private boolean addNamed(final int energy) {
		final int[] named = IntStream.range(0, roles.size()).filter(c -> c != energy && roles.get(c) == ColumnRole.NAME)
			.toArray();
		if (named.length == 0) return false;
		if (roles.stream().filter(role -> role == ColumnRole.ENERGY).count() > 1) throw new InputException(file +
			" has several energy columns, and which spectrum belongs to which is not certain.",
			"Save a file for each spectrum, or all on the same energies.");
		choice("each of its named columns was taken as a spectrum, " + named.length + " in all");
		for (final int c : named) add(label(c), energy, column(c));
		return true;
	}

	private void add(final String name, final int energy, final double[] values) {
		into.add(file, name, column(energy), values, metadata);
	}

	private double[] column(final int c) {
		return table.columns().get(c);
	}

	private String label(final int c) {
		return table.labels().get(c);
	}

	private void choice(final String what) {
		into.note(file + ": " + what + ".");
	}
}
