// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.command;

import ij.ImagePlus;
import ij.WindowManager;

import java.nio.file.Path;

import org.xanesj.imagej.ImagePlusStack;
import org.xanesj.stack.InputException;
import org.xanesj.stack.SpectralImage;

/** The stack in an ImageJ window. */
final class ActiveStack {

	private ActiveStack() {}

	/** @throws InputException when there is no image, or its slice labels carry no energies */
	static SpectralImage read(final ImagePlus imp) {
		return ImagePlusStack.read(opened(imp));
	}

	static SpectralImage current() {
		return read(WindowManager.getCurrentImage());
	}

	/** @param energies a file with one energy for each image */
	static SpectralImage current(final Path energies) {
		return StackSource.read(opened(WindowManager.getCurrentImage()), energies);
	}

	private static ImagePlus opened(final ImagePlus imp) {
		if (imp == null || imp.getStackSize() == 0) throw new InputException("There is no stack.",
			"Open one first (Plugins > XanesJ > Open Energy Stack...).");
		return imp;
	}
}
