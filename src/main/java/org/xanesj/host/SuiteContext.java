// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.host;

import java.awt.GraphicsEnvironment;
import java.util.List;

import org.scijava.Context;
import org.scijava.Priority;
import org.scijava.module.process.LoadInputsPreprocessor;
import org.scijava.module.process.PostprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.module.process.SaveInputsPreprocessor;
import org.scijava.plugin.PluginInfo;
import org.scijava.plugin.PluginService;
import org.scijava.plugin.SciJavaPlugin;
import org.scijava.widget.InputHarvester;

/**
 * The one SciJava context of an ImageJ without Fiji, with what Fiji would add to it: inputs from macros, from
 * the active image and from a dialog, and outputs shown.
 * <p>
 * These processors carry no {@code @Plugin}: in Fiji, which has its own, they must not be found.
 * </p>
 */
final class SuiteContext {

	private SuiteContext() {}

	/** ImageJ makes its plugins by class name alone, so the context cannot be handed to them. */
	private static final class Holder {
		static final Context CONTEXT = create();
	}

	static Context get() {
		return Holder.CONTEXT;
	}

	private static Context create() {
		final Context context = new Context();
		final PluginService plugins = context.service(PluginService.class);
		add(plugins, MacroInputs.class, PreprocessorPlugin.class, Priority.VERY_HIGH - 1);
		add(plugins, ActiveImage.class, PreprocessorPlugin.class, Priority.VERY_HIGH - 2);
		add(plugins, DialogInputs.class, PreprocessorPlugin.class, InputHarvester.PRIORITY);
		add(plugins, Outputs.class, PostprocessorPlugin.class, Priority.NORMAL);
		if (GraphicsEnvironment.isHeadless()) forgetDialogs(plugins);
		return context;
	}

	/** Without a display nothing is remembered: a batch's result must not hang on what a dialog once held. */
	private static void forgetDialogs(final PluginService plugins) {
		plugins.removePlugins(List.of(plugins.getPlugin(LoadInputsPreprocessor.class), plugins.getPlugin(
			SaveInputsPreprocessor.class)));
	}

	private static <T extends SciJavaPlugin> void add(final PluginService plugins, final Class<? extends T> processor,
		final Class<T> type, final double priority)
	{
		final PluginInfo<T> info = new PluginInfo<>(processor, type);
		info.setPriority(priority);
		plugins.addPlugin(info);
	}
}
