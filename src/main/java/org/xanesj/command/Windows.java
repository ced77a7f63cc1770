// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.command;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import ij.plugin.frame.RoiManager;

import java.awt.GraphicsEnvironment;

import org.xanesj.imagej.LabelMap;
import org.xanesj.imagej.LegendEntry;
import org.xanesj.imagej.PlotPanel;
import org.xanesj.imagej.PlotWindow;
import org.xanesj.imagej.RoiMasks;
import org.xanesj.report.SpeciationFigures;
import org.xanesj.stack.InputException;

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

	/** Adds the outline of each cluster to the ROI Manager, after what the user has there. */
	static void addToRoiManager(final SpeciationFigures figures) {
		final LabelMap labels = figures.labels();
		if (labels.depth() > 1) throw new InputException("The clusters of a volume have no outlines.",
			"Leave add_rois off, or use a plane of the stack.");
		final RoiManager manager = GraphicsEnvironment.isHeadless() ? new RoiManager(false) : RoiManager.getRoiManager();
		for (final Roi roi : RoiMasks.labelsToRois(labels.labels(), labels.width(), labels.height(), figures.legend().stream()
			.map(LegendEntry::name).toList())) manager.addRoi(roi);
	}

	static void plot(final PlotPanel panel) {
		if (GraphicsEnvironment.isHeadless()) PlotWindow.of(panel).getImagePlus().show();
		else PlotWindow.of(panel).show();
	}
}
