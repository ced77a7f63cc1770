// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.command;

import ij.ImagePlus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import net.imglib2.RandomAccessibleInterval;

import org.scijava.io.IOService;
import org.xanesj.block.Abandonable;
import org.xanesj.block.Progress;
import org.xanesj.imagej.DatasetStack;
import org.xanesj.imagej.ImagePlusStack;
import org.xanesj.io.EnergyFile;
import org.xanesj.report.StackFile;
import org.xanesj.stack.InputException;
import org.xanesj.stack.SpectralImage;

/** Opens a stack from any file that is known here, or, through SCIFIO where that is installed, to Fiji. */
final class StackSource {

	private final IOService others;

	/** @param others is asked for what is not known here */
	StackSource(final IOService others) {
		this.others = others;
	}

	/**
	 * A stack and where its energies are from.
	 *
	 * @param energies the file they were read from; empty when the stack carries them
	 */
	record Opened(SpectralImage image, Optional<Path> energies) {}

	/**
	 * @param path file or folder
	 * @param energies a file with one energy for each image, for formats that carry none
	 * @throws InputException when it cannot be opened, or there are no energies for it
	 */
	Opened open(final Path path, final Optional<Path> energies) {
		return StackFile.find(path, energies).map(file -> new Opened(file.open(), file.energies())).orElseGet(
			() -> new Opened(dataset(path, energies), energies));
	}

	/**
	 * The same, watched.
	 *
	 * @throws java.util.concurrent.CancellationException when the user stops it
	 */
	Opened open(final Path path, final Optional<Path> energies, final Progress progress) {
		final String step = "Opening " + path.getFileName();
		progress.advance(step, 0, 1);
		return Abandonable.call(step, () -> open(path, energies), progress);
	}

	/** @return an image with energies from a file, one for each of its images or for each along one of its dimensions */
	static SpectralImage read(final ImagePlus imp, final Path energies) {
		final SpectralImage stack = ImagePlusStack.read(imp, EnergyFile.order(energies, imp.getTitle(), imp.getStackSize()));
		return stack.with(stack.info().noting(List.of(EnergyFile.note(energies))));
	}

	private SpectralImage dataset(final Path path, final Optional<Path> energies) {
		final Object dataset = opened(path);
		if (dataset instanceof ImagePlus) return ImagePlusStack.read((ImagePlus) dataset);
		if (!(dataset instanceof RandomAccessibleInterval)) throw StackFile.unknown(path);
		return energies.isPresent() ? DatasetStack.read(dataset, EnergyFile.read(energies.get())) : DatasetStack.read(
			dataset);
	}

	/** SciJava would complain in the log of what nobody opens, beside our own words for it. */
	private Object opened(final Path path) {
		try {
			if (Files.isDirectory(path) || others.getOpener(path.toString()) == null) throw StackFile.unknown(path);
			return others.open(path.toString());
		}
		catch (final IOException | UnsupportedOperationException e) {
			throw StackFile.unknown(path);
		}
	}
}
