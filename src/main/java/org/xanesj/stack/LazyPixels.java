// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.stack;

import java.util.stream.IntStream;

import net.imglib2.img.Img;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.cell.Cell;
import net.imglib2.img.cell.CellGrid;
import net.imglib2.img.cell.LazyCellImg;
import net.imglib2.type.numeric.real.FloatType;

/**
 * The pixels of a source as an image whose cells are read when they are needed: a cell holds whole spectra, of some rows
 * of some planes, and only the cells used last stay in memory.
 */
final class LazyPixels {

	/** Bytes of a cell, unless more are stored together. */
	private static final long CELL = 8 << 20;

	/** The part of the heap that the cells of one image may take. */
	private static final double SHARE = 1.0 / 6;

	/** Cells that must fit into half the heap beside each other: two that threads read and one that is being loaded, twice. */
	private static final int FEWEST = 3;

	/** Images that are read at the same time at most: a stack, and the absorption that is made of it. */
	private static final int IMAGES = 2;

	private LazyPixels() {}

	/**
	 * @return x, y, z unless there is but one plane, energy
	 * @throws InputException when what is stored together is too large for the heap
	 */
	static Img<FloatType> of(final SpectraSource source, final String name) {
		if ((long) source.width() * source.height() > Integer.MAX_VALUE - 8) throw new InputException(name + ": a plane of " +
			source.width() + " x " + source.height() + " pixels is larger than the " + Integer.MAX_VALUE +
			" pixels that an image can have.", "If the file is not damaged, cut the stack into parts.");
		final Piece cell = cell(source, name);
		final long[] dimensions = dimensions(source, source.height(), source.depth());
		final CellGrid grid = new CellGrid(dimensions, IntStream.range(0, dimensions.length).map(
			d -> (int) dimensions(source, cell.rows(), cell.planes())[d]).toArray());
		final long bytes = bytes(source, cell.rows(), cell.planes());
		final int capacity = (int) Math.max(FEWEST, Math.min(1 << 20, SHARE * Runtime.getRuntime().maxMemory() / bytes));
		final CellCache<Cell<FloatArray>> cache = new CellCache<>(capacity, index -> load(source, grid, index));
		return new LazyCellImg<>(grid, new FloatType(), cache::get);
	}

	private static Piece cell(final SpectraSource source, final String name) {
		final int together = source.rowsTogether();
		final int planes = source.planesTogether();
		final long least = bytes(source, together, planes);
		if (least < 0 || least / Float.BYTES > Integer.MAX_VALUE - 8 || least > Runtime.getRuntime().maxMemory() / 2 / FEWEST / IMAGES)
			throw new InputException(name + ": its parts of " + together + " rows in " + planes + " planes with all energies take " +
				(least < 0 ? "more than can be counted" : (least >> 20) + " MB each") + ", too much for a memory of " + (Runtime.getRuntime().maxMemory() >> 20) + " MB.",
				"Give Java a larger heap (Edit > Options > Memory & Threads, or -Xmx), or store it in smaller chunks.");
		final long groups = Math.max(1, CELL / Math.max(1, least));
		return new Piece(0, (int) Math.min(source.height(), groups * together), 0, planes);
	}

	private static long bytes(final SpectraSource source, final int rows, final int planes) {
		return Heap.product(Float.BYTES, source.width(), rows, planes, source.energies());
	}

	private static long[] dimensions(final SpectraSource source, final int rows, final int planes) {
		return source.depth() == 1 ? new long[] { source.width(), rows, source.energies() } : new long[] { source.width(),
			rows, planes, source.energies() };
	}

	private static Cell<FloatArray> load(final SpectraSource source, final CellGrid grid, final long index) {
		final long[] min = new long[grid.numDimensions()];
		final int[] size = new int[min.length];
		grid.getCellDimensions(index, min, size);
		final Piece piece = new Piece((int) min[1], size[1], source.depth() == 1 ? 0 : (int) min[2], source.depth() == 1 ? 1
			: size[2]);
		final float[] values = new float[piece.rows() * source.width() * piece.planes() * source.energies()];
		source.read(piece, IntStream.range(0, source.energies()).toArray(), Destination.cell(values, piece, source.width(),
			source.energies()));
		return new Cell<>(size, min, new FloatArray(values));
	}
}
