// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.command;

import ij.IJ;

import java.util.List;
import java.util.stream.StreamSupport;

import org.scijava.ItemVisibility;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Plugin;
import org.scijava.util.Types;

/**
 * In a macro, a key of our commands that is not named keeps its default. SciJava would take what a dialog remembers,
 * or, with a display, ask in the middle of the macro; a macro must do the same everywhere. It comes after the values of
 * the macro and before those that are remembered. A command without any key still asks.
 */
@Plugin(type = PreprocessorPlugin.class)
public class MacroDefaults extends AbstractPreprocessorPlugin {

	@Override
	public void process(final Module module) {
		if (IJ.isMacro()) keepTheOthers(module);
	}

	static void keepTheOthers(final Module module) {
		if (!(module.getDelegateObject() instanceof XanesCommand)) return;
		final List<String> keys = StreamSupport.stream(module.getInfo().inputs().spliterator(), false).filter(
			MacroDefaults::isKey).map(ModuleItem::getName).toList();
		if (keys.stream().anyMatch(module::isInputResolved)) keys.forEach(module::resolveInput);
	}

	private static boolean isKey(final ModuleItem<?> item) {
		final Class<?> type = Types.box(item.getType());
		return item.getVisibility() == ItemVisibility.NORMAL && (type == String.class || type == Boolean.class ||
			Number.class.isAssignableFrom(type));
	}
}
