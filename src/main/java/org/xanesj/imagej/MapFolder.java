// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.InputException;

/**
 * Writes the maps of a result into a folder, plane by plane: a file for each, such as {@code species.tif}, or, when one
 * of them would exceed the limit of TIFF files, blocks of z for each, {@code species-z0000.tif},
 * {@code species-z0040.tif}, …, with {@value BlockIndex#NAME}. When it is closed before every map has all its planes, it
 * leaves nothing.
 *
 * <pre>
 * try (MapFolder folder = new MapFolder(path, shape, energies, List.of(new PlannedMap.Values("species", names)))) {
 * 	for (int z = 0; z &lt; shape.depth(); z++) folder.values("species", fractions(z));
 * }
 * </pre>
 */
public final class MapFolder implements AutoCloseable {

	private final Path folder;
	private final MapShape shape;
	private final EnergyAxis energies;
	/** Planes in each file but the last, which may have fewer. */
	private final int blockPlanes;
	private final Map<String, MapBlocks> maps = new LinkedHashMap<>();

	/**
	 * @param folder that is there
	 * @param energies of the stack, for the index
	 * @param maps that will be written
	 * @throws InputException when one plane of a map is larger than a file can be
	 */
	public MapFolder(final Path folder, final MapShape shape, final EnergyAxis energies, final List<PlannedMap> maps) {
		this(folder, shape, energies, maps, TiffFile.MOST_IMAGE_BYTES);
	}

	/** @param limit bytes that the pixels and directories (256 for each slice) of one file may take, for all maps alike */
	public MapFolder(final Path folder, final MapShape shape, final EnergyAxis energies, final List<PlannedMap> maps,
		final long limit)
	{
		this.folder = folder;
		this.shape = shape;
		this.energies = energies;
		long largest = 1;
		for (final PlannedMap map : maps) {
			final long plane = map.names().size() * ((long) shape.area() * map.bytes() + TiffFile.DIRECTORY);
			if (plane > limit) throw new InputException(folder.resolve(map.name() + ".tif") + ": one plane of it has " + (plane >>
				20) + " MB, more than a TIFF file can hold.", "Crop the stack, or give fewer references.");
			largest = Math.max(largest, plane);
		}
		blockPlanes = (int) Math.min(shape.depth(), limit / largest);
		for (final PlannedMap map : maps) this.maps.put(map.name(), new MapBlocks(folder, map, shape, blockPlanes));
	}

	/**
	 * Writes the next plane of a map of values.
	 *
	 * @param plane one array a slice, width x height values in raster order
	 * @throws InputException when it has another size, or the file cannot be written
	 */
	public void values(final String map, final float[][] plane) {
		maps.get(map).values(plane);
	}

	/**
	 * Writes the next plane of a map of labels.
	 *
	 * @param plane width x height values in raster order
	 * @throws InputException when it has another size or a label that 16 bits do not hold, or the file cannot be written
	 */
	public void labels(final String map, final int[] plane) {
		maps.get(map).labels(plane);
	}

	/**
	 * Completes the files, or removes them when planes are missing.
	 *
	 * @throws InputException when a file cannot be written
	 */
	@Override
	public void close() {
		final boolean complete = maps.values().stream().allMatch(MapBlocks::isComplete);
		try {
			maps.values().forEach(MapBlocks::close);
			if (complete && blockPlanes < shape.depth()) index();
		}
		catch (final RuntimeException e) {
			maps.values().forEach(MapBlocks::remove);
			throw e;
		}
		if (!complete) maps.values().forEach(MapBlocks::remove);
	}

	private void index() {
		final List<BlockIndex.Block> blocks = new ArrayList<>();
		maps.values().forEach(map -> blocks.addAll(map.blocks()));
		final Path file = folder.resolve(BlockIndex.NAME);
		try {
			new BlockIndex(new int[] { shape.width(), shape.height(), shape.depth() }, energies.toArray(), blocks).write(file);
		}
		catch (final IOException e) {
			throw TiffFile.unwritten(file, e);
		}
	}
}
