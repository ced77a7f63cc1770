// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.io.Serializable;
import java.util.List;

import org.xanesj.stack.InputException;

/**
 * The images of one TIFF file, or of several behind one another.
 *
 * @param files with images of the same shape and kind
 */
record TiffPlanes(List<TiffLayout> files) implements Serializable {

	/** @throws InputException when a file's images differ from those of the first */
	TiffPlanes {
		files = List.copyOf(files);
		final TiffLayout first = files.get(0);
		for (final TiffLayout file : files)
			if (file.width() != first.width() || file.height() != first.height() || file.sample() != first.sample())
				throw new InputException(file.path() + " has images of " + file.width() + " x " + file.height() + " pixels, " + first
					.path() + " of " + first.width() + " x " + first.height() + ", or their bits differ.",
					"Keep only files of one image together.");
	}

	int width() {
		return files.get(0).width();
	}

	int height() {
		return files.get(0).height();
	}

	TiffSample sample() {
		return files.get(0).sample();
	}

	/** @return the number of images in all files */
	int count() {
		return files.stream().mapToInt(TiffLayout::count).sum();
	}

	int rowsTogether() {
		return files.stream().mapToInt(TiffLayout::rowsTogether).max().orElseThrow();
	}

	/** @return the bytes that all images take in memory, as ImageJ holds them */
	long bytesInMemory() {
		return (long) count() * width() * height() * (sample().bitDepth() / 8);
	}
}
