// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.host;

import ij.IJ;
import ij.ImagePlus;
import ij.process.FloatProcessor;

import java.io.File;

import org.scijava.Cancelable;
import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.command.ContextCommand;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** For tests: makes an image whose title says what the command was given. */
@Plugin(type = Command.class, menuPath = "Plugins>XanesJ>Echo Test...")
public class EchoCommand extends ContextCommand implements Cancelable {

	@Parameter(visibility = ItemVisibility.MESSAGE, persist = false, required = false)
	private final String message = "Says what it was given.";

	@Parameter(label = "Path of a stack", description = "A file or a folder with the stack.", style = "file",
		required = false)
	private String path = "";

	@Parameter(label = "Output folder", description = "The folder for the results; it is made if it is not there.",
		style = "directory", required = false)
	private String output = "";

	@Parameter(choices = { "larch", "pre-edge", "area", "none" }, description = "How the spectra are normalised.")
	private String method = "pre-edge";

	@Parameter(min = "1", max = "20", description = "How many components are kept.")
	private int components = 3;

	@Parameter(label = "Reference energy (eV)", description = "The energy that the others are aligned to.")
	private double reference_energy = 7112.5;

	@Parameter(label = "E0 (eV), empty: automatic", required = false, persist = false)
	private Double e0;

	@Parameter(description = "Fractions that sum to one.")
	private boolean sum_to_one = true;

	@Parameter(label = "Seed")
	private long seed = 1;

	@Parameter(required = false, label = "Model file")
	private File model;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus echo;

	@Override
	public void run() {
		if (!method.matches("larch|pre-edge|area|none")) throw new IllegalArgumentException("method = \"" + method +
			"\" is not known\ngive larch, pre-edge, area or none");
		if (components == 13) cancel("thirteen components bring bad luck");
		echo = new ImagePlus("path=" + path + " output=" + output + " method=" + method + " components=" + components +
			" reference_energy=" + reference_energy + " e0=" + e0 + " sum_to_one=" + sum_to_one + " seed=" + seed +
			" model=" + model, new FloatProcessor(2, 2));
		if (IJ.getInstance() == null && IJ.isMacro()) echo.show();
	}
}
