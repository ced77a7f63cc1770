// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.host;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import org.scijava.ItemVisibility;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;

/** Asks the user for the parameters that nothing else has filled, and hands the answers to the recorder. */
public final class DialogInputs extends AbstractPreprocessorPlugin implements PreprocessorPlugin {

	@Override
	public void process(final Module module) {
		if (IJ.getInstance() == null) return;
		final List<ModuleItem<?>> shown = shown(module);
		if (shown.stream().allMatch(DialogInputs::isMessage)) return;

		final String title = module.getInfo().getTitle().replace("...", "");
		final Map<String, String> texts = texts(module, shown);
		while (true) {
			final Map<String, String> answers = new ParameterDialog(title, shown, texts).ask();
			if (answers == null) {
				cancel("");
				return;
			}
			texts.putAll(answers);
			try {
				accept(module, shown, texts);
				return;
			}
			catch (final IllegalArgumentException e) {
				IJ.showMessage(title, e.getMessage());
			}
		}
	}

	static boolean isMessage(final ModuleItem<?> item) {
		return item.getVisibility() == ItemVisibility.MESSAGE;
	}

	private static List<ModuleItem<?>> shown(final Module module) {
		return StreamSupport.stream(module.getInfo().inputs().spliterator(), false).<ModuleItem<?>> map(item -> item)
			.filter(item -> !module.isInputResolved(item.getName())).filter(item -> item
				.getVisibility() != ItemVisibility.INVISIBLE).filter(item -> isMessage(item) || ParameterText.supports(
					item) || item.getType() == ImagePlus.class).toList();
	}

	private static Map<String, String> texts(final Module module, final List<ModuleItem<?>> items) {
		final Map<String, String> texts = new LinkedHashMap<>();
		for (final ModuleItem<?> item : items) {
			final Object value = module.getInput(item.getName());
			texts.put(item.getName(), value instanceof ImagePlus image ? image.getTitle() : ParameterText.format(
				value));
		}
		return texts;
	}

	/** Takes all answers or, when one cannot be used, none. */
	private static void accept(final Module module, final List<ModuleItem<?>> items, final Map<String, String> texts) {
		final Map<ModuleItem<?>, Object> values = new LinkedHashMap<>();
		for (final ModuleItem<?> item : items) {
			if (isMessage(item)) continue;
			final String text = texts.get(item.getName());
			final Object value = item.getType() == ImagePlus.class ? WindowManager.getImage(text) : ParameterText.parse(
				item, text);
			checkRange(item, value);
			values.put(item, value);
		}
		values.forEach((item, value) -> module.setInput(item.getName(), value));
		items.forEach(item -> module.resolveInput(item.getName()));
		if (IJ.recording()) values.forEach(DialogInputs::record);
	}

	private static void record(final ModuleItem<?> item, final Object value) {
		if (item.getVisibility() == ItemVisibility.NORMAL && ParameterText.supports(item)) MacroInputs.record(item,
			value);
	}

	private static void checkRange(final ModuleItem<?> item, final Object value) {
		if (!(value instanceof Number number)) return;
		final double given = number.doubleValue();
		final boolean below = item.getMinimumValue() instanceof Number least && given < least.doubleValue();
		final boolean above = item.getMaximumValue() instanceof Number most && given > most.doubleValue();
		if (below || above) throw new IllegalArgumentException(ParameterDialog.label(item) + " = " + value +
			" is out of range\ngive a number " + ParameterDialog.range(item));
	}
}
