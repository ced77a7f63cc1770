// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.host;

import ij.ImagePlus;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;

import org.scijava.ItemVisibility;
import org.scijava.module.ModuleInfo;
import org.scijava.module.ModuleItem;

/** Looks for mistakes in a macro's options, {@code key=value key2=[with space]}: ImageJ would run without what they meant. */
final class MacroKeys {

	private MacroKeys() {}

	/** @throws IllegalArgumentException when brackets do not match or a key is none of the command's */
	static void check(final String options, final ModuleInfo command) {
		final List<String> known = StreamSupport.stream(command.inputs().spliterator(), false).filter(
			MacroKeys::isKey).map(ModuleItem::getName).map(n -> n.toLowerCase(Locale.ROOT)).toList();
		for (final String key : keys(options)) if (!known.contains(key.toLowerCase(Locale.ROOT)))
			throw new IllegalArgumentException(key + " is no key of " + command.getTitle().replace("...", "") + ".\nIts keys are: " + String.join(
				", ", known) + ".");
	}

	/** Fiji records images too, though nobody needs to name them. */
	private static boolean isKey(final ModuleItem<?> item) {
		return item.getVisibility() == ItemVisibility.NORMAL && (ParameterText.supports(item) || item
			.getType() == ImagePlus.class);
	}

	/** @return what stands before the equals signs, and words that stand alone */
	static List<String> keys(final String options) {
		final List<String> keys = new ArrayList<>();
		int at = 0;
		while (at < options.length()) {
			if (Character.isWhitespace(options.charAt(at))) {
				at++;
				continue;
			}
			final int start = at;
			while (at < options.length() && options.charAt(at) != '=' && !Character.isWhitespace(options.charAt(at))) at++;
			keys.add(options.substring(start, at));
			if (at < options.length() && options.charAt(at) == '=') at = afterValue(options, at + 1);
		}
		return keys;
	}

	private static int afterValue(final String options, final int from) {
		if (from >= options.length() || options.charAt(from) != '[') {
			int at = from;
			while (at < options.length() && !Character.isWhitespace(options.charAt(at))) at++;
			return at;
		}
		final int end = options.indexOf(']', from);
		final int again = options.indexOf("=[", from);
		if (end < 0 || again >= 0 && again < end) throw new IllegalArgumentException("The bracket of " + options.substring(from) +
			" is not closed.\nWrite values with spaces as key=[a b].");
		return end + 1;
	}
}
