// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.command;

import ij.ImagePlus;
import ij.WindowManager;

import java.nio.file.Path;

import org.scijava.Context;
import org.xanesj.block.Abandonable;
import org.xanesj.block.Progress;
import org.xanesj.imagej.DatasetStack;
import org.xanesj.imagej.EnergyLabels;
import org.xanesj.imagej.ImagePlusStack;
import org.xanesj.stack.InputException;
import org.xanesj.stack.SpectralImage;

/** The stack in an ImageJ window. */
final class ActiveStack {

	private ActiveStack() {}

	/**
	 * @param context to find the dataset of a window that ImageJ2 opened: its slice labels only count
	 * @param progress a virtual window may take a while to read
	 * @throws InputException when there is no image, or it carries no energies
	 */
	static SpectralImage read(final ImagePlus imp, final Context context, final Progress progress) {
		return Abandonable.call("Reading the window", () -> read(opened(imp), context), progress);
	}

	private static SpectralImage read(final ImagePlus opened, final Context context) {
		if (EnergyLabels.of(opened.getStack()).isPresent()) return ImagePlusStack.read(opened);
		return OpenedDataset.of(opened, context).map(DatasetStack::read).orElseGet(() -> ImagePlusStack.read(opened));
	}

	static SpectralImage current(final Context context, final Progress progress) {
		return read(WindowManager.getCurrentImage(), context, progress);
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
