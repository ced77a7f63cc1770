// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.xanesj.stack.InputException;
import org.xanesj.stack.Spectrum;

/**
 * Writes a spectrum as XDI 1.0, which Athena and Larch open: energy in eV and one column of values. Metadata that is
 * named as XDI names it ({@code Element.symbol}, {@code Mono.d_spacing}) goes into the header, the spectrum's name into
 * {@code Sample.name} when nothing is there.
 */
public final class XdiWriter {

	private static final Pattern FIELD = Pattern.compile("[A-Za-z]\\w*\\.\\w+");

	private XdiWriter() {}

	/**
	 * Writes the values as absorption, {@code mu}.
	 *
	 * @throws InputException when a value is not finite, or the file cannot be written
	 */
	public static void write(final Spectrum spectrum, final Path file) {
		write(spectrum, "mu", file);
	}

	/**
	 * Writes the whole file or nothing: a file that is there already stays as it is until the new one is complete.
	 *
	 * @param column what the values are by XDI's names, such as {@code mu}, {@code norm}, {@code i0}
	 * @throws InputException when a value is not finite, or the file cannot be written
	 */
	public static void write(final Spectrum spectrum, final String column, final Path file) {
		if (!spectrum.isFinite()) throw new InputException(spectrum.name() + " has a value that is not a finite number.",
			"Leave its energy out before writing.");
		final Path whole = file.toAbsolutePath();
		final Path part = whole.resolveSibling("." + whole.getFileName() + ".part");
		try {
			Files.write(part, text(spectrum, column).getBytes(StandardCharsets.UTF_8));
			move(part, whole);
		}
		catch (final IOException e) {
			discard(part, e);
			throw new InputException(file + " cannot be written: " + e.getMessage() + ".",
				"Check that its folder is there, not full, and that you may write in it.", e);
		}
	}

	private static String text(final Spectrum spectrum, final String column) {
		final Map<String, String> fields = new TreeMap<>(spectrum.metadata());
		fields.putIfAbsent("Sample.name", spectrum.name());
		final StringBuilder text = new StringBuilder("# XDI/1.0 XanesJ\n");
		text.append("# Column.1: energy eV\n# Column.2: ").append(column).append('\n');
		fields.forEach((key, value) -> {
			if (isField(key) && !value.isBlank()) text.append("# ").append(key).append(": ").append(value.replaceAll("\\s+",
				" ").strip()).append('\n');
		});
		text.append("#---------------------------------\n#  energy  ").append(column).append('\n');
		for (int i = 0; i < spectrum.values().length; i++) text.append("  ").append(spectrum.energies().at(i)).append("  ")
			.append(spectrum.values()[i]).append('\n');
		return text.toString();
	}

	private static boolean isField(final String key) {
		return FIELD.matcher(key).matches() && !key.startsWith("Column.") && !key.equals(SpectrumFile.NOTES);
	}

	private static void move(final Path part, final Path whole) throws IOException {
		try {
			Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (final AtomicMoveNotSupportedException e) {
			Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
		}
	}

	private static void discard(final Path part, final IOException because) {
		try {
			Files.deleteIfExists(part);
		}
		catch (final IOException e) {
			because.addSuppressed(e);
		}
	}
}
