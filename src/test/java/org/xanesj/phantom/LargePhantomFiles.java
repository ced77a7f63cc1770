// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.phantom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import ij.ImagePlus;
import ij.ImageStack;
import ij.Prefs;
import ij.io.FileSaver;

import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.Spectrum;

/** A large phantom as a user has it: a TIFF stack whose slices carry their energies, and a folder of references. */
public final class LargePhantomFiles {

	private LargePhantomFiles() {}

	/**
	 * Writes a stack of floats as ImageJ does.
	 *
	 * @param planes one for each energy
	 * @throws IOException when the disk is full
	 */
	public static void writeTiff(final List<float[]> planes, final int width, final EnergyAxis energies, final Path path)
		throws IOException
	{
		final ImageStack stack = new ImageStack(width, planes.get(0).length / width);
		for (int e = 0; e < planes.size(); e++) stack.addSlice(EnergyAxis.label(energies.at(e)), planes.get(e));
		final boolean preferred = Prefs.intelByteOrder;
		Prefs.intelByteOrder = true;
		try {
			final ImagePlus imp = new ImagePlus("phantom", stack);
			imp.setDisplayRange(0, 2);
			if (!new FileSaver(imp).saveAsTiffStack(path.toString())) throw new IOException(path + " could not be written.");
		}
		finally {
			Prefs.intelByteOrder = preferred;
		}
	}

	/** Writes every species, those in the sample and the decoys, as XDI. */
	public static void writeReferences(final Path folder) throws IOException {
		Files.createDirectories(folder);
		for (final Spectrum reference : Arrays.stream(IronSpecies.values()).map(IronSpecies::reference).toList()) Files.write(
			folder.resolve(reference.name() + ".xdi"), PhantomText.xdi(reference, "Fe", "K"));
	}
}
