// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.xanesj.stack.InputException;
import org.xanesj.stack.ReferenceLibrary;
import org.xanesj.stack.Spectrum;

/**
 * A file with one spectrum, such as an incident intensity.
 *
 * <pre>
 * Spectrum i0 = SpectrumFile.read(Path.of("i0.xsp"));
 * </pre>
 */
public final class SpectrumFile {

	/** The metadata under which a spectrum carries what was assumed when it was read, one sentence a line. */
	public static final String NOTES = "XanesJ.notes";

	private SpectrumFile() {}

	/**
	 * @param file in any format in which references are read
	 * @return its spectrum; what was assumed stands under {@link #NOTES} in the metadata
	 * @throws InputException when it cannot be read, or holds no usable spectrum or several
	 */
	public static Spectrum read(final Path file) {
		final ReferenceLibrary library = library(file);
		if (library.spectra().isEmpty()) throw new InputException(file.getFileName() + ": " + whyNone(library),
			"Give a file with energies and values in two columns.");
		final int count = library.spectra().size();
		if (count > 1) throw new InputException(file.getFileName() + " holds " + count + " spectra where one is needed.",
			"Give a file with energies and values in two columns.");
		final Spectrum spectrum = library.spectra().get(0);
		if (library.notes().isEmpty()) return spectrum;
		final Map<String, String> metadata = new HashMap<>(spectrum.metadata());
		metadata.put(NOTES, String.join("\n", library.notes()));
		return new Spectrum(spectrum.name(), spectrum.energies(), spectrum.values(), metadata);
	}

	/** @throws InputException when the file as a whole cannot be used */
	static ReferenceLibrary library(final Path file) {
		if (!Files.exists(file)) throw new InputException(file + " is not there.", "Check the path.");
		if (Files.isDirectory(file)) throw new InputException(file + " is a folder.", "Give a file with a spectrum.");
		final byte[] head = head(file);
		if (head.length == 0) throw new InputException(file.getFileName() + " is empty.", "Copy it again.");
		for (final SpectrumFormat format : SpectrumFormat.ALL) if (format.reads(head)) return format.read(file);
		throw new InputException(file.getFileName() + " is not text, XDI or an Athena project.",
			"Give XDI, an Athena project, or columns of text.");
	}

	/** @return why a library without spectra has none: the first that was left out */
	static String whyNone(final ReferenceLibrary library) {
		return library.leftOut().isEmpty() ? "no spectrum in it." : library.leftOut().get(0).reason();
	}

	private static byte[] head(final Path file) {
		try (InputStream in = Files.newInputStream(file)) {
			return in.readNBytes(SpectrumFormat.HEAD);
		}
		catch (final IOException e) {
			throw DecodedText.unreadable(file, e);
		}
	}
}
