// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.command;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;

import java.awt.GraphicsEnvironment;

import org.xanesj.imagej.PlotPanel;
import org.xanesj.imagej.PlotWindow;

/** Shows what SciJava does not show by itself. Without a display tables go to the log and plots become images. */
final class Windows {

	private Windows() {}

	/**
	 * An image that a command also hands out as its output. ImageJ shows outputs by itself, but in a macro without a
	 * window it only names them: there the macro would not find its image.
	 */
	static ImagePlus output(final ImagePlus imp) {
		if (IJ.getInstance() == null && IJ.isMacro()) imp.show();
		return imp;
	}

	static void table(final String title, final ResultsTable table) {
		if (!GraphicsEnvironment.isHeadless()) table.show(title);
		else for (int row = -1; row < table.size(); row++)
			IJ.log(row < 0 ? title + "\n" + table.getColumnHeadings() : table.getRowAsString(row));
	}

	static void plot(final PlotPanel panel) {
		if (GraphicsEnvironment.isHeadless()) PlotWindow.of(panel).getImagePlus().show();
		else PlotWindow.of(panel).show();
	}
}
