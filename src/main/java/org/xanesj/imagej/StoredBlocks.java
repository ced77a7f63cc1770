// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import ij.ImagePlus;

import org.xanesj.stack.EnergyOrder;
import org.xanesj.stack.InputException;
import org.xanesj.stack.StoredStack;

/**
 * A folder whose TIFF files are blocks of z, with their {@code index.json}: the maps of a large result, or an energy
 * stack.
 */
public final class StoredBlocks {

	private final Path path;
	private final BlockIndex index;

	private StoredBlocks(final Path path, final BlockIndex index) {
		this.path = path;
		this.index = index;
	}

	/**
	 * @param path of an index, or of the folder that holds it
	 * @return empty when it is neither, or none of its blocks is a TIFF file: such an index is another format's to check
	 * @throws InputException when the index is damaged
	 */
	public static Optional<StoredBlocks> at(final Path path) {
		final Path file = Files.isDirectory(path) ? path.resolve(BlockIndex.NAME) : path;
		if (!Files.isRegularFile(file) || !file.getFileName().toString().equals(BlockIndex.NAME)) return Optional.empty();
		try {
			final BlockIndex index = BlockIndex.read(file);
			if (!index.hasTiff()) return Optional.empty();
			index.requireGood(file);
			return Optional.of(new StoredBlocks(file, index));
		}
		catch (final InputException e) {
			if (Files.isDirectory(path)) return Optional.empty(); // a folder of another kind may have an index of its own
			throw e;
		}
	}

	/** @return whether these are maps and not an energy stack */
	public boolean isMaps() {
		return index.blocks(null).isEmpty();
	}

	/**
	 * @return each map as a virtual hyperstack of its slices (channels) and z, not shown
	 * @throws InputException naming the file that is missing, damaged or of another shape
	 */
	public List<ImagePlus> maps() {
		return index.maps().stream().map(this::map).toList();
	}

	private ImagePlus map(final String name) {
		final List<StoredTiff> files = files(name);
		final List<String> labels = new ArrayList<>();
		files.forEach(file -> labels.addAll(file.labels()));
		final ImagePlus imp = new ImagePlus(name, new TiffSlices(planes(files), labels, files.get(0).colours()));
		files.get(0).describe(imp);
		imp.setDimensions(labels.size() / index.shape()[2], index.shape()[2], 1);
		imp.setOpenAsHyperStack(imp.getNChannels() > 1);
		return imp;
	}

	/**
	 * @return the energy stack, whose values are read when they are needed
	 * @throws InputException naming the file that is missing, damaged or of another shape
	 */
	public StoredStack stack() {
		if (index.blocks(null).isEmpty()) throw new InputException(path + " lists maps, not an energy stack.",
			"Give the stack that the maps were made from.");
		final List<StoredTiff> files = files(null);
		final EnergyOrder order = EnergyOrder.of(index.energies(), path.toString());
		final ImagePlus header = files.get(0).header();
		header.setTitle(path.toAbsolutePath().getParent().getFileName().toString());
		final EnergySlices first = EnergySlices.of(header, order);
		final int[] slices = new int[index.energies().length * index.shape()[2]];
		final List<BlockIndex.Block> blocks = index.blocks(null);
		int before = 0;
		for (int b = 0; b < files.size(); b++) {
			final SliceLayout layout = EnergySlices.of(files.get(b).header(), order).layout();
			for (int e = 0; e < layout.energies(); e++) for (int z = 0; z < layout.depth(); z++)
				slices[e * index.shape()[2] + blocks.get(b).firstPlane() + z] = before + layout.slice(e, z) - 1;
			before += files.get(b).images();
		}
		return first.stored(new TiffSpectra(planes(files), slices, index.shape()[2], CalibrationTable.of(header)));
	}

	private List<StoredTiff> files(final String map) {
		final List<StoredTiff> files = new ArrayList<>();
		int slices = map == null ? index.energies().length : 0;
		for (final BlockIndex.Block block : index.blocks(map)) {
			final StoredTiff file = StoredTiff.of(path.resolveSibling(block.file()));
			if (slices == 0) slices = Math.max(1, file.images() / block.planes());
			final String there = images(file.images(), file.planes().width(), file.planes().height());
			final String needed = images((long) slices * block.planes(), index.shape()[0], index.shape()[1]);
			if (!there.equals(needed)) throw new InputException(path.resolveSibling(block.file()) + " has " + there + ", not " +
				needed + ".", "Copy the folder again, with its index.json.");
			files.add(file);
		}
		return files;
	}

	private static String images(final long count, final int width, final int height) {
		return count + " images of " + width + " x " + height + " pixels";
	}

	private static TiffPlanes planes(final List<StoredTiff> files) {
		return new TiffPlanes(files.stream().flatMap(file -> file.planes().files().stream()).toList());
	}
}
