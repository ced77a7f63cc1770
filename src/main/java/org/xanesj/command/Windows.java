// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.command;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.macro.Interpreter;
import ij.measure.ResultsTable;
import ij.plugin.Zoom;
import ij.plugin.frame.RoiManager;

import java.awt.GraphicsEnvironment;
import java.util.List;

import org.xanesj.fit.Constraint;
import org.xanesj.fit.SpeciesMaps;
import org.xanesj.imagej.ImagePlusStack;
import org.xanesj.imagej.LabelMap;
import org.xanesj.imagej.LegendEntry;
import org.xanesj.imagej.MapImages;
import org.xanesj.imagej.PlotPanel;
import org.xanesj.imagej.PlotWindow;
import org.xanesj.imagej.RoiMasks;
import org.xanesj.report.Csv;
import org.xanesj.stack.InputException;
import org.xanesj.stack.SpectralImage;

/** Shows what SciJava does not show by itself. Without a display tables go to the log and plots become images. */
final class Windows {

	/** Smaller images are shown enlarged, to about this many pixels on the screen. */
	private static final int COMFORTABLE = 350;

	private Windows() {}

	/**
	 * An image that a command also hands out as its output. ImageJ shows outputs by itself, but in a macro without a
	 * window it only names them: there the macro would not find its image. With windows it is shown here, to be large
	 * enough to look at; in batch mode ImageJ would list it twice.
	 */
	static ImagePlus output(final ImagePlus imp) {
		if (IJ.getInstance() == null && IJ.isMacro()) imp.show();
		else if (IJ.getInstance() != null && !Interpreter.isBatchMode()) {
			imp.show();
			enlarge(imp);
		}
		return imp;
	}

	/** An image besides the output, where images can be shown. */
	static void besides(final ImagePlus imp) {
		if (IJ.getInstance() == null && !IJ.isMacro()) return;
		imp.show();
		if (IJ.getInstance() != null && !Interpreter.isBatchMode()) enlarge(imp);
	}

	/** Maps of 100 pixels would be as large as a stamp. */
	private static void enlarge(final ImagePlus imp) {
		final int size = Math.max(imp.getWidth(), imp.getHeight());
		if (size < COMFORTABLE) Zoom.set(imp, Math.ceil((double) COMFORTABLE / size));
	}

	/** An energy stack, shown with one range of grey for all slices: ImageJ would take that of the first. */
	static ImagePlus stack(final String title, final SpectralImage stack) {
		final ImagePlus imp = ImagePlusStack.toImagePlus(stack);
		imp.setTitle(title);
		DisplayRange.ofAllSlices(imp);
		return output(imp);
	}

	/** @return fraction maps with the same grey for the same fraction, 0 to 1 when they sum to one; not shown */
	static ImagePlus fractions(final String title, final SpeciesMaps maps, final Constraint constraint,
		final SpectralImage stack)
	{
		return common(MapImages.maps(title, maps.names(), maps.fractions(), stack.width(), stack.height(), stack.depth(), stack
			.info().pixelSize()), constraint);
	}

	/** @return maps of fractions with the same grey for the same fraction */
	static ImagePlus common(final ImagePlus imp, final Constraint constraint) {
		if (constraint == Constraint.NON_NEGATIVE_SUM_TO_ONE) imp.setDisplayRange(0, 1);
		else DisplayRange.ofAllSlices(imp);
		return imp;
	}

	static void table(final String title, final Csv csv) {
		final ResultsTable table = Tables.of(csv);
		Digits.set(table);
		if (!GraphicsEnvironment.isHeadless()) table.show(title);
		else for (int row = -1; row < table.size(); row++)
			IJ.log(row < 0 ? title + "\n" + table.getColumnHeadings() : table.getRowAsString(row));
	}

	/** @throws InputException when outlines of clusters are asked for where there can be none */
	static void checkOutlines(final boolean addRois, final SpectralImage stack) {
		if (addRois && stack.depth() > 1) throw new InputException(
			"add_rois is on, but clusters of a volume have no outlines.", "Leave it off, or use a plane of the stack.");
	}

	/** Adds the outline of each cluster to the ROI Manager, after what the user has there. */
	static void addToRoiManager(final LabelMap labels, final List<LegendEntry> legend) {
		if (GraphicsEnvironment.isHeadless()) {
			IJ.log("XanesJ: there is no ROI Manager without a display; clusters were not added to it.");
			return;
		}
		final RoiManager manager = RoiManager.getRoiManager();
		for (final Roi roi : RoiMasks.labelsToRois(labels.labels(), labels.width(), labels.height(), legend.stream().map(
			LegendEntry::name).toList())) manager.addRoi(roi);
	}

	static void plot(final PlotPanel panel) {
		if (GraphicsEnvironment.isHeadless()) PlotWindow.of(panel).getImagePlus().show();
		else PlotWindow.of(panel).show();
	}
}
