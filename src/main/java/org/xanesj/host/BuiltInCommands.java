// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.host;

import ij.ImageJ;
import ij.Menus;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * ImageJ's own commands, for macros without a display: there ImageJ stops at its first menu and knows none of
 * them. Some of those that have a dialog stay out of reach (they need a display, or Fiji) and end the macro.
 */
final class BuiltInCommands {

	/** {@code save10="PNG...",ij.plugin.filter.Writer("png")}, with a shortcut in brackets at the label's end. */
	private static final Pattern ENTRY = Pattern.compile("\\w+=\"(.+?)(?:\\[\\w+])?\",(ij\\..+)");

	/** Commands that ImageJ's code, not its list, puts into the menus. */
	private static final String IN_CODE = """
		code="Open...",ij.plugin.Commands("open")
		code="Close",ij.plugin.Commands("close")
		code="Close All",ij.plugin.Commands("close-all")
		code="Invert",ij.plugin.filter.Filters("invert")
		code="8-bit",ij.plugin.Converter("8-bit")
		code="16-bit",ij.plugin.Converter("16-bit")
		code="32-bit",ij.plugin.Converter("32-bit")
		code="8-bit Color",ij.plugin.Converter("8-bit Color")
		code="RGB Color",ij.plugin.Converter("RGB Color")
		code="RGB Stack",ij.plugin.Converter("RGB Stack")
		code="HSB Stack",ij.plugin.Converter("HSB Stack")
		code="HSB (32-bit)",ij.plugin.Converter("HSB (32-bit)")
		code="Lab Stack",ij.plugin.Converter("Lab Stack")
		code="Show Info...",ij.plugin.ImageInfo
		code="Properties...",ij.plugin.filter.ImageProperties
		code="Crop",ij.plugin.Resizer("crop")
		code="Duplicate...",ij.plugin.Duplicator
		code="Rename...",ij.plugin.SimpleCommands("rename")
		code="Scale...",ij.plugin.Scaler
		code="Smooth",ij.plugin.filter.Filters("smooth")
		code="Sharpen",ij.plugin.filter.Filters("sharpen")
		code="Find Edges",ij.plugin.filter.Filters("edge")
		code="Find Maxima...",ij.plugin.filter.MaximumFinder
		code="Enhance Contrast...",ij.plugin.ContrastEnhancer
		code="Image Calculator...",ij.plugin.ImageCalculator
		code="Subtract Background...",ij.plugin.filter.BackgroundSubtracter
		code="Measure",ij.plugin.filter.Analyzer
		code="Analyze Particles...",ij.plugin.filter.ParticleAnalyzer
		code="Summarize",ij.plugin.filter.Analyzer("sum")
		code="Distribution...",ij.plugin.Distribution
		code="Clear Results",ij.plugin.filter.Analyzer("clear")
		code="Set Measurements...",ij.plugin.filter.Analyzer("set")
		code="Set Scale...",ij.plugin.filter.ScaleDialog
		code="Calibrate...",ij.plugin.filter.Calibrator
		code="Plot Profile",ij.plugin.Profiler("plot")
		code="Surface Plot...",ij.plugin.SurfacePlotter
		""";

	private BuiltInCommands() {}

	static void register() {
		register(IN_CODE.lines());
		try (BufferedReader list = new BufferedReader(new InputStreamReader(ImageJ.class.getResourceAsStream(
			"/IJ_Props.txt"), StandardCharsets.UTF_8)))
		{
			register(list.lines());
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	@SuppressWarnings("unchecked")
	private static void register(final Stream<String> entries) {
		entries.map(ENTRY::matcher).filter(Matcher::matches).forEach(entry -> Menus.getCommands().put(entry.group(1),
			entry.group(2).trim()));
	}
}
