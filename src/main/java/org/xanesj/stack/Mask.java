// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.stack;

import java.io.Serializable;
import java.util.Arrays;
import java.util.function.LongPredicate;

/** Which pixels of an image are looked at, in its raster order. Immutable; one bit a pixel. */
public final class Mask implements Serializable {

	private static final long serialVersionUID = 1L;

	private final long size;
	private final long[] words;

	private Mask(final long size, final long[] words) {
		this.size = size;
		this.words = words;
	}

	/** @return the pixels for which {@code inside} holds, of {@code size} */
	public static Mask of(final long size, final LongPredicate inside) {
		final long[] words = new long[(int) ((size + 63) >>> 6)];
		for (long p = 0; p < size; p++) if (inside.test(p)) words[(int) (p >>> 6)] |= 1L << p;
		return new Mask(size, words);
	}

	/** @return every pixel */
	public static Mask all(final long size) {
		return of(size, p -> true);
	}

	/** @return the number of pixels of the image */
	public long size() {
		return size;
	}

	/** @return the number of pixels inside */
	public long count() {
		long count = 0;
		for (final long word : words) count += Long.bitCount(word);
		return count;
	}

	public boolean contains(final long pixel) {
		return (words[(int) (pixel >>> 6)] >>> pixel & 1) != 0;
	}

	public Mask and(final LongPredicate other) {
		return of(size, p -> contains(p) && other.test(p));
	}

	/** @return the pixels inside among {@code count} from {@code first} on, counted from {@code first} */
	public int[] offsets(final long first, final int count) {
		final int[] all = new int[count];
		int n = 0;
		for (int i = 0; i < count; i++) if (contains(first + i)) all[n++] = i;
		return n == count ? all : Arrays.copyOf(all, n);
	}
}
