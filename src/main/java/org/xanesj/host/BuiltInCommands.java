// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.host;

import ij.ImageJ;
import ij.Menus;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * ImageJ's own commands, for macros without a display: there ImageJ stops at its first menu and knows none of
 * them. Those that open a dialog stay out of reach (they need a display, or Fiji) and say so.
 */
final class BuiltInCommands {

	/** {@code save10="PNG...",ij.plugin.filter.Writer("png")}, with a shortcut in brackets at the label's end. */
	private static final Pattern ENTRY = Pattern.compile("\\w+=\"(.+?)(?:\\[\\w+])?\",(ij\\..+)");

	/** Commands that ImageJ's code, not its list, puts into the menus. */
	private static final Map<String, String> IN_CODE = Map.ofEntries(Map.entry("8-bit", "Converter(\"8-bit\")"), Map
		.entry("16-bit", "Converter(\"16-bit\")"), Map.entry("32-bit", "Converter(\"32-bit\")"), Map.entry("RGB Color",
			"Converter(\"RGB Color\")"), Map.entry("Crop", "Resizer(\"crop\")"), Map.entry("Close",
				"Commands(\"close\")"), Map.entry("Close All", "Commands(\"close-all\")"), Map.entry("Invert",
					"filter.Filters(\"invert\")"), Map.entry("Smooth", "filter.Filters(\"smooth\")"), Map.entry(
						"Find Edges", "filter.Filters(\"edge\")"), Map.entry("Measure", "filter.Analyzer"), Map.entry(
							"Clear Results", "filter.Analyzer(\"clear\")"));

	private BuiltInCommands() {}

	@SuppressWarnings("unchecked")
	static void register() {
		IN_CODE.forEach((label, plugIn) -> Menus.getCommands().put(label, "ij.plugin." + plugIn));
		try (BufferedReader list = new BufferedReader(new InputStreamReader(ImageJ.class.getResourceAsStream(
			"/IJ_Props.txt"), StandardCharsets.UTF_8)))
		{
			list.lines().map(ENTRY::matcher).filter(Matcher::matches).forEach(entry -> Menus.getCommands().put(entry
				.group(1), entry.group(2).trim()));
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
