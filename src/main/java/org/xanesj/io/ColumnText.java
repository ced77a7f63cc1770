// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import java.nio.file.Path;

import org.xanesj.stack.ReferenceLibrary;

/**
 * Columns of numbers in text, by whatever suffix ({@code .dat .txt .csv .e .nor .xmu .t .xsp}). What the comments
 * say as {@code key: value} becomes metadata.
 */
final class ColumnText implements SpectrumFormat {

	@Override
	public boolean reads(final byte[] head) {
		return DecodedText.isText(head);
	}

	@Override
	public ReferenceLibrary read(final Path file) {
		final String name = file.getFileName().toString();
		final ColumnTable table = ColumnTable.of(DecodedText.lines(file), name);
		final SpectrumCollector collector = new SpectrumCollector();
		SpectrumColumns.collect(table, name, stem(file), table.fields(), collector);
		return collector.library();
	}

	/** @return the file's name without its suffix */
	static String stem(final Path file) {
		final String name = file.getFileName().toString();
		final int dot = name.lastIndexOf('.');
		return dot > 0 ? name.substring(0, dot) : name;
	}
}
