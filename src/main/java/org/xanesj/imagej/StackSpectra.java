// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.io.NotSerializableException;
import java.io.ObjectStreamException;

import ij.ImagePlus;
import ij.ImageStack;

import org.xanesj.stack.Destination;
import org.xanesj.stack.Piece;
import org.xanesj.stack.SpectraSource;

/**
 * The values of an ImageJ stack, whose slices are asked for one at a time: ImageJ's virtual stacks were not made for
 * several threads. It cannot be sent elsewhere.
 */
final class StackSpectra implements SpectraSource {

	private static final long serialVersionUID = 1L;

	/** The part of the heap that rows of all energies may take when each row costs a whole slice. */
	private static final int SHARE = 16;

	private final transient ImageStack stack;
	private final transient SliceLayout layout;
	private final transient CalibrationTable calibration;

	StackSpectra(final ImagePlus imp, final SliceLayout layout) {
		stack = imp.getStack();
		this.layout = layout;
		calibration = CalibrationTable.of(imp);
	}

	@Override
	public int width() {
		return stack.getWidth();
	}

	@Override
	public int height() {
		return stack.getHeight();
	}

	@Override
	public int depth() {
		return layout.depth();
	}

	@Override
	public int energies() {
		return layout.energies();
	}

	/** A virtual stack reads whole slices; so as many rows as leave room in memory. */
	@Override
	public int rowsTogether() {
		if (!stack.isVirtual()) return 1;
		final long row = (long) Float.BYTES * width() * energies();
		return (int) Math.max(1, Math.min(height(), Runtime.getRuntime().maxMemory() / SHARE / row));
	}

	@Override
	public int planesTogether() {
		return 1;
	}

	@Override
	public void read(final Piece piece, final int[] energies, final Destination into) {
		for (int e = 0; e < energies.length; e++) for (int z = 0; z < piece.planes(); z++) {
			Interruption.check();
			final Object pixels;
			synchronized (stack) {
				pixels = stack.getPixels(layout.slice(energies[e], piece.firstPlane() + z));
			}
			calibration.apply(pixels, piece.firstRow() * width(), into.array(e, z), into.offset(e, z), piece.rows() * width());
		}
	}

	private Object writeReplace() throws ObjectStreamException {
		throw new NotSerializableException("a stack in a window of ImageJ");
	}
}
