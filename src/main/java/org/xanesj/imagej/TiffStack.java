// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import ij.ImagePlus;
import ij.ImageStack;

import org.xanesj.stack.EnergyOrder;
import org.xanesj.stack.Heap;
import org.xanesj.stack.InputException;
import org.xanesj.stack.SpectralImage;
import org.xanesj.stack.StoredStack;

/**
 * Reads TIFF files of grey values with ImageJ's decoder. In Fiji {@code IJ.open}, {@code IJ.openImage} and
 * {@code Opener.open} ask plugins first, and so would ask us again; and ImageJ's openers tell of errors in dialogs and
 * in its log. So only its decoding of directories and of pixels is used, which knows nothing of either.
 */
public final class TiffStack {

	private TiffStack() {}

	/**
	 * @param energies in the order of the file, when its slice labels carry none
	 * @return the stack, in memory
	 * @throws InputException when the file cannot be read, or there are no energies for it
	 */
	public static SpectralImage read(final Path path, final Optional<double[]> energies) {
		return find(path, energies).inMemory();
	}

	/**
	 * Looks at all but the pixels, which are read from the file when they are needed.
	 *
	 * @param energies in the order of the file, when its slice labels carry none
	 * @throws InputException when the file is no TIFF file of grey values, or there are no energies for it
	 */
	public static StoredStack find(final Path path, final Optional<double[]> energies) {
		final StoredTiff tiff = StoredTiff.of(path);
		return energies.map(raw -> tiff.stack(EnergyOrder.of(raw, tiff.name()))).orElseGet(tiff::stack);
	}

	/**
	 * @return the image, not shown, with its slice labels, properties and calibration
	 * @throws InputException naming the file when it is no TIFF file, truncated, damaged, in colour, or too large for
	 *           memory
	 */
	public static ImagePlus open(final Path path) {
		final StoredTiff tiff = StoredTiff.of(path);
		final TiffPlanes planes = tiff.planes();
		Heap.require(planes.bytesInMemory(), tiff.name(), "its images");
		try (TiffReader reader = new TiffReader(planes, CalibrationTable.NONE)) {
			final ImageStack stack = new ImageStack(planes.width(), planes.height(), tiff.colours());
			final List<String> labels = tiff.labels();
			for (int i = 0; i < labels.size(); i++) stack.addSlice(labels.get(i), reader.pixels(i));
			final ImagePlus imp = new ImagePlus(tiff.name(), stack);
			tiff.describe(imp);
			return imp;
		}
	}
}
