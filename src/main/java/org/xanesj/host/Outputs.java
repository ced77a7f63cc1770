// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.host;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;

import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPostprocessorPlugin;
import org.scijava.module.process.PostprocessorPlugin;

/**
 * Shows a command's outputs: images in windows (in a macro without a display, in its list of images), strings,
 * numbers and booleans in ImageJ's log. What else a command makes it shows itself.
 */
public final class Outputs extends AbstractPostprocessorPlugin implements PostprocessorPlugin {

	@Override
	public void process(final Module module) {
		for (final ModuleItem<?> item : module.getInfo().outputs()) {
			if (module.isOutputResolved(item.getName())) continue;
			final Object value = item.getValue(module);
			if (value instanceof ImagePlus image) show(image);
			else if (value instanceof String || value instanceof Number || value instanceof Boolean) IJ.log(name(item) +
				": " + value);
			module.resolveOutput(item.getName());
		}
	}

	/** Images that the command has shown itself are there already, and are not listed twice. */
	private static void show(final ImagePlus image) {
		final boolean canShow = IJ.getInstance() != null || IJ.isMacro() || Interpreter.isBatchMode();
		if (canShow && WindowManager.getImage(image.getID()) != image) image.show();
	}

	private static String name(final ModuleItem<?> item) {
		return item.getLabel() == null || item.getLabel().isEmpty() ? item.getName() : item.getLabel();
	}
}
