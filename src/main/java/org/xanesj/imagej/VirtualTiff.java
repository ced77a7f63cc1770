// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;

import ij.ImagePlus;
import ij.VirtualStack;
import ij.plugin.FileInfoVirtualStack;

import org.xanesj.stack.InputException;
import org.xanesj.stack.SpectraSource;

/** A TIFF file that ImageJ opened as a virtual stack: its rows can be read without the whole slices that ImageJ reads. */
final class VirtualTiff {

	private VirtualTiff() {}

	/** @return empty unless the stack is that of one TIFF file, all images in their order */
	static Optional<SpectraSource> spectra(final ImagePlus imp, final SliceLayout layout) {
		if (imp.getStack().getClass() != FileInfoVirtualStack.class) return Optional.empty();
		final VirtualStack stack = (VirtualStack) imp.getStack();
		final String name = stack.getFileName(1);
		if (name == null || IntStream.rangeClosed(1, stack.size()).anyMatch(n -> stack.translate(n) != n || !name.equals(stack
			.getFileName(n)))) return Optional.empty();
		try {
			final TiffPlanes planes = StoredTiff.of(Path.of(String.valueOf(stack.getDirectory()), name)).planes();
			return planes.count() == stack.size() && planes.width() == stack.getWidth() && planes.height() == stack.getHeight()
				? Optional.of(TiffSpectra.of(planes, layout, CalibrationTable.of(imp))) : Optional.empty();
		}
		catch (final InputException e) {
			return Optional.empty(); // ImageJ may know how to read it
		}
	}
}
