// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import ij.ImageStack;

import org.xanesj.stack.EnergyOrder;
import org.xanesj.stack.EnergyUnit;

/**
 * The energies that the slice labels of an image carry, such as {@code 7112.00 eV}. The label is the truth: it
 * stays with its plane when a stack is cropped, reversed, thinned or saved.
 *
 * @param values a number for each label, in its order
 * @param unit what the labels say of it
 */
public record EnergyLabels(double[] values, EnergyUnit unit) {

	private static final String NUMBER = "((?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d+)?)";

	/** Neither the tail of a number (7112,5 or 7112p5), nor a negative one. */
	private static final Pattern WITH_UNIT = Pattern.compile("(?<![\\d.,])(?<!\\d[pP])(?<!(?:^|[\\s=:])[-\u2212])" +
		NUMBER + "[\\s_\u00A0]*(?i:(k?)eV)(?![A-Za-z0-9])");
	private static final Pattern KEYED = Pattern.compile("(?<![A-Za-z])(?i:E|energy)\\s*[=:]\\s*" + NUMBER +
		"(?![\\w,])()");
	private static final Pattern BARE = Pattern.compile("^\\s*(?!0\\d)" + NUMBER + "\\s*$()");

	/** A plain number below this is a slice counter rather than an energy. */
	private static final double LEAST_BARE = 50;

	/** Whole numbers rising by one from below this are counters too: a substack's begin anywhere. */
	private static final double COUNTERS_BELOW = 150;

	/** @return the energies of a stack's slices, empty when the labels carry none for certain */
	public static Optional<EnergyLabels> of(final ImageStack stack) {
		final List<String> labels = new ArrayList<>();
		for (int i = 1; i <= stack.size(); i++) labels.add(stack.getSliceLabel(i));
		return of(labels);
	}

	/**
	 * Reads {@code 7112.00 eV}, {@code 7.112 keV}, {@code E=7112.0}, {@code 7112} or {@code img_7112.00eV.tif} in the
	 * first line of every label. All labels must be of one kind, and plain numbers must not look like counters.
	 *
	 * @param labels may hold null
	 * @return empty when the labels carry no energies for certain
	 */
	public static Optional<EnergyLabels> of(final List<String> labels) {
		if (labels.isEmpty() || labels.stream().anyMatch(Objects::isNull)) return Optional.empty();
		return read(labels, WITH_UNIT).or(() -> read(labels, KEYED).filter(found -> !count(found.values)))
			.or(() -> read(labels, BARE).filter(found -> !count(found.values) && found.exceed(LEAST_BARE)));
	}

	/** @return what labels lack that carry no energies for certain: where most do, the first that does not is named */
	static String lack(final ImageStack stack) {
		final int[] without = IntStream.rangeClosed(1, stack.size()).filter(i -> of(Arrays.asList(stack
			.getSliceLabel(i))).isEmpty()).toArray();
		if (without.length == 0 || 2 * without.length >= stack.size()) return "its slice labels carry no energies";
		final String label = Objects.requireNonNullElse(stack.getSliceLabel(without[0]), "").lines().findFirst().orElse("");
		return "the label of slice " + without[0] + " carries no energy ('" + (label.length() > 30 ? label.substring(0, 30) +
			"…" : label) + "'), though others do";
	}

	private static Optional<EnergyLabels> read(final List<String> labels, final Pattern pattern) {
		final double[] values = new double[labels.size()];
		final boolean[] kilo = new boolean[values.length];
		for (int i = 0; i < values.length; i++) {
			final Matcher matcher = pattern.matcher(labels.get(i).lines().findFirst().orElse(""));
			if (!matcher.find()) return Optional.empty();
			values[i] = Double.parseDouble(matcher.group(1));
			kilo[i] = !matcher.group(2).isEmpty();
			while (matcher.find()) if (Double.parseDouble(matcher.group(1)) != values[i]) return Optional.empty();
			if (!(values[i] > 0) || Double.isInfinite(values[i])) return Optional.empty();
		}
		return Optional.of(pattern == WITH_UNIT ? stated(values, kilo) : new EnergyLabels(values, EnergyUnit.UNSTATED));
	}

	private static EnergyLabels stated(final double[] values, final boolean[] kilo) {
		int kilos = 0;
		for (final boolean k : kilo) if (k) kilos++;
		if (kilos == values.length) return new EnergyLabels(values, EnergyUnit.KEV);
		final double[] eV = new double[values.length];
		for (int i = 0; i < eV.length; i++) eV[i] = kilo[i] ? toEV(values[i]) : values[i];
		return new EnergyLabels(eV, EnergyUnit.EV);
	}

	private static double toEV(final double kiloelectronvolts) {
		return Math.round(kiloelectronvolts * 1e9) / 1e6;
	}

	private boolean exceed(final double least) {
		return Arrays.stream(values).allMatch(v -> v >= least);
	}

	/** @return whether these are whole numbers that rise by one, as counters do */
	static boolean count(final double[] values) {
		for (int i = 0; i < values.length; i++)
			if (values[i] != Math.rint(values[i]) || i > 0 && values[i] != values[i - 1] + 1) return false;
		return values[0] < COUNTERS_BELOW;
	}

	/** @return the values at these positions */
	EnergyLabels at(final int[] positions) {
		return new EnergyLabels(Arrays.stream(positions).mapToDouble(p -> values[p]).toArray(), unit);
	}

	/**
	 * @param source the window's or the file's name, for messages
	 * @return the energies in order, with what was changed for it
	 */
	public EnergyOrder order(final String source) {
		return EnergyOrder.of(values, unit, source);
	}
}
