// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.annotations.SerializedName;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

import org.xanesj.stack.InputException;

/**
 * {@code index.json}: which file of a folder holds which z planes, where a volume takes several.
 *
 * <pre>
 * {"shape": [512, 512, 1200], "energies": [7080.0, 7081.0],
 *  "blocks": [{"map": "species", "file": "species-z0000.tif", "first_plane": 0, "planes": 40, "names": ["a", "b"]}]}
 * </pre>
 *
 * @param shape x, y, z in pixels
 * @param energies in eV
 * @param blocks of all maps
 */
record BlockIndex(int[] shape, double[] energies, List<Block> blocks) {

	/** The file's name. */
	static final String NAME = "index.json";

	/** Names that lead nowhere else. */
	private static final Pattern PLAIN = Pattern.compile("[^/\\\\:\\x00]*[^/\\\\:.\\x00][^/\\\\:\\x00]*");

	/** One of ten thousand blocks has about a megabyte. */
	private static final long LARGEST = 64L << 20;

	private static final Gson JSON = new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();

	/**
	 * Consecutive z planes in one file.
	 *
	 * @param map the name of the map; null for a part of an energy stack
	 * @param file its name, in the folder of the index
	 * @param firstPlane in z, from 0
	 * @param names what the slices of each plane show; null for a part of an energy stack
	 */
	record Block(String map, String file, @SerializedName("first_plane") int firstPlane, int planes, List<String> names) {}

	BlockIndex {
		if (energies == null) energies = new double[0];
	}

	/**
	 * @return what the file holds, which {@link #requireGood} has still to check
	 * @throws InputException naming the file when it is too large, or no index with blocks
	 */
	static BlockIndex read(final Path path) {
		try {
			if (Files.size(path) > LARGEST) throw refusal(path, "has " + Files.size(path) + " bytes, too many for an index");
			try (Reader in = Files.newBufferedReader(path)) {
				final BlockIndex index = JSON.fromJson(in, BlockIndex.class);
				if (index == null || index.blocks == null || index.blocks.isEmpty()) throw refusal(path, "has no blocks");
				return index;
			}
		}
		catch (final IOException | JsonParseException e) {
			throw new InputException(path + " is no index of blocks: " + e.getMessage() + ".",
				"Give the index.json that was written with the blocks.", e);
		}
	}

	/** @return whether one of the blocks has the name of a TIFF file */
	boolean hasTiff() {
		return blocks.stream().anyMatch(block -> block != null && block.file != null && block.file.toLowerCase(Locale.ROOT)
			.matches(".*\\.tiff?"));
	}

	/**
	 * @param path where it was read
	 * @throws InputException when the shape is none, or a block is missing or leads out of its folder
	 */
	void requireGood(final Path path) {
		if (shape == null || shape.length != 3 || Arrays.stream(shape).anyMatch(n -> n < 1)) throw refusal(path,
			"has no shape of three positive numbers (x, y, z)");
		for (final Block block : blocks) if (block == null || block.file == null || !PLAIN.matcher(block.file).matches())
			throw refusal(path, "names a file of another folder");
		for (final String map : maps()) requireWhole(map, path);
	}

	private static InputException refusal(final Path path, final String why) {
		return new InputException(path + " " + why + ".", "Give the index.json that was written with the blocks.");
	}

	private void requireWhole(final String map, final Path path) {
		int next = 0;
		for (final Block block : blocks(map)) {
			if (block.firstPlane != next || block.planes < 1) throw refusal(path, "has no block of " + Objects.toString(map,
				"the stack") + " that begins with plane " + next);
			next += block.planes;
		}
		if (next != shape[2]) throw refusal(path, "has blocks for " + next + " of " + shape[2] + " planes");
	}

	/** @return the names of the maps in their order; null stands for an energy stack */
	List<String> maps() {
		return blocks.stream().map(Block::map).distinct().toList();
	}

	/** @return the blocks of a map from the first plane on */
	List<Block> blocks(final String map) {
		return blocks.stream().filter(block -> Objects.equals(block.map, map)).sorted(Comparator.comparingInt(
			Block::firstPlane)).toList();
	}

	void write(final Path path) throws IOException {
		final Path unfinished = TiffFile.unfinished(path);
		try {
			Files.writeString(unfinished, JSON.toJson(this));
			TiffFile.move(unfinished, path);
		}
		finally {
			Files.deleteIfExists(unfinished);
		}
	}
}
