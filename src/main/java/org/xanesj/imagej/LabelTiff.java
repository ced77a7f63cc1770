// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;

import ij.ImagePlus;

/**
 * Writes labels as an ImageJ TIFF file, plane by plane: 16 bits, in the colours of their legend. The file is there when
 * all planes are written and it is closed; otherwise there is none.
 */
public final class LabelTiff implements AutoCloseable {

	private final String name;
	private final TiffWriter writer;
	private final short[] plane;

	/**
	 * @param legend whose colours are those of the labels 1, 2, …
	 * @throws org.xanesj.stack.InputException when the file cannot be written, because it would exceed 4 GB or for another
	 *           reason
	 */
	public LabelTiff(final Path path, final List<LegendEntry> legend, final MapShape shape) {
		name = path.getFileName().toString();
		plane = new short[shape.area()];
		final ImagePlus blank = MapImages.calibrated(name, new OnDemandStack(shape.width(), shape.height(), Short.SIZE,
			Collections.nCopies(shape.depth(), null), null, slice -> plane), 1, shape.depth(), shape.size());
		LabelLut.apply(blank, legend);
		writer = new TiffWriter(path, TiffFile.describe(blank));
	}

	/**
	 * Writes the next plane.
	 *
	 * @param labels width x height values in raster order, 0 = background
	 * @throws org.xanesj.stack.InputException when their number differs, one is negative or above 65535, or the file cannot
	 *           be written
	 */
	public void plane(final int[] labels) {
		MapImages.checkLength(name, labels.length, plane.length);
		for (int p = 0; p < plane.length; p++) plane[p] = MapImages.checkedLabel(name, labels[p]);
		writer.write(plane);
	}

	/** Completes the file; removes it when planes are missing. */
	@Override
	public void close() {
		writer.close();
	}
}
