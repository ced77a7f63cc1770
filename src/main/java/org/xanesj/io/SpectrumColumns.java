// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.xanesj.stack.InputException;
import org.xanesj.stack.Spectrum;

/**
 * Which of a table's columns are spectra: detector columns become absorption; else the column that is called
 * absorption; else every column with a name of its own is a spectrum; else the second column. Where there was
 * something to choose, the choice is noted.
 */
final class SpectrumColumns {

	/** Labels of columns that are normalised already, as Athena, Larch and others write them. */
	private static final Pattern NORMALIZED = Pattern.compile("(x?mu[ _]?)?norm|flat|nor|normali[sz]ed( .*)?",
		Pattern.CASE_INSENSITIVE);

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
		else if (!addFromDetectors(stem, energy) && !addAbsorption(stem, energy) && !addNamed(energy))
			addChosen(stem, energy, energy == 0 ? 1 : 0);
	}

	private boolean addFromDetectors(final String stem, final int energy) {
		final int i0 = roles.indexOf(ColumnRole.I0);
		final int it = roles.indexOf(ColumnRole.TRANSMITTED);
		final int[] yields = yields();
		if (i0 < 0 || it < 0 && yields.length == 0) return false;
		// behind a thick sample a detector counts nothing: its column is there and says nothing
		final boolean isLit = it >= 0 && DoubleStream.of(column(it)).allMatch(v -> v > 0);
		if (yields.length == 0 && !isLit && roles.contains(ColumnRole.ABSORPTION)) return false;
		if (yields.length == 0) add(stem, energy, transmission(i0, it, ""));
		else if (isLit && !isFluorescence()) add(stem, energy, transmission(i0, it, ", not of its fluorescence"));
		else add(stem, energy, fluorescence(i0, yields, it < 0 ? "" : ", not of its transmission"));
		return true;
	}

	/** @return ln(I0/It) */
	private double[] transmission(final int i0, final int it, final String instead) {
		choice("absorption was made as ln(" + label(i0) + "/" + label(it) + ")" + instead);
		final double[] values = new double[column(i0).length];
		Arrays.setAll(values, i -> Math.log(column(i0)[i] / column(it)[i]));
		return values;
	}

	/** @return If/I0, channels added up */
	private double[] fluorescence(final int i0, final int[] yields, final String instead) {
		final String sum = IntStream.of(yields).mapToObj(this::label).collect(Collectors.joining("+"));
		choice("absorption was made as " + (yields.length > 1 ? "(" + sum + ")" : sum) + "/" + label(i0) + instead);
		final double[] values = new double[column(i0).length];
		Arrays.setAll(values, i -> IntStream.of(yields).mapToDouble(c -> column(c)[i]).sum() / column(i0)[i]);
		return values;
	}

	/** @return the columns to add up: a total, where there is one, holds its numbered channels already */
	private int[] yields() {
		final int[] all = IntStream.range(0, roles.size()).filter(c -> roles.get(c) == ColumnRole.YIELD).toArray();
		final int[] totals = IntStream.of(all).filter(c -> !label(c).matches(".*\\d")).toArray();
		return totals.length == 0 ? all : new int[] { totals[0] };
	}

	/** @return whether the header speaks of fluorescence and not of transmission */
	private boolean isFluorescence() {
		return header().contains("fluorescence") && !header().contains("transmission");
	}

	private String header() {
		return String.join("\n", table.header()).toLowerCase(Locale.ROOT);
	}

	private boolean addAbsorption(final String stem, final int energy) {
		final List<String> preferred = List.of("mu", "xmu", "norm", "flat");
		final int[] found = IntStream.range(0, roles.size()).filter(c -> roles.get(c) == ColumnRole.ABSORPTION).toArray();
		if (found.length == 0) return false;
		final int taken = preferred.stream().flatMap(word -> IntStream.of(found).boxed().filter(c -> label(c)
			.equalsIgnoreCase(word))).findFirst().orElse(found[0]);
		choose(taken);
		into.add(file, stem, column(energy), column(taken), NORMALIZED.matcher(label(taken)).matches() ? marked() : metadata);
		return true;
	}

	private boolean addNamed(final int energy) {
		final int[] named = IntStream.range(0, roles.size()).filter(c -> c != energy && roles.get(c) == ColumnRole.NAME)
			.toArray();
		if (named.length == 0) return false;
		final boolean isUnique = roles.indexOf(ColumnRole.ENERGY) == roles.lastIndexOf(ColumnRole.ENERGY);
		if (!isUnique) throw new InputException(file + " has several energy columns: which spectrum has which is not clear.",
			"Save a file for each spectrum, or all on the same energies.");
		choice("each of its named columns was taken as a spectrum, " + named.length + " in all");
		final boolean isNormalized = header().contains("normalized mu");
		for (final int c : named) into.add(file, label(c), column(energy), column(c), isNormalized ? marked() : metadata);
		return true;
	}

	/** What is added to the metadata of a spectrum that its file calls normalised: Demeter, and columns of Athena and Larch. */
	private Map<String, String> marked() {
		final Map<String, String> marked = new HashMap<>(metadata);
		marked.put(Spectrum.NORMALIZED, "true");
		return marked;
	}

	private void addChosen(final String name, final int energy, final int c) {
		choose(c);
		add(name, energy, column(c));
	}

	private void choose(final int c) {
		choice("column " + (c + 1) + " of " + table.columns().size() + (roles.isEmpty() ? "" : " (" + label(c) + ")") +
			" was taken as the spectrum");
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
