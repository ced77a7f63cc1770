// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.util.Arrays;

import org.xanesj.stack.InputException;

/**
 * Which z planes of a volume a picture shows: at most nine, evenly spaced. A picture is made of these planes alone, its
 * grey levels too, so that it is the same whether the others are in memory or not.
 *
 * <pre>
 * ShownPlanes shown = ShownPlanes.of(depth);
 * for (int z = 0; z &lt; depth; z++) if (shown.index(z) &gt;= 0) keep(shown.index(z), plane(z));
 * </pre>
 */
public final class ShownPlanes {

	private static final int MOST = 9;

	/** Pixels of a picture, at most, if it is to have more than one plane: a page shows far fewer. */
	private static final int PIXELS = 1 << 25;

	private final int[] planes;

	private ShownPlanes(final int[] planes) {
		this.planes = planes;
	}

	/** @param depth number of z planes there are */
	public static ShownPlanes of(final int depth) {
		return evenly(depth, Math.min(depth, MOST));
	}

	/**
	 * Fewer of large planes.
	 *
	 * @param area pixels of a plane
	 */
	public static ShownPlanes of(final int depth, final int area) {
		return evenly(depth, Math.max(1, Math.min(Math.min(depth, MOST), PIXELS / area)));
	}

	private static ShownPlanes evenly(final int depth, final int count) {
		final int[] planes = new int[count];
		for (int i = 0; i < planes.length; i++)
			planes[i] = planes.length == 1 ? (depth - 1) / 2 : (int) Math.round(i * (depth - 1.0) / (planes.length - 1));
		return new ShownPlanes(planes);
	}

	/** @return how many planes are shown */
	public int count() {
		return planes.length;
	}

	/** @return the planes, counted from 0, rising */
	public int[] planes() {
		return planes.clone();
	}

	/** @return which of the planes shown this one is, from 0; negative when it is not shown */
	public int index(final int z) {
		return Arrays.binarySearch(planes, z);
	}

	/**
	 * @param volume values of all z planes in raster order
	 * @param depth number of its planes
	 * @return those of the planes shown; the volume itself when all are
	 * @throws InputException when its length is no multiple of the depth
	 */
	public float[] of(final float[] volume, final int depth) {
		if (planes.length == depth) return volume;
		final int area = area(volume.length, depth);
		final float[] shown = new float[planes.length * area];
		for (int i = 0; i < planes.length; i++) System.arraycopy(volume, planes[i] * area, shown, i * area, area);
		return shown;
	}

	/** @see #of(float[], int) */
	public int[] of(final int[] volume, final int depth) {
		if (planes.length == depth) return volume;
		final int area = area(volume.length, depth);
		final int[] shown = new int[planes.length * area];
		for (int i = 0; i < planes.length; i++) System.arraycopy(volume, planes[i] * area, shown, i * area, area);
		return shown;
	}

	private static int area(final int length, final int depth) {
		if (length % depth != 0) throw new InputException("A map has " + length + " values for " + depth + " planes.",
			"Give one value for each pixel.");
		return length / depth;
	}
}
