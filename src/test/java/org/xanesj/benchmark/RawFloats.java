// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.benchmark;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.planar.PlanarImg;

import org.xanesj.stack.SpectralImage;

/** Planes of little-endian floats without a header: what both programs read fastest. */
final class RawFloats {

	private RawFloats() {}

	static void write(final Path path, final List<float[]> planes) throws IOException {
		try (FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
			StandardOpenOption.TRUNCATE_EXISTING))
		{
			for (final float[] plane : planes) {
				final ByteBuffer bytes = bytes(plane.length);
				bytes.asFloatBuffer().put(plane);
				while (bytes.hasRemaining()) channel.write(bytes);
			}
		}
	}

	/** @param size values of a plane */
	static List<float[]> read(final Path path, final int size) throws IOException {
		final List<float[]> planes = new ArrayList<>();
		try (FileChannel channel = FileChannel.open(path)) {
			for (long left = channel.size(); left > 0; left -= (long) size * Float.BYTES) {
				final ByteBuffer bytes = bytes(size);
				while (bytes.hasRemaining()) if (channel.read(bytes) < 0) throw new IOException(path + " ends too early.");
				final float[] plane = new float[size];
				bytes.flip().asFloatBuffer().get(plane);
				planes.add(plane);
			}
		}
		return planes;
	}

	private static ByteBuffer bytes(final int floats) {
		return ByteBuffer.allocate(floats * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
	}

	/** @return the planes of an image in memory, not copied */
	static List<float[]> planes(final SpectralImage image) {
		final PlanarImg<?, ?> img = (PlanarImg<?, ?>) image.pixels();
		final List<float[]> planes = new ArrayList<>();
		for (int i = 0; i < img.numSlices(); i++) planes.add(((FloatArray) img.getPlane(i)).getCurrentStorageArray());
		return planes;
	}
}
