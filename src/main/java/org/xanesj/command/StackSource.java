// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.command;

import ij.ImagePlus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import net.imglib2.RandomAccessibleInterval;

import org.scijava.io.IOService;
import org.xanesj.block.Abandonable;
import org.xanesj.block.Progress;
import org.xanesj.imagej.DatasetStack;
import org.xanesj.imagej.ImagePlusStack;
import org.xanesj.imagej.StoredBlocks;
import org.xanesj.imagej.StoredTiff;
import org.xanesj.io.EnergyFile;
import org.xanesj.io.StackFormat;
import org.xanesj.io.StackFormats;
import org.xanesj.stack.EnergyOrder;
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
		if (!Files.exists(path)) throw new InputException(path + " is not there.", "Check the path of the stack.");
		final Optional<StoredBlocks> blocks = StoredBlocks.at(path);
		if (blocks.isPresent()) return new Opened(noted(blocks.get().stack().open(), energies), Optional.empty());
		final Optional<StackFormat> format = StackFormats.of(path);
		if (format.isPresent()) return new Opened(noted(format.get().find(path).open(), energies), Optional.empty());
		return isTiff(path) ? tiff(path, energies) : new Opened(dataset(path, energies), energies);
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

	private static SpectralImage noted(final SpectralImage stack, final Optional<Path> energies) {
		return energies.isEmpty() ? stack : stack.with(stack.info().noting(List.of("The energies in " + energies.get() +
			" were not used: the stack carries its own.")));
	}

	/** @return whether the name is that of a TIFF file */
	static boolean isTiff(final Path path) {
		final String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
		return Files.isRegularFile(path) && (name.endsWith(".tif") || name.endsWith(".tiff"));
	}

	private static Opened tiff(final Path path, final Optional<Path> given) {
		final StoredTiff tiff = StoredTiff.of(path);
		final Optional<Path> energies = given.isPresent() || tiff.energies().isPresent() ? given : EnergyFile.beside(path, tiff
			.images());
		return new Opened(energies.map(file -> from(file, tiff.stack(order(file, tiff.name(), tiff.images())).open())).orElseGet(
			() -> tiff.stack().open()), energies);
	}

	/** @return an image with energies from a file, one for each of its images or for each along one of its dimensions */
	static SpectralImage read(final ImagePlus imp, final Path energies) {
		return from(energies, ImagePlusStack.read(imp, order(energies, imp.getTitle(), imp.getStackSize())));
	}

	private static EnergyOrder order(final Path energies, final String stack, final int images) {
		final double[] values = EnergyFile.read(energies);
		if (images % values.length != 0) throw new InputException(energies + " holds " + values.length + " energies, and " +
			stack + " " + images + (images == 1 ? " image." : " images."), "Give one energy for each image.");
		return EnergyOrder.of(values, energies.getFileName().toString());
	}

	private static SpectralImage from(final Path energies, final SpectralImage stack) {
		return stack.with(stack.info().noting(List.of("The energies are those in " + energies + ".")));
	}

	private SpectralImage dataset(final Path path, final Optional<Path> energies) {
		final Object dataset = opened(path);
		if (dataset instanceof ImagePlus) return ImagePlusStack.read((ImagePlus) dataset);
		if (!(dataset instanceof RandomAccessibleInterval)) throw unknown(path);
		return energies.isPresent() ? DatasetStack.read(dataset, EnergyFile.read(energies.get())) : DatasetStack.read(
			dataset);
	}

	/** SciJava would complain in the log of what nobody opens, beside our own words for it. */
	private Object opened(final Path path) {
		try {
			if (Files.isDirectory(path) || others.getOpener(path.toString()) == null) throw unknown(path);
			return others.open(path.toString());
		}
		catch (final IOException | UnsupportedOperationException e) {
			throw unknown(path);
		}
	}

	/** @return what is wrong with a file that nobody opens, in the words of the format that its name promises */
	private static InputException unknown(final Path path) {
		try {
			StackFormats.promised(path).ifPresent(format -> format.open(path));
		}
		catch (final InputException e) {
			return e;
		}
		return new InputException(path + " is not a stack that can be opened here.",
			"Use TIFF, SDF (.hdr, or its folder), HDF5 (exchange) or NXstxm, or a format that SCIFIO in Fiji opens.");
	}
}
