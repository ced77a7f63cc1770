// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.io.Serializable;

import ij.ImagePlus;

/**
 * What the calibration function of an ImageJ image makes of its pixels.
 *
 * @param table the value of each 8- or 16-bit pixel, empty when pixels stand for themselves
 * @param isShift whether each value exceeds its pixel by the same, as those of signed integers do
 */
record CalibrationTable(float[] table, boolean isShift) implements Serializable {

	/** Pixels stand for themselves. */
	static final CalibrationTable NONE = new CalibrationTable(new float[0], true);

	static CalibrationTable of(final ImagePlus imp) {
		final float[] table = imp.getBitDepth() == 32 ? null : imp.getLocalCalibration().getCTable();
		return table == null ? NONE : new CalibrationTable(table.clone(), isShift(table));
	}

	private static boolean isShift(final float[] table) {
		for (int i = 0; i < table.length; i++) if (table[i] != i + table[0]) return false;
		return true;
	}

	/**
	 * @param pixels an array of ImageJ's: bytes and shorts are unsigned, floats have been calibrated
	 * @param from the first pixel taken
	 * @param at where its value goes
	 */
	void apply(final Object pixels, final int from, final float[] values, final int at, final int count) {
		if (pixels instanceof float[]) System.arraycopy(pixels, from, values, at, count);
		else if (pixels instanceof byte[]) apply((byte[]) pixels, from, values, at, count);
		else apply((short[]) pixels, from, values, at, count);
	}

	private void apply(final byte[] pixels, final int from, final float[] values, final int at, final int count) {
		final float shift = shift();
		if (isShift) for (int i = 0; i < count; i++) values[at + i] = (pixels[from + i] & 0xff) + shift;
		else for (int i = 0; i < count; i++) values[at + i] = table[pixels[from + i] & 0xff];
	}

	private void apply(final short[] pixels, final int from, final float[] values, final int at, final int count) {
		final float shift = shift();
		if (isShift) for (int i = 0; i < count; i++) values[at + i] = (pixels[from + i] & 0xffff) + shift;
		else for (int i = 0; i < count; i++) values[at + i] = table[pixels[from + i] & 0xffff];
	}

	private float shift() {
		return table.length == 0 ? 0 : table[0];
	}
}
