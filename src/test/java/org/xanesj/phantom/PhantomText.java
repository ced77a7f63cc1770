// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.phantom;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.IntFunction;

import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.Spectrum;

/** Spectra as text, in the formats that beamlines and their programs write. */
final class PhantomText {

	private static final String SYNTHETIC = "SYNTHETIC spectrum, computed from a formula; no mineral was measured (CC0)";

	private PhantomText() {}

	/** XAS Data Interchange (XDI/1.0): Ravel & Newville, J. Phys.: Conf. Ser. 712 (2016) 012148. */
	static byte[] xdi(final Spectrum spectrum, final String element, final String edge) {
		return bytes("# XDI/1.0\n# Column.1: energy eV\n# Column.2: mutrans\n# Element.symbol: " + element +
			"\n# Element.edge: " + edge + "\n# Sample.name: " + spectrum.name() + "\n# ///\n# " + SYNTHETIC +
			"\n#-------------\n# energy mutrans\n" + rows(spectrum, "  "));
	}

	/** Two columns under a comment. */
	static byte[] dat(final Spectrum spectrum) {
		return bytes("# " + spectrum.name() + "\n# " + SYNTHETIC + "\n# energy xmu\n" + rows(spectrum, "  "));
	}

	static byte[] csv(final Spectrum spectrum) {
		return bytes("energy,mu\n" + rows(spectrum, ","));
	}

	/** One energy a line, for images whose format holds none. */
	static byte[] energies(final EnergyAxis axis) {
		return bytes(lines(axis.size(), i -> String.format(Locale.ROOT, "%.2f", axis.at(i))));
	}

	private static String rows(final Spectrum spectrum, final String between) {
		return lines(spectrum.energies().size(), i -> String.format(Locale.ROOT, "%.2f%s%.6f", spectrum.energies().at(i),
			between, spectrum.values()[i]));
	}

	static String lines(final int n, final IntFunction<String> line) {
		final StringBuilder text = new StringBuilder();
		for (int i = 0; i < n; i++) text.append(line.apply(i)).append('\n');
		return text.toString();
	}

	static byte[] bytes(final String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}
}
