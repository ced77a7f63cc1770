// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import java.util.Locale;
import java.util.regex.Pattern;

/** What the label of a column says it holds. The words are those of XDI, Athena, Larch and common beamlines. */
enum ColumnRole {

	ENERGY("e|en|ev|kev|hv|hnu|(.*[ _])?energ(y|ies)([ _].*)?|ebraggenergy"),
	WAVENUMBER("k|wavenumber|angle|theta|two ?theta|r|q"),
	/** Incident intensity. */
	I0("i[ _]?0|io|i0[ _-].*|mon|monitor"),
	TRANSMITTED("i[ _]?1|i[ _]?t|i1[ _-].*|it[ _-].*|itrans\\w*|trans|transmission|transmitted"),
	/** Fluorescence or electron yield. */
	YIELD("i[ _]?ff?|iff?[ _-].*|ifch\\d+|ifl\\w*|fluo(r|rescence)?[ _-]?\\d*|fy|tfy|pfy|tey|lytle"),
	/** Absorption, in any normalisation. */
	ABSORPTION("x?mu|x?mu[ _]?(norm|trans|fluor)|mu[ _]?[tf]|norm(trans|fluor)?|flat|nor|normali[sz]ed( .*)?|" +
		"absorption|absorbance|xanes|od|optical[ _]density"),
	/** What is neither a spectrum nor its making: derived curves, errors, the machine. */
	OTHER("n?bkg|fbkg|background|pre|post|pre[ _-]?edge|post[ _-]?edge|n?der|deriv|derivative|n?sec|second|chi\\w*|" +
		"std|stddev|sd|sem|err|error|errors|sigma|uncertainty|time|timer|clock|seconds|dwell|epoch|live|ring|current|" +
		"i[ _]?[2-9]|i[ _]?r|i?ref|irefer|reference|(mu|norm)[ _]?ref(er)?|temp|temperature|index|point|number|no|n|" +
		"(icr|ocr|dtc|roi)\\d*"),
	/** Any other word: a spectrum's name. */
	NAME(".*");

	/** What may stand behind a word and only says its unit. */
	private static final Pattern UNIT = Pattern.compile(
		"\\s*[(\\[][^)\\]]*[)\\]]$|[\\s,_/]+(k?ev|counts|cps|arb\\.?( units)?|a\\.?u\\.?|degrees|seconds)$");

	private final Pattern words;

	ColumnRole(final String words) {
		this.words = Pattern.compile(words);
	}

	static ColumnRole of(final String label) {
		final String lower = label.strip().toLowerCase(Locale.ROOT).replace("\u00B5", "mu").replace("\u03BC", "mu");
		final String word = UNIT.matcher(lower).replaceFirst("").strip();
		for (final ColumnRole role : values()) if (role.words.matcher(word).matches()) return role;
		return NAME;
	}
}
