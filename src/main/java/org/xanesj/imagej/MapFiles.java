// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import ij.ImagePlus;

import java.nio.file.Path;
import java.util.List;

import org.xanesj.stack.PixelSize;

/** Result maps as TIFF files that ImageJ opens with names, calibration and colours. */
public final class MapFiles {

	private MapFiles() {}

	/**
	 * Writes labels in 16 bits, in the colours of their legend.
	 *
	 * @throws org.xanesj.stack.InputException when the file cannot be written
	 */
	public static void writeLabels(final Path path, final LabelMap labels, final List<LegendEntry> legend,
		final PixelSize size)
	{
		final ImagePlus imp = MapImages.labels(path.getFileName().toString(), labels.labels(), labels.width(), labels
			.height(), labels.depth(), size);
		LabelLut.apply(imp, legend);
		MapImages.writeTiff(imp, path);
	}

	/**
	 * Writes values in 32 bits, a slice for each map.
	 *
	 * @param names of the maps: the slice labels
	 * @param maps one array a map, in raster order
	 * @param shape of each map
	 * @throws org.xanesj.stack.InputException when the file cannot be written
	 */
	public static void writeMaps(final Path path, final List<String> names, final float[][] maps, final LabelMap shape,
		final PixelSize size)
	{
		MapImages.writeTiff(MapImages.maps(path.getFileName().toString(), names, maps, shape.width(), shape.height(), shape
			.depth(), size), path);
	}
}
