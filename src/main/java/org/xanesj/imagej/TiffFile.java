// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.Prefs;
import ij.VirtualStack;
import ij.io.FileInfo;
import ij.io.FileSaver;
import ij.io.RoiEncoder;
import ij.io.TiffEncoder;

import org.xanesj.stack.InputException;

/**
 * Writes TIFF files as ImageJ does, but whole or not at all, and telling of errors by exceptions instead of dialogs.
 */
final class TiffFile {

	/** Offsets in a TIFF file have 32 bits. */
	private static final long MOST_BYTES = 0xffffffffL;

	/** Room for slice labels and properties, and for the directory of each image. */
	private static final int HEAD = 1 << 20;
	static final int DIRECTORY = 256;

	/** What images and their directories may take. */
	static final long MOST_IMAGE_BYTES = MOST_BYTES - HEAD;

	private TiffFile() {}

	static void write(final ImagePlus imp, final Path path) {
		final FileInfo fi = describe(imp);
		requireRoom(fi, path);
		final Path unfinished = unfinished(path);
		try {
			try {
				try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished), 1 << 16)) {
					encoder(fi).write(out);
				}
				move(unfinished, path);
			}
			finally {
				Files.deleteIfExists(unfinished);
			}
		}
		catch (final IOException e) {
			throw unwritten(path, e);
		}
	}

	/** @throws InputException when pixels and directories need more bytes than a TIFF file can have */
	static void requireRoom(final FileInfo fi, final Path path) {
		final long bytes = (long) fi.width * fi.height * fi.getBytesPerPixel() * fi.nImages;
		if (bytes + (long) DIRECTORY * fi.nImages > MOST_IMAGE_BYTES) throw new InputException(path.getFileName() +
			" would have " + (bytes >> 20) + " MB, more than a TIFF file can hold.", "Write it in blocks of z.");
	}

	/** @return a hidden file beside it: not createTempFile, because what that makes may be read by its owner only */
	static Path unfinished(final Path path) {
		return path.resolveSibling("." + path.getFileName() + "." + UUID.randomUUID() + ".part");
	}

	static InputException unwritten(final Path path, final IOException e) {
		return new InputException(path + " could not be written: " + e + ".",
			"Check that its folder exists, may be written to and has room.", e);
	}

	/**
	 * Big-endian whatever the user prefers: ImageJ's decoder loses letters such as 'č' from the slice labels of
	 * little-endian files, and equal images shall give equal bytes.
	 */
	static synchronized TiffEncoder encoder(final FileInfo fi) {
		final boolean preferred = Prefs.intelByteOrder;
		try {
			Prefs.intelByteOrder = false;
			return new TiffEncoder(fi);
		}
		finally {
			Prefs.intelByteOrder = preferred;
		}
	}

	static void move(final Path from, final Path to) throws IOException {
		try {
			Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (final AtomicMoveNotSupportedException e) {
			Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
		}
	}

	static FileInfo describe(final ImagePlus imp) {
		final FileInfo fi = imp.getFileInfo();
		if (imp.getStack().isVirtual()) fi.virtualStack = (VirtualStack) imp.getStack();
		fi.description = new FileSaver(imp).getDescriptionString();
		fi.info = imp.getInfoProperty();
		fi.sliceLabels = labels(imp);
		fi.properties = sorted(imp.getPropertiesAsArray());
		fi.roi = RoiEncoder.saveAsByteArray(imp.getRoi());
		fi.overlay = FileSaver.getOverlay(imp);
		if (imp instanceof CompositeImage) new FileSaver(imp).saveDisplayRangesAndLuts(imp, fi);
		return fi;
	}

	private static String[] labels(final ImagePlus imp) {
		final String[] labels = new String[imp.getStackSize()];
		for (int i = 0; i < labels.length; i++) labels[i] = imp.getStack().getSliceLabel(i + 1);
		return labels;
	}

	/** In the order of their keys: that of a hash table may change with the Java version. */
	private static String[] sorted(final String[] properties) {
		if (properties == null) return null;
		final Map<String, String> byKey = new TreeMap<>();
		for (int i = 0; i + 1 < properties.length; i += 2) byKey.put(properties[i], properties[i + 1]);
		return byKey.entrySet().stream().flatMap(e -> Stream.of(e.getKey(), e.getValue())).toArray(String[]::new);
	}
}
