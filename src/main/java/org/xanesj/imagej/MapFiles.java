// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

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
		final MapShape shape = new MapShape(labels.width(), labels.height(), labels.depth(), size);
		try (LabelTiff file = new LabelTiff(path, legend, shape)) {
			for (int z = 0; z < shape.depth(); z++) file.plane(labels.labels(), z * shape.area());
		}
	}

	/**
	 * Writes values in 32 bits, a slice for each map.
	 *
	 * @param names of the maps: the slice labels
	 * @param maps one array a map, in raster order
	 * @param labels of the same shape
	 * @throws org.xanesj.stack.InputException when the file cannot be written
	 */
	public static void writeMaps(final Path path, final List<String> names, final float[][] maps, final LabelMap labels,
		final PixelSize size)
	{
		for (final float[] map : maps) MapImages.checkLength(path.getFileName().toString(), map.length, labels
			.labels().length);
		final MapShape shape = new MapShape(labels.width(), labels.height(), labels.depth(), size);
		try (MapTiff file = new MapTiff(path, names, shape)) {
			for (int z = 0; z < shape.depth(); z++) file.plane(maps, z * shape.area());
		}
	}
}
