// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.benchmark;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import com.google.gson.JsonObject;

import org.xanesj.imagej.TiffStack;
import org.xanesj.io.StackFormats;
import org.xanesj.stack.SpectralImage;

/** A whole stack from a file, which both systems have in their cache, into memory. */
final class OpenStep implements BenchmarkStep {

	/** What is opened, in which format of the peer's, with which module. */
	private enum Format {
		HDF5("hdf5", "h5py"), TIFF("tiff", "tifffile");

		private final String step;
		private final String module;

		Format(final String step, final String module) {
			this.step = step;
			this.module = module;
		}
	}

	private final BenchmarkStack stack;
	private final String name;
	private final Format format;
	private final String file;
	private final Target target;
	private SpectralImage result;

	private OpenStep(final BenchmarkStack stack, final String name, final Format format, final String file,
		final Target target)
	{
		this.stack = stack;
		this.name = name;
		this.format = format;
		this.file = file;
		this.target = target;
	}

	/** @return every layout, uncompressed first */
	static List<BenchmarkStep> all(final BenchmarkStack stack) {
		return List.of(new OpenStep(stack, "Open HDF5, contiguous", Format.HDF5, "contiguous.h5", Target.ratio(0.9)),
			new OpenStep(stack, "Open HDF5, gzip, chunks of planes", Format.HDF5, "gzip-planes.h5", Target.ratio(1.2)),
			new OpenStep(stack, "Open HDF5, gzip, chunks of spectra", Format.HDF5, "gzip-spectra.h5", Target.ratio(1.2)),
			new OpenStep(stack, "Open TIFF", Format.TIFF, StackFiles.TIFF, Target.NONE));
	}

	@Override
	public String name() {
		return name;
	}

	@Override
	public Target target() {
		return target;
	}

	@Override
	public List<String> needs() {
		return List.of("numpy", format.module);
	}

	@Override
	public JsonObject prepare() {
		final JsonObject request = Requests.of(format.step, stack);
		request.addProperty("file", file);
		return request;
	}

	@Override
	public void run() {
		final Path path = stack.folder().resolve(file);
		result = format == Format.TIFF ? TiffStack.read(path, Optional.empty()) : StackFormats.of(path).orElseThrow().open(
			path);
	}

	@Override
	public void release() {
		result = null;
	}

	@Override
	public String check(final Answer theirs) {
		final List<float[]> planes = RawFloats.planes(stack.image());
		final List<float[]> opened = RawFloats.planes(result);
		boolean equal = opened.size() == planes.size() && result.energies().equals(stack.image().energies());
		for (int e = 0; equal && e < planes.size(); e++) equal = Arrays.equals(planes.get(e), opened.get(e));
		if (!equal || theirs.values("equal")[0] != 1) throw new Disagreement((equal ? "the peer" : "this program") +
			" does not read what was written");
		return "both read exactly what was written";
	}
}
