// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.prepare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
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

	private enum Kind {
		USABLE, NOT_FINITE, CONSTANT, SATURATED
	}

	public static FinitePixels of(final SpectralImage image, final Runner runner) {
		final Mask all = Mask.all(image.size());
		final float full = image.info().signal() == Signal.COUNTS ? runner.reduce("Looking for saturation", image, all,
			FinitePixels::largest, Math::max) : Float.POSITIVE_INFINITY;
		final int plane = image.width() * image.height();
		final BitSet[] usable = new BitSet[image.depth()];
		for (int z = 0; z < usable.length; z++) usable[z] = new BitSet(plane);
		final long[] counts = new long[Kind.values().length];
		runner.run("Looking for dead pixels", image, all, block -> kinds(block, full), (block, kinds) -> {
			for (int i = 0; i < kinds.length; i++) {
				final long pixel = block.first() + i;
				counts[kinds[i].ordinal()]++;
				if (kinds[i] == Kind.USABLE) usable[(int) (pixel / plane)].set((int) (pixel % plane));
			}
		});
		return new FinitePixels(Mask.of(image.size(), p -> usable[(int) (p / plane)].get((int) (p % plane))),
			counts[Kind.NOT_FINITE.ordinal()], counts[Kind.CONSTANT.ordinal()], counts[Kind.SATURATED.ordinal()]);
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
		// any number times zero is zero, except those that are none
		for (int e = 0; e < block.energies(); e++) {
			final float[] row = block.row(e);
			for (int p = 0; p < zero.length; p++) zero[p] += row[p] * 0f;
		}
		int n = 0;
		final int[] finite = new int[zero.length];
		for (int p = 0; p < zero.length; p++) if (zero[p] == 0) finite[n++] = p;
		return Arrays.copyOf(finite, n);
	}

	/** @return the largest value of the finite spectra */
	private static float largest(final PixelBlock block) {
		float largest = Float.NEGATIVE_INFINITY;
		final int[] finite = finite(block);
		for (int e = 0; e < block.energies(); e++) for (final int p : finite) largest = Math.max(largest, block.row(e)[p]);
		return largest;
	}

	private static Kind[] kinds(final PixelBlock block, final float full) {
		final int[] finite = finite(block);
		final boolean[] varies = new boolean[block.size()];
		final int[] timesFull = new int[block.size()];
		for (int e = 0; e < block.energies(); e++) {
			final float[] row = block.row(e);
			for (final int p : finite) {
				if (row[p] != block.row(0)[p]) varies[p] = true;
				if (row[p] == full) timesFull[p]++;
			}
		}
		final int enough = Math.max(3, (block.energies() + 9) / 10);
		final Kind[] kinds = new Kind[block.size()];
		Arrays.fill(kinds, Kind.NOT_FINITE);
		for (final int p : finite)
			kinds[p] = !varies[p] ? Kind.CONSTANT : timesFull[p] >= enough ? Kind.SATURATED : Kind.USABLE;
		return kinds;
	}
}
