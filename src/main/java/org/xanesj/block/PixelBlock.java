// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.block;

/**
 * The spectra of the pixels of one block that are inside the mask: an energies x pixels matrix. The rows belong
 * to the runner and are used again for the next block: a task may overwrite them but must not keep them.
 */
public final class PixelBlock {

	private final float[][] rows;
	private int size;

	PixelBlock(final int energies, final int capacity) {
		rows = new float[energies][capacity];
	}

	/** @return a block of the given rows, the first {@code size} values of each */
	public static PixelBlock of(final float[][] rows, final int size) {
		return new PixelBlock(rows, size);
	}

	private PixelBlock(final float[][] rows, final int size) {
		this.rows = rows;
		this.size = size;
	}

	void resize(final int pixels) {
		size = pixels;
	}

	/** @return how many spectra there are; rows may be longer */
	public int size() {
		return size;
	}

	public int energies() {
		return rows.length;
	}

	/** @return the values of all pixels at energy {@code e}; only the first {@link #size()} count */
	public float[] row(final int e) {
		return rows[e];
	}

	/** @return the same spectra at some energies only, without copying */
	public PixelBlock select(final int[] energies) {
		final float[][] some = new float[energies.length][];
		for (int i = 0; i < some.length; i++) some[i] = rows[energies[i]];
		return new PixelBlock(some, size);
	}

	/** @return copies of the spectra at these places */
	PixelBlock pick(final int[] pixels) {
		final float[][] some = new float[rows.length][pixels.length];
		for (int e = 0; e < some.length; e++) for (int i = 0; i < pixels.length; i++) some[e][i] = rows[e][pixels[i]];
		return new PixelBlock(some, pixels.length);
	}

	/** Copies the spectrum of pixel {@code i} into {@code spectrum}. */
	public void copy(final int i, final double[] spectrum) {
		for (int e = 0; e < rows.length; e++) spectrum[e] = rows[e][i];
	}
}
