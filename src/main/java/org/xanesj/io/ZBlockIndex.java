// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.annotations.SerializedName;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import org.xanesj.stack.InputException;

/**
 * {@code index.json}: which file of a folder holds which z planes of a stack.
 *
 * <pre>
 * {"shape": [512, 512, 80], "energies": [7080.0, 7081.0],
 *  "blocks": [{"file": "stack-z0000.h5", "first_plane": 0, "planes": 2}]}
 * </pre>
 *
 * @param shape x, y, z in pixels
 * @param energies in eV or keV
 * @param blocks in any order
 */
record ZBlockIndex(int[] shape, double[] energies, List<Block> blocks) {

	static final String NAME = "index.json";

	/** One of ten thousand blocks has about a megabyte. */
	private static final long LARGEST = 64L << 20;

	private static final Gson JSON = new Gson();

	/**
	 * Consecutive z planes in one file.
	 *
	 * @param map what the file shows, when it is a part of a result; null for a part of an energy stack
	 * @param file relative to the folder of the index
	 * @param firstPlane in z, from 0
	 */
	record Block(String map, String file, @SerializedName("first_plane") int firstPlane, int planes) {

		/** A name that comes from elsewhere must not lead out of the folder. */
		boolean staysInside() {
			try {
				final Path path = Path.of(file);
				return !file.isEmpty() && !file.contains("\\") && path.getRoot() == null && path.normalize().equals(path) &&
					!path.startsWith("..");
			}
			catch (final InvalidPathException e) {
				return false;
			}
		}
	}

	/** @throws InputException naming the file when it is no index, or its blocks do not make up a volume */
	static ZBlockIndex read(final Path path) {
		try {
			if (Files.size(path) > LARGEST) throw wrong(path, "has " + Files.size(path) + " bytes, too many for an index");
			try (Reader in = Files.newBufferedReader(path)) {
				final ZBlockIndex index = JSON.fromJson(in, ZBlockIndex.class);
				if (index == null || index.shape == null || index.shape.length != 3 || Arrays.stream(index.shape).anyMatch(n -> n < 1))
					throw wrong(path, "has no shape of three numbers (x, y, z)");
				if (index.energies == null || index.energies.length == 0) throw wrong(path, "has no energies");
				if (index.blocks == null || index.blocks.isEmpty()) throw wrong(path, "has no blocks");
				return index.checked(path);
			}
		}
		catch (final IOException e) {
			throw Unreadable.because(path, e);
		}
		catch (final JsonParseException e) {
			throw new InputException(path + " is no index of blocks: " + firstLine(e) + ".",
				"It may be truncated; copy it again, with all its files.", e);
		}
	}

	private static String firstLine(final JsonParseException e) {
		return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
	}

	private static InputException wrong(final Path path, final String why) {
		return new InputException(path + " " + why + ".", "Open the index.json of an energy stack in blocks of z.");
	}

	private ZBlockIndex checked(final Path path) {
		for (final Block block : blocks) {
			if (block == null || block.file == null || !block.staysInside()) throw wrong(path, "names a block (" + (block == null
				? null : block.file) + ") that is no file of its folder");
			if (block.map != null) throw wrong(path, "belongs to maps (" + block.map + "), not to an energy stack");
		}
		final List<Block> sorted = blocks.stream().sorted(Comparator.comparingInt(Block::firstPlane)).toList();
		long next = 0;
		for (final Block block : sorted) {
			if (block.planes < 1) throw wrong(path, "gives " + block.file + " " + block.planes + " planes");
			if (block.firstPlane != next) throw wrong(path, "has " + (block.firstPlane < next ? "two blocks" : "no block") +
				" for plane " + Math.min(next, block.firstPlane) + ": " + block.file + " begins with plane " + block.firstPlane +
				" where " + next + " is expected");
			next += block.planes;
		}
		if (next != shape[2]) throw wrong(path, "has blocks for " + next + " of " + shape[2] + " planes; the last is " + sorted
			.get(sorted.size() - 1).file);
		return new ZBlockIndex(shape, energies, sorted);
	}
}
