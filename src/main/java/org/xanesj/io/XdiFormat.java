// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.xanesj.stack.ReferenceLibrary;

/**
 * The XAFS Data Interchange format, version 1 (Ravel and Newville, J. Phys.: Conf. Ser. 712, 012148, 2016), known by
 * its first line. Header fields ({@code Element.symbol} and so on) become metadata; {@code Column.N} names the columns.
 * Looser than the standard: what a careless program wrote is read when the numbers are clear.
 */
final class XdiFormat implements SpectrumFormat {

	private static final Pattern FIRST_LINE = Pattern.compile("\uFEFF?\\s*#+\\s*XDI/");

	/** Beamlines write the address of the device behind the label. */
	private static final Pattern ADDRESS = Pattern.compile("\\s*\\|\\|.*");

	@Override
	public boolean reads(final byte[] head) {
		return FIRST_LINE.matcher(new String(head, StandardCharsets.UTF_8)).lookingAt();
	}

	@Override
	public ReferenceLibrary read(final Path file) {
		final String name = file.getFileName().toString();
		final ColumnTable table = ColumnTable.of(DecodedText.lines(file), name);
		final SpectrumCollector collector = new SpectrumCollector();
		SpectrumColumns.collect(labelled(table), name, ColumnText.stem(file), table.fields(), collector);
		return collector.library();
	}

	/** The fields say more than the line above the numbers (the unit), but only if there is one for each column. */
	private static ColumnTable labelled(final ColumnTable table) {
		final Map<String, String> fields = table.fields();
		final List<String> labels = new ArrayList<>();
		for (int c = 1; c <= table.columns().size(); c++) {
			final String label = fields.get("Column." + c);
			if (label == null) return table;
			labels.add(ADDRESS.matcher(label).replaceFirst(""));
		}
		return table.labelled(labels);
	}
}
