// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.stack;

/**
 * A part of an image: whole rows of consecutive z planes.
 *
 * @param firstRow in y
 * @param rows how many of them
 * @param firstPlane in z, 0 in two dimensions
 * @param planes how many of them, 1 in two dimensions
 */
public record Piece(int firstRow, int rows, int firstPlane, int planes) {

	/** @return all rows of all planes */
	public static Piece all(final SpectraSource source) {
		return new Piece(0, source.height(), 0, source.depth());
	}
}
