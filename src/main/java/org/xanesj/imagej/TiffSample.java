// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import ij.io.FileInfo;

/** What kind of number a pixel of a TIFF file is. */
enum TiffSample {

	BIT(1, FileInfo.BITMAP), BYTE(8, FileInfo.GRAY8, FileInfo.COLOR8), TEN_BITS(10, FileInfo.GRAY10_UNSIGNED), TWELVE_BITS(12,
		FileInfo.GRAY12_UNSIGNED), SIGNED_SHORT(16, FileInfo.GRAY16_SIGNED), SHORT(16, FileInfo.GRAY16_UNSIGNED), INT(32,
			FileInfo.GRAY32_INT), UNSIGNED_INT(32, FileInfo.GRAY32_UNSIGNED), FLOAT(32, FileInfo.GRAY32_FLOAT);

	private final int bits;
	private final List<Integer> types;

	TiffSample(final int bits, final Integer... types) {
		this.bits = bits;
		this.types = List.of(types);
	}

	/** @return empty for a kind that ImageJ cannot read, or colour */
	static Optional<TiffSample> of(final FileInfo fi) {
		return Arrays.stream(values()).filter(sample -> sample.types.contains(fi.fileType)).findFirst();
	}

	/** @return ImageJ's number for it */
	int type() {
		return types.get(0);
	}

	/** @return whether pixels begin within bytes, so that only ImageJ unpacks them */
	boolean isPacked() {
		return bits % 8 != 0;
	}

	/** @return bytes of a pixel that is not packed */
	int bytes() {
		return bits / 8;
	}

	/** @return bytes of a row, which begins with a byte */
	int rowBytes(final int width) {
		return (int) (((long) width * bits + 7) / 8);
	}

	/** @return the bits that ImageJ has for it: 8, 16 or 32 */
	int bitDepth() {
		return bits <= 8 ? 8 : bits <= 16 ? 16 : 32;
	}
}
