// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.xanesj.imagej.StoredBlocks;
import org.xanesj.imagej.StoredTiff;
import org.xanesj.io.EnergyFile;
import org.xanesj.io.StackFormats;
import org.xanesj.stack.InputException;
import org.xanesj.stack.SpectralImage;
import org.xanesj.stack.StoredStack;

/**
 * A stack in a file of any format that is known here, found but not read, and where its energies are from.
 *
 * @param stored the stack
 * @param notes on its energies
 * @param energies the file they were read from; empty when the stack carries them
 */
public record StackFile(StoredStack stored, List<String> notes, Optional<Path> energies) {

	/**
	 * @param path file or folder
	 * @param energies a file with one energy for each image, for formats that carry none
	 * @return empty when the format is not known here
	 * @throws InputException when the file is not there or damaged, or there are no energies for it
	 */
	public static Optional<StackFile> find(final Path path, final Optional<Path> energies) {
		if (!Files.exists(path)) throw new InputException(path + " is not there.", "Check the path of the stack.");
		final Optional<StoredStack> blocks = StoredBlocks.at(path).map(StoredBlocks::stack);
		final Optional<StoredStack> complete = blocks.or(() -> StackFormats.of(path).map(format -> format.find(path)));
		if (complete.isEmpty()) return isTiff(path) ? Optional.of(tiff(path, energies)) : Optional.empty();
		final List<String> notes = energies.map(file -> List.of("The energies in " + file +
			" were not used: the stack carries its own.")).orElse(List.of());
		return Optional.of(new StackFile(complete.get(), notes, Optional.empty()));
	}

	/** @return whether the name is that of a TIFF file */
	public static boolean isTiff(final Path path) {
		final String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
		return Files.isRegularFile(path) && (name.endsWith(".tif") || name.endsWith(".tiff"));
	}

	private static StackFile tiff(final Path path, final Optional<Path> given) {
		final StoredTiff tiff = StoredTiff.of(path);
		final Optional<Path> energies = given.isPresent() || tiff.energies().isPresent() ? given : EnergyFile.beside(path, tiff
			.images());
		return energies.map(file -> new StackFile(tiff.stack(EnergyFile.order(file, tiff.name(), tiff.images())), List.of(
			EnergyFile.note(file)), energies)).orElseGet(() -> new StackFile(tiff.stack(), List.of(), energies));
	}

	/** @return what is wrong with a file that nobody opens, in the words of the format that its name promises */
	public static InputException unknown(final Path path) {
		try {
			StackFormats.promised(path).ifPresent(format -> format.find(path));
		}
		catch (final InputException e) {
			return e;
		}
		return new InputException(path + " is not a stack that can be opened here.",
			"Use TIFF, SDF (.hdr, or its folder), HDF5 (exchange) or NXstxm, or a format that SCIFIO in Fiji opens.");
	}

	/** @return the stack in memory if it fits, else read where it is needed */
	public SpectralImage open() {
		return noted(stored.open());
	}

	/** @return the stack, whose values are read when and where they are needed */
	public SpectralImage lazily() {
		return noted(stored.lazily());
	}

	private SpectralImage noted(final SpectralImage image) {
		return image.with(image.info().noting(notes));
	}
}
