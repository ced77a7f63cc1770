// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.awt.image.ColorModel;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.FileOpener;
import ij.io.RandomAccessStream;
import ij.io.TiffDecoder;

import org.xanesj.stack.EnergyOrder;
import org.xanesj.stack.InputException;
import org.xanesj.stack.StoredStack;

/**
 * A TIFF file that has been looked at: its directories are decoded, its pixels stay where they are.
 *
 * <pre>
 * StoredTiff tiff = StoredTiff.of(path);
 * SpectralImage stack = tiff.stack().open();
 * </pre>
 */
public final class StoredTiff {

	private final Path path;
	private final FileInfo first;
	private final TiffLayout layout;

	private StoredTiff(final Path path, final FileInfo first, final TiffLayout layout) {
		this.path = path;
		this.first = first;
		this.layout = layout;
	}

	/**
	 * @throws InputException naming the file when it is no TIFF file of grey values that ImageJ can decode, truncated or
	 *           damaged
	 */
	public static StoredTiff of(final Path path) {
		if (!Files.isRegularFile(path)) throw new InputException(path + " is not a file.", "Check the path.");
		try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
			TiffDirectories.check(file);
			final FileInfo[] directories = decode(path);
			return new StoredTiff(path, directories[0], TiffLayout.of(path, directories, file.length()));
		}
		catch (final IOException | RuntimeException e) {
			throw TiffComplaint.of(path.getFileName().toString(), e);
		}
	}

	private static FileInfo[] decode(final Path path) throws IOException {
		try (Decoder decoder = new Decoder(path)) {
			final FileInfo[] directories = decoder.getTiffInfo();
			if (directories == null) throw new IOException("holds no image");
			return directories;
		}
	}

	/** @return the number of images */
	public int images() {
		return layout.count();
	}

	/** @return the file's name */
	public String name() {
		return path.getFileName().toString();
	}

	/** @return the label of each image, null where it has none */
	public List<String> labels() {
		final List<String> labels = new ArrayList<>();
		final boolean fit = first.sliceLabels != null && first.sliceLabels.length <= images();
		for (int i = 0; i < images(); i++) labels.add(fit && i < first.sliceLabels.length ? first.sliceLabels[i] : null);
		return labels;
	}

	/** @throws InputException when the slice labels carry no energies, or it has too many dimensions */
	public StoredStack stack() {
		final ImagePlus header = header();
		return stack(header, EnergySlices.of(header));
	}

	/**
	 * @param order energies from elsewhere
	 * @throws InputException when their number fits no dimension of the image
	 */
	public StoredStack stack(final EnergyOrder order) {
		final ImagePlus header = header();
		return stack(header, EnergySlices.of(header, order));
	}

	private StoredStack stack(final ImagePlus header, final EnergySlices slices) {
		return slices.stored(TiffSpectra.of(planes(), slices.layout(), CalibrationTable.of(header)));
	}

	/** @return the energies that the labels carry */
	public Optional<EnergyLabels> energies() {
		return EnergyLabels.of(labels());
	}

	TiffPlanes planes() {
		return new TiffPlanes(List.of(layout));
	}

	/** @return an image of a single blank pixel that has all that the file says besides its pixels */
	ImagePlus header() {
		final int bits = layout.sample().bitDepth();
		final Object pixel = bits == 8 ? new byte[1] : bits == 16 ? new short[1] : new float[1];
		final ImagePlus header = new ImagePlus(name(), new OnDemandStack(1, 1, bits, labels(), null, slice -> pixel));
		describe(header);
		return header;
	}

	/** Puts what the file says besides its pixels on an image. */
	void describe(final ImagePlus imp) {
		TiffMetadata.apply((FileInfo) first.clone(), imp);
	}

	/** @return the colours that its values are shown in */
	ColorModel colours() {
		return new FileOpener(first).createColorModel(first);
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
