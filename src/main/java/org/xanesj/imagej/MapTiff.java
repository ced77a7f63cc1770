// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import ij.ImagePlus;

/**
 * Writes maps of values as an ImageJ TIFF file, plane by plane: 32 bits, a slice for each map, in a volume channel = map
 * and then z. The file is there when all planes are written and it is closed; otherwise there is none.
 *
 * <pre>
 * try (MapTiff species = new MapTiff(path, names, shape)) {
 * 	for (int z = 0; z &lt; shape.depth(); z++) species.plane(fractions(z));
 * }
 * </pre>
 */
public final class MapTiff implements AutoCloseable {

	private final Path path;
	private final List<String> names;
	private final MapShape shape;
	/** Made when the first plane is there, whose smallest and largest value are shown black and white. */
	private TiffWriter writer;

	/**
	 * @param names of the maps: the slice labels
	 * @throws org.xanesj.stack.InputException when there is no name
	 */
	public MapTiff(final Path path, final List<String> names, final MapShape shape) {
		MapImages.checkNames(path.getFileName().toString(), names, names.size());
		this.path = path;
		this.names = List.copyOf(names);
		this.shape = shape;
	}

	/**
	 * Writes the next plane.
	 *
	 * @param maps one array a map, width x height values in raster order
	 * @throws org.xanesj.stack.InputException when their number or size differs, or the file cannot be written, because
	 *           it would exceed 4 GB or for another reason
	 */
	public void plane(final float[][] maps) {
		for (final float[] map : maps) MapImages.checkLength(path.getFileName().toString(), map.length, shape.area());
		MapImages.checkNames(path.getFileName().toString(), names, maps.length);
		if (writer == null) writer = new TiffWriter(path, TiffFile.describe(blank(maps[0])));
		for (final float[] map : maps) writer.write(map);
	}

	private ImagePlus blank(final float[] map) {
		final List<String> labels = new ArrayList<>();
		for (int z = 0; z < shape.depth(); z++) labels.addAll(names);
		return MapImages.calibrated(path.getFileName().toString(), new OnDemandStack(shape.width(), shape.height(), Float.SIZE,
			labels, null, slice -> map), names.size(), shape.depth(), shape.size());
	}

	/** Completes the file; removes it when planes are missing. */
	@Override
	public void close() {
		if (writer != null) writer.close();
	}
}
