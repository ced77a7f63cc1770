// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.command;

import ij.ImagePlus;

import java.nio.file.Path;
import java.util.List;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.io.IOService;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.xanesj.block.Runner;
import org.xanesj.io.Paths;
import org.xanesj.imagej.StoredBlocks;
import org.xanesj.stack.SpectralImage;

/** Opens a stack with its energies, or the maps of a result that was written in blocks. */
@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "XanesJ"), @Menu(
	label = "Open Energy Stack...", weight = 1) })
public class OpenEnergyStack extends XanesCommand {

	@Parameter
	private IOService io;

	@Parameter(label = "Stack", style = "both", columns = 34,
		description = "A TIFF, SDF (.hdr), HDF5 or NXstxm file, an SDF folder, or a volume in blocks of z: its folder or its index.json. " +
			"It may be dropped here.")
	private String path = "";

	@Parameter(label = "Energies", style = "open", columns = 34, required = false, persist = false,
		description = "A text file with one energy for each image, for formats that carry none. Empty: those in or beside " +
			"the stack.")
	private String energies = "";

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus stack;

	@Override
	protected void run(final Runner runner) {
		final Path file = Paths.of("path", path);
		final List<ImagePlus> maps = StoredBlocks.at(file).filter(StoredBlocks::isMaps).map(StoredBlocks::maps).orElse(List
			.of());
		if (!maps.isEmpty()) {
			stack = Windows.output(maps.get(0));
			maps.subList(1, maps.size()).forEach(Windows::besides);
			return;
		}
		final SpectralImage image = new StackSource(io).open(file, Paths.optional(energies), runner.progress()).image();
		say(image.info().notes());
		stack = Windows.stack(image.info().name(), image);
	}
}
