// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileInfo;
import ij.io.FileOpener;
import ij.io.RandomAccessStream;
import ij.io.TiffDecoder;

import org.xanesj.stack.Heap;
import org.xanesj.stack.InputException;
import org.xanesj.stack.SpectralImage;

/**
 * Reads TIFF files of grey values with ImageJ's decoder. In Fiji {@code IJ.open}, {@code IJ.openImage} and
 * {@code Opener.open} ask plugins first, and so would ask us again; and ImageJ's openers tell of errors in dialogs and
 * in its log. So only its decoding of directories and of pixels is used, which knows nothing of either.
 */
public final class TiffStack {

	private TiffStack() {}

	/**
	 * @param energies in the order of the file, when its slice labels carry none
	 * @throws InputException when the file cannot be read, or there are no energies for it
	 */
	public static SpectralImage read(final Path path, final Optional<double[]> energies) {
		final ImagePlus imp = open(path);
		return energies.isPresent() ? ImagePlusStack.read(imp, energies.get()) : ImagePlusStack.read(imp);
	}

	/**
	 * @return the image, not shown, with its slice labels, properties and calibration
	 * @throws InputException naming the file when it is no TIFF file, truncated, damaged, in colour, or too large for
	 * memory
	 */
	public static ImagePlus open(final Path path) {
		final String name = path.getFileName().toString();
		if (!Files.isRegularFile(path)) throw new InputException(path + " is not a file.", "Check the path.");
		try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
			TiffDirectories.check(file);
			final FileInfo[] directories = decode(path);
			final TiffPlanes planes = new TiffPlanes(file, directories);
			Heap.require(planes.bytesInMemory(), name, "its images");
			final FileInfo first = directories[0];
			final ImageStack stack = new ImageStack(first.width, first.height, new FileOpener(first).createColorModel(first));
			for (int i = 0; i < planes.count(); i++) stack.addSlice(label(first, i, planes.count()), planes.pixels(i));
			final ImagePlus imp = new ImagePlus(name, stack);
			TiffMetadata.apply(first, imp);
			return imp;
		}
		catch (final InputException e) {
			throw e;
		}
		catch (final IOException | RuntimeException e) {
			throw new InputException(name + complaint(e) + ".",
				"Copy it again, or save it as an uncompressed TIFF file of grey values.", e);
		}
	}

	/**
	 * Looks at the directories alone, without the pixels.
	 *
	 * @return the label of each image, null where it has none
	 * @throws InputException naming the file when it is no TIFF file of grey values, or damaged
	 */
	public static List<String> labels(final Path path) {
		final String name = path.getFileName().toString();
		try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
			TiffDirectories.check(file);
			final FileInfo[] directories = decode(path);
			final int count = new TiffPlanes(file, directories).count();
			final List<String> labels = new ArrayList<>();
			for (int i = 0; i < count; i++) labels.add(label(directories[0], i, count));
			return labels;
		}
		catch (final IOException | RuntimeException e) {
			throw new InputException(name + complaint(e) + ".", "Copy it again, or save it as an uncompressed TIFF file of grey " +
				"values.", e);
		}
	}

	/** Ours go on with the sentence that the file's name begins; ImageJ's are sentences of their own. */
	private static String complaint(final Exception e) {
		if (!(e instanceof IOException) || e.getMessage() == null) return " is damaged";
		final String first = e.getMessage().lines().findFirst().orElse("is damaged").replaceAll("\\.$", "");
		return (first.matches("(is|has|holds) .*") ? " " : ": ") + first;
	}

	private static String label(final FileInfo fi, final int i, final int count) {
		return fi.sliceLabels != null && fi.sliceLabels.length <= count && i < fi.sliceLabels.length ? fi.sliceLabels[i] :
			null;
	}

	private static FileInfo[] decode(final Path path) throws IOException {
		try (Decoder decoder = new Decoder(path)) {
			final FileInfo[] directories = decoder.getTiffInfo();
			if (directories == null) throw new IOException("holds no image");
			return directories;
		}
	}

	/** ImageJ's decoder, which leaves its file open when something is wrong with it. */
	private static final class Decoder extends TiffDecoder implements AutoCloseable {

		Decoder(final Path path) throws IOException {
			super(String.valueOf(path.toAbsolutePath().getParent()), path.getFileName().toString());
			in = new RandomAccessStream(new RandomAccessFile(path.toFile(), "r"));
		}

		@Override
		public void close() throws IOException {
			in.close();
		}
	}
}
