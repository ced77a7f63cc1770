// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.host;

import ij.ImagePlus;

import org.scijava.ItemIO;
import org.scijava.app.StatusService;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** For tests: says the title of the image that it was given. */
@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "XanesJ"), @Menu(label = "Image Test...",
	weight = -1) })
public class ImageCommand implements Command {

	@Parameter(persist = false)
	private ImagePlus input;

	@Parameter
	private StatusService status;

	@Parameter(initializer = "initFactor", persist = false)
	private int factor = 1;

	@Parameter(type = ItemIO.OUTPUT)
	private String title;

	protected void initFactor() {
		factor = Math.max(factor, 2);
	}

	@Override
	public void run() {
		status.showStatus("looking at the image");
		title = input.getTitle();
		input.setTitle(title + " x" + factor);
	}
}
