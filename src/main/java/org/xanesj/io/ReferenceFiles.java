// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

import org.xanesj.stack.InputException;
import org.xanesj.stack.ReferenceLibrary;
import org.xanesj.stack.ReferenceLibrary.LeftOut;

/**
 * Reference spectra from XDI files, Athena projects and columns of text.
 *
 * <pre>
 * ReferenceLibrary references = ReferenceFiles.open(Path.of("references"));
 * references.spectra().get(0).name(); // the file's name without its suffix
 * references.leftOut(); // what could not be used, and why
 * </pre>
 *
 * Values are as the file has them, not normalised. Energies of an Athena group are shifted as Athena shows them
 * ({@code bkg_eshift}), which is noted; the other parameters it keeps ({@code bkg_e0}, {@code bkg_pre1}, ...) stand in the
 * metadata.
 */
public final class ReferenceFiles {

	private static final Pattern TEXT_ABOUT_DATA = Pattern.compile(
		"(read.?me|licen[cs]e|copying|notice|changelog|citation|authors|thumbs\\.db|desktop\\.ini)(?![a-z]).*|.*~",
		Pattern.CASE_INSENSITIVE);

	/** Files that stand beside spectra and hold none: pictures, documents, scripts, image stacks. */
	private static final Set<String> OTHER_SUFFIXES = Set.of("pdf", "png", "jpg", "jpeg", "gif", "bmp", "svg", "eps",
		"ps", "tif", "tiff", "doc", "docx", "odt", "rtf", "tex", "xls", "xlsx", "ods", "ppt", "pptx", "opj", "opju", "html",
		"htm", "md", "rst", "xml", "yaml", "yml", "zip", "tar", "tgz", "7z", "py", "ipynb", "m", "mat", "ijm", "sh", "bat", "ini",
		"log", "hdr", "xim", "msk", "xrm", "txrm", "h5", "hdf", "hdf5", "nxs", "nx5", "ncb", "npy", "npz", "lnk");

	private ReferenceFiles() {}

	/**
	 * @param fileOrFolder a file, or a folder of which every file that can be read is taken, sorted by name; folders in
	 *          it, hidden files, documents and pictures are passed over
	 * @throws InputException when nothing is there, or no usable spectrum in it
	 */
	public static ReferenceLibrary open(final Path fileOrFolder) {
		final ReferenceLibrary library = Files.isDirectory(fileOrFolder) ? openFolder(fileOrFolder) : openFile(
			fileOrFolder);
		if (library.spectra().isEmpty()) throw new InputException(fileOrFolder.getFileName() +
			" holds no usable reference spectrum: " + SpectrumFile.whyNone(library) + (library.leftOut().size() > 1 ? " (" +
				library.leftOut().get(0).name() + ", the first of " + library.leftOut().size() + ")" : ""),
			"Give XDI files, an Athena project, or energies and absorption in columns of text.");
		return library;
	}

	/** An incident intensity may be the same at every energy; a reference that is has no edge. */
	private static ReferenceLibrary openFile(final Path file) {
		return SpectrumFile.library(file).without(spectrum -> DoubleStream.of(spectrum.values()).allMatch(v -> v == spectrum
			.values()[0]) ? "All its values are " + spectrum.values()[0] + "." : null);
	}

	private static ReferenceLibrary openFolder(final Path folder) {
		ReferenceLibrary library = ReferenceLibrary.of(List.of());
		for (final Path file : files(folder)) library = library.and(openOneOf(file));
		return library;
	}

	private static List<Path> files(final Path folder) {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter(Files::isRegularFile).filter(ReferenceFiles::mayBeData).sorted(Comparator.comparing(
				file -> file.getFileName().toString())).toList();
		}
		catch (final IOException e) {
			throw DecodedText.unreadable(folder, e);
		}
	}

	private static ReferenceLibrary openOneOf(final Path file) {
		final String name = file.getFileName().toString();
		// beside a stack its incident intensity lies among the spectra and must not become a species
		if (ColumnText.stem(file).equalsIgnoreCase("i0")) return without(name, "By its name it is an incident intensity.");
		try {
			return openFile(file);
		}
		catch (final InputException e) {
			return without(name, SpectrumCollector.reason(e));
		}
	}

	private static ReferenceLibrary without(final String name, final String reason) {
		return new ReferenceLibrary(List.of(), List.of(new LeftOut(name, reason)), List.of());
	}

	private static boolean mayBeData(final Path file) {
		final String name = file.getFileName().toString();
		final String suffix = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
		return !name.startsWith(".") && !TEXT_ABOUT_DATA.matcher(name).matches() && (!name.contains(".") || !OTHER_SUFFIXES
			.contains(suffix));
	}
}
