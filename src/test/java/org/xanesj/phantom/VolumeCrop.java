// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.phantom;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The first z planes of a volume that {@link VolumePhantom} wrote, as a volume of its own. */
public final class VolumeCrop {

	private VolumeCrop() {}

	/** @param args the folder of the volume, the folder to write into, and how many of its files */
	public static void main(final String[] args) throws IOException {
		final Path volume = Path.of(args[0]);
		final Path crop = Files.createDirectories(Path.of(args[1]));
		final JsonObject index = new Gson().fromJson(Files.readString(volume.resolve("index.json")), JsonObject.class);
		final JsonArray all = index.getAsJsonArray("blocks");
		final JsonArray kept = new JsonArray();
		int depth = 0;
		for (int b = 0; b < Integer.parseInt(args[2]); b++) {
			final JsonObject block = all.get(b).getAsJsonObject();
			final String file = block.get("file").getAsString();
			Files.copy(volume.resolve(file), crop.resolve(file), StandardCopyOption.REPLACE_EXISTING);
			kept.add(block);
			depth += block.get("planes").getAsInt();
		}
		final JsonArray shape = index.getAsJsonArray("shape");
		shape.set(2, new Gson().toJsonTree(depth));
		index.add("blocks", kept);
		Files.writeString(crop.resolve("index.json"), index.toString());
	}
}
