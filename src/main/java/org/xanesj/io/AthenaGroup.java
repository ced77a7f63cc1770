// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.xanesj.stack.EnergyOrder;

/** One data group of an Athena project while it is read, from either way of writing a project. */
final class AthenaGroup {

	/** How Demeter writes that an attribute has no value. */
	private static final String NO_VALUE = "@&^^null^^&@";

	/** The flags of groups that are not mu(E), and what they are. */
	private static final Map<String, String> NOT_MU = Map.of("is_chi", "chi(k)", "is_rsp", "chi(R) or chi(q)", "is_bkg",
		"a background", "is_diff", "a difference spectrum", "is_pixel", "data over pixels");

	private final String key;
	private final Map<String, String> parameters = new HashMap<>();
	private double[] x;
	private double[] y;

	/** @param key Athena's own short name, for a group without a label */
	AthenaGroup(final String key) {
		this.key = key;
	}

	/** @param names and values in turn, as Perl flattens a hash */
	void setParameters(final List<?> namesAndValues) {
		for (int i = 0; i + 1 < namesAndValues.size(); i += 2)
			setParameter(text(namesAndValues.get(i)), text(namesAndValues.get(i + 1)));
	}

	private void setParameter(final String name, final String value) {
		parameters.put(name, value.equals(NO_VALUE) ? "" : value);
	}

	void setX(final double[] energies) {
		x = energies;
	}

	void setY(final double[] absorption) {
		y = absorption;
	}

	/** Adds the spectrum: y as it is over x shifted as Athena shows it, in eV, and every parameter as metadata. */
	void addTo(final SpectrumCollector collector, final String file) {
		final String name = name();
		final String kind = NOT_MU.entrySet().stream().filter(flag -> isSet(flag.getKey())).map(Map.Entry::getValue)
			.findFirst().orElse(null);
		if (kind != null) collector.leaveOut(name, "It is " + kind + ", not mu(E).");
		else if (x == null || y == null) collector.leaveOut(name, "It has no energies or no absorption.");
		else {
			collector.add(file + ", " + name, name, shifted(), y, parameters);
			if (shift() != 0) collector.note(file + ", " + name + ": energies were shifted by " + shift() +
				" eV, as the project says.");
		}
	}

	/** @return Athena's energy shift in eV; its E0 and ranges are on the shifted scale */
	private double shift() {
		try {
			final double shift = Double.parseDouble(parameters.getOrDefault("bkg_eshift", "0"));
			return Double.isFinite(shift) ? shift : 0;
		}
		catch (final NumberFormatException e) {
			return 0;
		}
	}

	private double[] shifted() {
		if (shift() == 0) return x;
		final double unit = Arrays.stream(x).max().orElse(0) < EnergyOrder.KEV_BELOW ? 1e-3 : 1;
		return Arrays.stream(x).map(e -> e + unit * shift()).toArray();
	}

	void leaveOut(final SpectrumCollector collector, final String reason) {
		collector.leaveOut(name(), reason);
	}

	private String name() {
		final String label = parameters.getOrDefault("label", "").strip();
		return label.isEmpty() ? key : label;
	}

	private boolean isSet(final String flag) {
		final String value = parameters.getOrDefault(flag, "");
		return !value.isEmpty() && !value.equals("0");
	}

	private static String text(final Object value) {
		if (!(value instanceof List)) return String.valueOf(value);
		return ((List<?>) value).stream().map(AthenaGroup::text).collect(Collectors.joining("\n"));
	}
}
