// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.stack;

/** Whether what a file announces fits into the memory, asked before anything is allocated. */
public final class Heap {

	/** Left for the rest of the program: windows, and the copies that the analysis makes. */
	private static final double USABLE = 0.9;

	private Heap() {}

	/**
	 * @param images of width x height pixels in single precision
	 * @param besides further bytes needed while they are read
	 * @throws InputException when there is not that much memory, or an image has more pixels than an array can hold
	 */
	public static void requireImages(final long images, final long width, final long height, final long besides,
		final String file)
	{
		final long pixels = product(width, height), planes = product(Float.BYTES, images, pixels);
		if (pixels < 0 || pixels > Integer.MAX_VALUE)
			throw new InputException(file + ": an image of " + width + " x " + height + " pixels is larger than the " +
				Integer.MAX_VALUE + " pixels that an image can have.",
				"If the file is not damaged, cut the stack into parts.");
		require(planes < 0 || besides < 0 ? -1 : planes + besides, file, images + " images of " + width + " x " +
			height + " pixels");
	}

	/**
	 * @param bytes needed at once; negative when the number is too large to count
	 * @param what needs them, such as {@code 200 images of 1024 x 1024 pixels}
	 * @throws InputException when there are not that many
	 */
	public static void require(final long bytes, final String file, final String what) {
		require(bytes, file, what,
			"If the file is not damaged, give Java a larger heap (Edit > Options > Memory & Threads, or -Xmx).");
	}

	/** @param remedy what to do when there are not that many */
	public static void require(final long bytes, final String file, final String what, final String remedy) {
		if (has(bytes)) return;
		final String needed = bytes < 0 ? "more memory than can be counted" : megabytes(bytes) + " of memory";
		throw new InputException(file + ": " + what + " need " + needed + ", " + megabytes(free()) + " are free.", remedy);
	}

	/** @return whether there are that many bytes; a negative number is too large to count */
	public static boolean has(final long bytes) {
		if (bytes < 0) return false;
		if (bytes < USABLE * free()) return true;
		// What is unreachable still counts as used until it is collected.
		if (bytes < USABLE * Runtime.getRuntime().maxMemory()) System.gc();
		return bytes < USABLE * free();
	}

	private static long free() {
		final Runtime runtime = Runtime.getRuntime();
		return runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
	}

	private static String megabytes(final long bytes) {
		return (bytes >> 20) + 1 + " MB";
	}

	/** @return the product, or -1 when it exceeds a long or a factor is negative, as sizes in damaged files do */
	public static long product(final long... factors) {
		long product = 1;
		for (final long factor : factors) {
			final long high = Math.multiplyHigh(product, factor);
			product *= factor;
			if (factor < 0 || high != 0 || product < 0) return -1;
		}
		return product;
	}
}
