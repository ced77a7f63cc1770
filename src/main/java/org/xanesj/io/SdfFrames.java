// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.InputException;
import org.xanesj.stack.SpectraSource;

/**
 * The image files that an SDF header names.
 *
 * @param header the file
 * @param paths of the image of each energy, which need not be there
 * @param energies in the order of the header
 */
record SdfFrames(Path header, List<Path> paths, double[] energies) {

	/** The record that the instrument leaves for each image, {@code Image003_0}: number, and region or channel. */
	private static final Pattern IMAGE = Pattern.compile("Image(\\d{1,6})_0");
	/**
	 * Energies closer than this are taken as the same: what a monochromator reached always differs a little from the
	 * plan.
	 */
	private static final double SAME_ENERGY = 0.5;

	/**
	 * The planned image of each energy. Images are numbered from 0 on as the energies are, unless the header was cut down to
	 * some of them: then it holds a record for each energy whose numbers are those of the files.
	 */
	static SdfFrames of(final Path file, final SdfHeader.Block header, final double[] energies,
		final List<String> notes)
	{
		final List<Integer> numbers = new ArrayList<>();
		final List<String> measured = new ArrayList<>();
		for (final String name : header.values().keySet()) {
			final Matcher image = IMAGE.matcher(name);
			if (!image.matches()) continue;
			numbers.add(Integer.parseInt(image.group(1)));
			measured.add(header.values().get(name) instanceof SdfHeader.Block record ? record.text("Energy") : "");
		}
		final boolean recorded = numbers.size() == energies.length;
		final String name = file.getFileName().toString();
		final String stem = name.substring(0, name.length() - ".hdr".length());
		final List<Path> frames = new ArrayList<>();
		for (int i = 0; i < energies.length; i++) {
			frames.add(file.resolveSibling(String.format(Locale.ROOT, "%s_a%03d.xim", stem, recorded ? numbers.get(i)
				: i)));
			if (recorded) compare(name, frames.get(i), energies[i], measured.get(i), notes);
		}
		return new SdfFrames(file, frames, energies);
	}

	private static void compare(final String name, final Path frame, final double planned, final String measured,
		final List<String> notes)
	{
		try {
			if (!measured.isEmpty() && Math.abs(Double.parseDouble(measured) - planned) > SAME_ENERGY)
				notes.add(name + ": the header records " + measured + " eV for " + frame.getFileName() +
					" and plans " + EnergyAxis.label(planned) + "; the planned energy was taken.");
		}
		catch (final NumberFormatException e) {
			notes.add(name + ": the energy recorded for " + frame.getFileName() + " is no number (" + measured + ").");
		}
	}

	/**
	 * @param notes gets a sentence on those that are missing
	 * @return the images that are there; the others are left out with their energies
	 * @throws InputException when none is there
	 */
	SdfFrames there(final List<String> notes) {
		final List<Integer> there = new ArrayList<>();
		final List<String> missing = new ArrayList<>();
		for (int i = 0; i < paths.size(); i++) {
			if (Files.exists(paths.get(i))) there.add(i);
			else missing.add(paths.get(i).getFileName() + " (" + EnergyAxis.label(energies[i]) + ")");
		}
		if (there.isEmpty())
			throw new InputException(header + ": none of its " + paths.size() + " images is there, not even " +
				paths.get(0).getFileName() + ".", "Put the .xim files beside the header, under their original names.");
		if (!missing.isEmpty())
			notes.add(header.getFileName() + ": " + missing.size() + " of " + paths.size() +
				" images are missing and left out with their energies: " + String.join(", ", missing) + ".");
		return new SdfFrames(header, there.stream().map(paths::get).toList(), there.stream().mapToDouble(i -> energies[i])
			.toArray());
	}

	/** @return where the values of these images are read from, of this size in pixels */
	SpectraSource images(final int width, final int height) {
		return new TextImages(paths.stream().map(path -> path.toAbsolutePath().toString()).toList(), width, height);
	}
}
