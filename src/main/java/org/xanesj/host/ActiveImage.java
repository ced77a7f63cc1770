// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.host;

import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;

import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;

/**
 * Gives a command's first image parameter the active image, or the one whose title a macro names; others only the
 * one that a macro names.
 */
public final class ActiveImage extends AbstractPreprocessorPlugin implements PreprocessorPlugin {

	@Override
	public void process(final Module module) {
		boolean first = true;
		for (final ModuleItem<?> item : module.getInfo().inputs()) {
			if (item.getType() != ImagePlus.class || module.isInputResolved(item.getName())) continue;
			final ImagePlus named = named(item.getName());
			final ImagePlus image = named == null && first ? WindowManager.getCurrentImage() : named;
			if (image == null && first && item.isRequired()) {
				cancel("There are no images open: " + module.getInfo().getTitle().replace("...", "") +
					" works on the active image\nopen a stack first, with Open Energy Stack...");
				return;
			}
			if (image != null || !item.isRequired()) {
				module.setInput(item.getName(), image);
				module.resolveInput(item.getName());
			}
			first = false;
		}
	}

	private static ImagePlus named(final String key) {
		final String options = Macro.getOptions();
		final String title = options == null ? null : Macro.getValue(options, key, null);
		return title == null ? null : WindowManager.getImage(title);
	}
}
