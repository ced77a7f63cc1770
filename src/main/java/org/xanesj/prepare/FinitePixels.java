// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.prepare;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.xanesj.block.PixelBlock;
import org.xanesj.block.Runner;
import org.xanesj.stack.Mask;
import org.xanesj.stack.Signal;
import org.xanesj.stack.SpectralImage;

/**
 * The pixels whose spectrum can be analysed: finite at every energy, not constant, and, in a stack of counts, not
 * saturated. A pixel is SATURATED when it reaches the largest value of the whole image at a tenth of the energies,
 * three at least: a detector that is full repeats its largest number, a signal hardly ever does. Each pixel is
 * counted under the first reason that holds.
 *
 * @param mask the usable pixels
 * @param notFinite how many pixels hold NaN or infinity
 * @param constant how many have the same value at every energy (dead or stuck)
 * @param saturated how many are saturated; 0 unless the image's signal is counts
 */
public record FinitePixels(Mask mask, long notFinite, long constant, long saturated) {

	/**
	 * @param usable positions in the block, rising
	 */
	private record Found(int[] usable, int notFinite, int constant, int saturated) implements Serializable {}

	public static FinitePixels of(final SpectralImage image, final Runner runner) {
		final Mask all = Mask.all(image.size());
		final float full = image.info().signal() == Signal.COUNTS ? runner.reduce("Looking for saturation", image, all,
			FinitePixels::largest, Math::max) : Float.POSITIVE_INFINITY;
		final Mask.Builder usable = new Mask.Builder(image.size());
		final long[] counts = new long[3];
		runner.run("Looking for dead pixels", image, all, block -> look(block, full), (block, found) -> {
			for (final int i : found.usable) usable.add(block.first() + i);
			counts[0] += found.notFinite;
			counts[1] += found.constant;
			counts[2] += found.saturated;
		});
		return new FinitePixels(usable.build(), counts[0], counts[1], counts[2]);
	}

	/** @return what was left out, one sentence a reason; empty when nothing was */
	public List<String> notes() {
		final List<String> notes = new ArrayList<>();
		if (notFinite > 0) notes.add(pixels(notFinite) + " left out: a value is not finite.");
		if (constant > 0) notes.add(pixels(constant) + " left out: the same value at every energy (dead or stuck).");
		if (saturated > 0) notes.add(pixels(saturated) + " left out: saturated.");
		return notes;
	}

	private static String pixels(final long count) {
		return count == 1 ? "1 pixel" : count + " pixels";
	}

	/** @return the positions in the block of the spectra without NaN and infinity */
	static int[] finite(final PixelBlock block) {
		final float[] zero = new float[block.size()];
		for (int e = 0; e < block.energies(); e++) addNothing(zero, block.row(e));
		int n = 0;
		final int[] finite = new int[zero.length];
		for (int p = 0; p < zero.length; p++) if (zero[p] == 0) finite[n++] = p;
		return Arrays.copyOf(finite, n);
	}

	/** Any number times zero is zero, except those that are none. */
	private static void addNothing(final float[] zero, final float[] row) {
		for (int p = 0; p < zero.length; p++) zero[p] += row[p] * 0f;
	}

	/** @return the largest value of the finite spectra */
	private static float largest(final PixelBlock block) {
		final float[] peaks = peaks(block);
		float largest = Float.NEGATIVE_INFINITY;
		for (final int p : finite(block)) largest = Math.max(largest, peaks[p]);
		return largest;
	}

	/** @return the largest value of each spectrum */
	private static float[] peaks(final PixelBlock block) {
		final float[] peaks = Arrays.copyOf(block.row(0), block.size());
		for (int e = 1; e < block.energies(); e++) raise(peaks, block.row(e));
		return peaks;
	}

	private static void raise(final float[] peaks, final float[] row) {
		for (int p = 0; p < peaks.length; p++) peaks[p] = Math.max(peaks[p], row[p]);
	}

	/** @return the largest difference of each spectrum from its first value */
	private static float[] spread(final PixelBlock block) {
		final float[] spread = new float[block.size()];
		for (int e = 1; e < block.energies(); e++) raise(spread, block.row(e), block.row(0));
		return spread;
	}

	private static void raise(final float[] spread, final float[] row, final float[] first) {
		for (int p = 0; p < spread.length; p++) spread[p] = Math.max(spread[p], Math.abs(row[p] - first[p]));
	}

	private static Found look(final PixelBlock block, final float full) {
		final int[] finite = finite(block);
		final float[] spread = spread(block);
		final float[] peaks = peaks(block);
		final int[] usable = new int[finite.length];
		int n = 0;
		int constant = 0;
		for (final int p : finite) {
			if (spread[p] == 0) constant++;
			else if (peaks[p] < full || !isSaturated(block, p, full)) usable[n++] = p;
		}
		return new Found(Arrays.copyOf(usable, n), block.size() - finite.length, constant, finite.length - constant - n);
	}

	private static boolean isSaturated(final PixelBlock block, final int p, final float full) {
		int times = 0;
		for (int e = 0; e < block.energies(); e++) if (block.row(e)[p] == full) times++;
		return times >= Math.max(3, (block.energies() + 9) / 10);
	}
}
