// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.host;

import ij.IJ;
import ij.Macro;
import ij.plugin.frame.Recorder;

import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;

/**
 * Fills a command's parameters from a macro's options, {@code field=value field2=[with space]}, by the
 * lower-cased names of its fields. A parameter that the macro does not name keeps its default, whatever a dialog
 * remembers, so that a macro does the same everywhere; without a window nobody can be asked, and all keep theirs.
 */
public final class MacroInputs extends AbstractPreprocessorPlugin implements PreprocessorPlugin {

	@Override
	public void process(final Module module) {
		final String options = Macro.getOptions();
		if (options == null && IJ.getInstance() != null) return; // a dialog will ask
		try {
			if (options != null) MacroKeys.check(options, module.getInfo());
			for (final ModuleItem<?> item : module.getInfo().inputs())
				if (ParameterText.supports(item)) fill(module, item, options);
		}
		catch (final IllegalArgumentException e) {
			cancel(e.getMessage());
		}
	}

	private static void fill(final Module module, final ModuleItem<?> item, final String options) {
		final String text = options == null ? null : Macro.getValue(options, item.getName(), null);
		if (text != null) module.setInput(item.getName(), ParameterText.parse(item, text));
		module.resolveInput(item.getName());
	}

	/** Hands a parameter to the recorder, as Fiji records it: backslashes and quotes are escaped. */
	static void record(final ModuleItem<?> item, final Object value) {
		if (value != null) Recorder.recordOption(item.getName(), Recorder.fixString(ParameterText.format(value)));
	}
}
