// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.zip.DataFormatException;

import org.xanesj.stack.Destination;
import org.xanesj.stack.InputException;
import org.xanesj.stack.Piece;
import org.xanesj.stack.SpectraSource;

import io.jhdf.api.Dataset;

/**
 * A data set of three or four axes of an HDF5 file, in whichever order they stand. Its file is opened for each piece; of
 * it only the layout is kept, until the file changes.
 */
final class Hdf5Spectra implements SpectraSource {

	private static final long serialVersionUID = 1L;

	/** The part of the heap that may be filled with what is on its way from the file. */
	private static final double SHARE = 1.0 / 8;

	private final String file;
	private final String data;
	private final AxisOrder axes;
	private final int[] shape;
	private final int[] together;
	private transient volatile Hdf5Layout layout;

	/**
	 * @param axes which axis is which
	 * @throws InputException when the data are no numbers, were never written, or do not fit into the file or the memory
	 */
	Hdf5Spectra(final Dataset data, final AxisOrder axes) {
		file = data.getFileAsPath().toString();
		this.data = data.getPath();
		this.axes = axes;
		layout = Hdf5Layout.of(data, axes);
		shape = layout.shape();
		together = layout.storage().together();
	}

	@Override
	public int width() {
		return shape[axes.x()];
	}

	@Override
	public int height() {
		return shape[axes.y()];
	}

	@Override
	public int depth() {
		return axes.z() < 0 ? 1 : shape[axes.z()];
	}

	@Override
	public int energies() {
		return shape[axes.energy()];
	}

	@Override
	public int rowsTogether() {
		return Math.min(height(), together[axes.y()]);
	}

	@Override
	public int planesTogether() {
		return axes.z() < 0 ? 1 : Math.min(depth(), together[axes.z()]);
	}

	@Override
	public void read(final Piece piece, final int[] energies, final Destination into) {
		if (Thread.currentThread().isInterrupted()) throw new CancellationException("Reading was interrupted.");
		final Hdf5Storage storage = layout().storage();
		final Path path = Path.of(file);
		try (FileChannel channel = FileChannel.open(path)) {
			FileOrder.read(storage.blocks(regions(piece, energies)), threads(storage), () -> new BlockReader(path, storage,
				new StoredBytes(channel), new Placement(axes, width(), piece, energies, into)));
		}
		catch (final IOException e) {
			throw Unreadable.because(path, e);
		}
	}

	private static int threads(final Hdf5Storage storage) {
		final double fit = SHARE * Runtime.getRuntime().maxMemory() / storage.bytesForBlock();
		return (int) Math.max(1, Math.min(Runtime.getRuntime().availableProcessors(), fit));
	}

	/** The file may have been cut short, or finished, since it was found; on another machine it was never looked at. */
	private Hdf5Layout layout() {
		final Path path = Path.of(file);
		final Hdf5Layout known = layout;
		if (known != null && known.stamp().equals(FileStamp.of(path))) return known;
		final Hdf5Layout now = Hdf5File.read(path, root -> Hdf5Layout.of(root.getDatasetByPath(data), axes));
		if (!Arrays.equals(now.shape(), shape)) throw new InputException(file + ": " + data + " has changed from " + describe(
			shape) + " to " + describe(now.shape()) + " values since it was opened.", "Open it again.");
		layout = now;
		return now;
	}

	private static String describe(final int[] shape) {
		return Hdf5Layout.describe(Arrays.stream(shape).asLongStream().toArray());
	}

	/** @return what is needed of the data set, energies that are neighbours in one region, rising */
	List<Box> regions(final Piece piece, final int[] energies) {
		Box all = new Box(new int[shape.length], shape).along(axes.y(), piece.firstRow(), piece.rows());
		if (axes.z() >= 0) all = all.along(axes.z(), piece.firstPlane(), piece.planes());
		final int[] sorted = Arrays.stream(energies).sorted().distinct().toArray();
		final List<Box> regions = new ArrayList<>();
		for (int i = 0, end; i < sorted.length; i = end) {
			end = i + 1;
			while (end < sorted.length && sorted[end] == sorted[end - 1] + 1) end++;
			regions.add(all.along(axes.energy(), sorted[i], sorted[end - 1] + 1 - sorted[i]));
		}
		return regions;
	}

	private record BlockReader(Path file, Hdf5Storage storage, StoredBytes bytes, Placement placement) implements FileOrder.Reader {

		@Override
		public void read(final Box block) {
			try {
				placement.put(block, storage.read(block, bytes));
			}
			catch (final IOException | DataFormatException | RuntimeException e) {
				throw Hdf5File.damaged(file, e);
			}
		}

		@Override
		public void close() {
			bytes.close();
		}
	}
}
