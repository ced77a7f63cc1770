// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.prepare;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.xanesj.block.Block;
import org.xanesj.block.BlockSink;
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
 * @param positive those of them whose values are all above zero
 * @param notFinite how many pixels hold NaN or infinity
 * @param constant how many have the same value at every energy (dead or stuck)
 * @param saturated how many are saturated; 0 unless the image's signal is counts
 */
public record FinitePixels(Mask mask, Mask positive, long notFinite, long constant, long saturated) {

	/**
	 * What one look at the pixels of a block finds. Which of them are saturated shows only when the largest value of all
	 * is known.
	 *
	 * @param usable positions in the block, rising, of those that are finite and not constant
	 * @param positive whether all values of these are
	 * @param suspects positions of those that have the block's largest value so often that they are saturated if it is
	 *          that of the whole image
	 * @param largest value of all finite pixels of the block
	 */
	private record Found(int[] usable, boolean[] positive, int[] suspects, float largest, int notFinite, int constant)
		implements Serializable {}

	public static FinitePixels of(final SpectralImage image, final Runner runner) {
		final Collector found = new Collector(image);
		runner.run("Looking for dead pixels", image, Mask.all(image.size()), FinitePixels::look, found);
		return found.pixels();
	}

	/** Puts blocks together, and remembers the pixels that may be saturated. */
	private static final class Collector implements BlockSink<Found> {

		private final Mask.Builder usable;
		private final Mask.Builder positive;
		private final boolean counts;
		private final Mask.Builder full;
		private long saturated;
		private float largest = Float.NEGATIVE_INFINITY;
		private long notFinite;
		private long constant;

		Collector(final SpectralImage image) {
			counts = image.info().signal() == Signal.COUNTS;
			usable = new Mask.Builder(image.size());
			positive = new Mask.Builder(image.size());
			full = new Mask.Builder(image.size());
		}

		@Override
		public void accept(final Block block, final Found found) {
			for (int i = 0; i < found.usable.length; i++) {
				usable.add(block.first() + found.usable[i]);
				if (found.positive[i]) positive.add(block.first() + found.usable[i]);
			}
			if (counts) remember(block, found);
			notFinite += found.notFinite;
			constant += found.constant;
		}

		private void remember(final Block block, final Found found) {
			if (found.largest > largest && saturated > 0) {
				full.clear();
				saturated = 0;
			}
			largest = Math.max(largest, found.largest);
			if (found.largest < largest) return;
			for (final int p : found.suspects) full.add(block.first() + p);
			saturated += found.suspects.length;
		}

		FinitePixels pixels() {
			usable.removeAll(full);
			positive.removeAll(full);
			return new FinitePixels(usable.build(), positive.build(), notFinite, constant, saturated);
		}
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

	/** @return the largest value of each spectrum */
	private static float[] peaks(final PixelBlock block) {
		final float[] peaks = Arrays.copyOf(block.row(0), block.size());
		for (int e = 1; e < block.energies(); e++) raise(peaks, block.row(e));
		return peaks;
	}

	private static void raise(final float[] peaks, final float[] row) {
		for (int p = 0; p < peaks.length; p++) peaks[p] = Math.max(peaks[p], row[p]);
	}

	/** @return the smallest value of each spectrum */
	private static float[] lows(final PixelBlock block) {
		final float[] lows = Arrays.copyOf(block.row(0), block.size());
		for (int e = 1; e < block.energies(); e++) lower(lows, block.row(e));
		return lows;
	}

	private static void lower(final float[] lows, final float[] row) {
		for (int p = 0; p < lows.length; p++) lows[p] = Math.min(lows[p], row[p]);
	}

	private static Found look(final PixelBlock block) {
		final int[] finite = finite(block);
		final float[] peaks = peaks(block);
		final float[] lows = lows(block);
		final int[] usable = Arrays.stream(finite).filter(p -> lows[p] < peaks[p]).toArray();
		final boolean[] positive = new boolean[usable.length];
		for (int i = 0; i < usable.length; i++) positive[i] = lows[usable[i]] > 0;
		float largest = Float.NEGATIVE_INFINITY;
		for (final int p : finite) largest = Math.max(largest, peaks[p]);
		final float highest = largest;
		final int[] suspects = Arrays.stream(usable).filter(p -> peaks[p] == highest && isFull(block, p, highest)).toArray();
		return new Found(usable, positive, suspects, highest, block.size() - finite.length, finite.length - usable.length);
	}

	private static boolean isFull(final PixelBlock block, final int p, final float full) {
		int times = 0;
		for (int e = 0; e < block.energies(); e++) if (block.row(e)[p] == full) times++;
		return times >= Math.max(3, (block.energies() + 9) / 10);
	}
}
