// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.command;

import ij.IJ;
import ij.ImagePlus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

import org.scijava.io.AbstractIOPlugin;
import org.scijava.io.IOPlugin;
import org.scijava.io.IOService;
import org.scijava.io.location.FileLocation;
import org.scijava.io.location.Location;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.xanesj.imagej.ImagePlusStack;
import org.xanesj.imagej.StoredTiff;
import org.xanesj.io.EnergyFile;
import org.xanesj.io.StackFormats;
import org.xanesj.report.StackFile;
import org.xanesj.stack.InputException;
import org.xanesj.stack.SpectralImage;

/**
 * Opens energy stacks by drag and drop and File &gt; Open. Eager: asked before ImageJ's own readers, for every file, so
 * it takes only what is certain. A TIFF file whose slice labels carry the energies stays ImageJ's; one without them is
 * taken when a text file beside it holds an energy for each of its images.
 */
@Plugin(type = IOPlugin.class, attrs = @Attr(name = "eager"))
public class EnergyStackPlugin extends AbstractIOPlugin<ImagePlus> {

	@Parameter
	private IOService io;

	@Override
	public Class<ImagePlus> getDataType() {
		return ImagePlus.class;
	}

	@Override
	public boolean supportsOpen(final Location location) {
		return location instanceof FileLocation && supports(((FileLocation) location).getFile().toPath());
	}

	private static boolean supports(final Path path) {
		return StackFormats.of(path).isPresent() || StackFile.isTiff(path) && needsEnergiesBesideIt(path);
	}

	private static boolean needsEnergiesBesideIt(final Path path) {
		try {
			final StoredTiff tiff = StoredTiff.of(path);
			return tiff.images() > 1 && tiff.energies().isEmpty() && EnergyFile.beside(path, tiff.images()).isPresent();
		}
		catch (final InputException e) {
			return false; // ImageJ may know what to do with it
		}
	}

	@Override
	public ImagePlus open(final Location location) throws IOException {
		final Path path = ((FileLocation) location).getFile().toPath();
		try {
			final SpectralImage stack = new StackSource(io).open(path, Optional.empty()).image();
			for (final String note : stack.info().notes()) IJ.log("XanesJ: " + note);
			final ImagePlus imp = ImagePlusStack.toImagePlus(stack);
			DisplayRange.ofAllSlices(imp);
			return isDropped() ? Windows.output(imp) : imp;
		}
		catch (final InputException e) {
			throw new IOException(e.getMessage(), e);
		}
	}

	/**
	 * Fiji's opener takes an image from a plugin without a word and does not show it, unless an image was asked for
	 * ({@code IJ.openImage}): then whoever asked shows it. ImageJ's own drop would show it, but as small as it is.
	 */
	private static boolean isDropped() {
		final StackTraceElement[] callers = Thread.currentThread().getStackTrace();
		return Arrays.stream(callers).anyMatch(c -> c.getClassName().matches(".*(DefaultLegacyOpener|SuiteDrop)")) && Arrays
			.stream(callers).noneMatch(c -> c.getMethodName().equals("interceptOpenImage"));
	}
}
