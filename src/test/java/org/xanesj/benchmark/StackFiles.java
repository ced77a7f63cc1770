// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import org.xanesj.phantom.LargePhantomFiles;
import org.xanesj.prepare.NormalizationRanges;
import org.xanesj.stack.Spectrum;

/** A stack's files: for the peer, and as users have them. The peer adds HDF5. */
final class StackFiles {

	static final String TIFF = "stack.tif";

	private StackFiles() {}

	/** @return whether the stack has been written whole */
	static boolean exist(final Path folder) {
		return Files.exists(folder.resolve(TIFF));
	}

	static List<float[]> planes(final Path folder, final int size) throws IOException {
		return RawFloats.read(folder.resolve("stack.f32"), size);
	}

	/** @param kinds of grain, one for each pixel */
	static void write(final BenchmarkStack stack, final int[] kinds) throws IOException {
		final Path folder = stack.folder();
		final List<float[]> planes = RawFloats.planes(stack.image());
		Files.createDirectories(folder);
		RawFloats.write(folder.resolve("stack.f32"), planes);
		final float[] labels = new float[kinds.length];
		for (int p = 0; p < labels.length; p++) labels[p] = kinds[p];
		RawFloats.write(folder.resolve("kinds.f32"), List.of(labels));
		LargePhantomFiles.writeReferences(folder.resolve("references"));
		final Path part = folder.resolve("part.tif");
		LargePhantomFiles.writeTiff(planes, stack.image().width(), stack.image().energies(), part);
		Files.move(part, folder.resolve(TIFF));
	}

	/** What the peer must know of it, as this program sees it today. */
	static void describe(final BenchmarkStack stack) throws IOException {
		Files.writeString(stack.folder().resolve("stack.json"), description(stack).toString());
	}

	private static JsonObject description(final BenchmarkStack stack) {
		final NormalizationRanges ranges = stack.operator().ranges();
		final JsonObject about = new JsonObject();
		about.addProperty("width", stack.image().width());
		about.addProperty("height", stack.image().height());
		about.add("energies", json(stack.image().energies().toArray()));
		about.addProperty("e0", ranges.e0());
		about.addProperty("edge", ranges.edge());
		about.addProperty("pre1", ranges.pre1());
		about.addProperty("pre2", ranges.pre2());
		about.addProperty("norm1", ranges.norm1());
		about.addProperty("norm2", ranges.norm2());
		about.add("pre", json(new int[] { ranges.pre().from(), ranges.pre().to() }));
		about.addProperty("pre_degree", ranges.preDegree());
		about.add("post", json(new int[] { ranges.post().from(), ranges.post().to() }));
		about.addProperty("post_degree", ranges.degree());
		final JsonArray spectra = new JsonArray();
		for (final Spectrum spectrum : stack.species()) spectra.add(json(spectrum.values()));
		about.add("spectra", spectra);
		return about;
	}

	private static JsonElement json(final Object values) {
		return new Gson().toJsonTree(values);
	}
}
