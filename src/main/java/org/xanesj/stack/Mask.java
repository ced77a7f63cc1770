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
		final long[] words = new long[(int) ((size + 63) >>> 6)];
		Arrays.fill(words, -1);
		if ((size & 63) != 0) words[words.length - 1] = (1L << size) - 1;
		return new Mask(size, words);
	}

	/** A mask that is found pixel by pixel. */
	public static final class Builder {

		private final long size;
		private final long[] words;

		/** @param size pixels of the image, none inside at first */
		public Builder(final long size) {
			this.size = size;
			words = new long[(int) ((size + 63) >>> 6)];
		}

		public void add(final long pixel) {
			words[(int) (pixel >>> 6)] |= 1L << pixel;
		}

		public void remove(final long pixel) {
			words[(int) (pixel >>> 6)] &= ~(1L << pixel);
		}

		public boolean contains(final long pixel) {
			return (words[(int) (pixel >>> 6)] >>> pixel & 1) != 0;
		}

		/** Removes the pixels that are in another one of the same size. */
		public void removeAll(final Builder other) {
			for (int i = 0; i < words.length; i++) words[i] &= ~other.words[i];
		}

		/** Removes all pixels. */
		public void clear() {
			Arrays.fill(words, 0);
		}

		/** @return the pixels that were added and not removed */
		public Mask build() {
			return new Mask(size, words.clone());
		}
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
