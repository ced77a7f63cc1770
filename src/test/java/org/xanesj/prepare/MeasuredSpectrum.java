// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.prepare;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.xanesj.RealData;
import org.xanesj.stack.EnergyOrder;
import org.xanesj.stack.Spectrum;

/** Measured spectra for these tests: absorption of two columns, or ln(i0/itrans) where the header names them. */
final class MeasuredSpectrum {

	private static final Pattern COLUMN = Pattern.compile("# *Column\\.(\\d): *(\\w+).*");

	private MeasuredSpectrum() {}

	static Spectrum at(final String path) throws IOException {
		final List<String> lines = Files.readAllLines(RealData.at(path), StandardCharsets.ISO_8859_1);
		int i0 = -1;
		int itrans = -1;
		for (final String line : lines) {
			final Matcher matcher = COLUMN.matcher(line);
			if (!matcher.matches()) continue;
			if (matcher.group(2).equals("i0")) i0 = Integer.parseInt(matcher.group(1)) - 1;
			if (matcher.group(2).equals("itrans")) itrans = Integer.parseInt(matcher.group(1)) - 1;
		}
		final List<double[]> rows = lines.stream().filter(l -> !l.isBlank() && !l.startsWith("#")).map(
			l -> Pattern.compile("\\s+").splitAsStream(l.strip()).mapToDouble(Double::parseDouble).toArray()).collect(
				Collectors.toList());
		final int sample = itrans;
		final int incident = i0;
		final double[] mu = rows.stream().mapToDouble(r -> incident < 0 ? r[1] : Math.log(r[incident] / r[sample]))
			.toArray();
		final EnergyOrder order = EnergyOrder.of(rows.stream().mapToDouble(r -> r[0]).toArray(), path);
		return new Spectrum(path, order.axis(), order.apply(mu));
	}
}
