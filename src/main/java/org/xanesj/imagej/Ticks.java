// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where the marks of an axis stand and how they are written. */
final class Ticks {

	private Ticks() {}

	/** @return about {@code count} multiples of 1, 2 or 5 times a power of ten from {@code low} to {@code high} */
	static List<Double> linear(final double low, final double high, final int count) {
		final double raw = (high - low) / Math.max(1, count);
		final double power = Math.pow(10, Math.floor(Math.log10(raw)));
		final double mantissa = raw / power;
		final double step = power * (mantissa <= 1.5 ? 1 : mantissa <= 3.5 ? 2 : mantissa <= 7.5 ? 5 : 10);
		final List<Double> ticks = new ArrayList<>();
		for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= high + 1e-9 * step; i++) ticks.add(i * step);
		return ticks;
	}

	/** @return powers of ten from {@code low} to {@code high}; with 2 and 5 times them where there are fewer than two */
	static List<Double> logarithmic(final double low, final double high, final int count) {
		final int from = (int) Math.ceil(Math.log10(low) - 1e-9);
		final int to = (int) Math.floor(Math.log10(high) + 1e-9);
		final int step = Math.max(1, (to - from + count - 1) / Math.max(1, count));
		final List<Double> ticks = new ArrayList<>();
		for (int p = from; p <= to; p += step) ticks.add(Math.pow(10, p));
		if (ticks.size() > 1) return ticks;
		ticks.clear();
		for (int p = from - 1; p <= to; p++) for (final int m : new int[] { 1, 2, 5 }) {
			final double tick = m * Math.pow(10, p);
			if (tick >= low * (1 - 1e-9) && tick <= high * (1 + 1e-9)) ticks.add(tick);
		}
		return ticks;
	}

	/** @return how the marks are written: all with the same number of decimals, unless they are powers of ten */
	static List<String> labels(final List<Double> ticks, final PlotPanel.Scale scale) {
		final List<String> plain = ticks.stream().map(Ticks::plain).toList();
		if (scale == PlotPanel.Scale.LOG || plain.stream().anyMatch(text -> text.contains("e"))) return plain;
		final int decimals = plain.stream().mapToInt(text -> text.contains(".") ? text.length() - text.indexOf('.') - 1 : 0)
			.max().orElse(0);
		final String format = "%." + decimals + "f";
		return ticks.stream().map(t -> String.format(Locale.ROOT, format, t + 0.0).replace('-', '−')).toList();
	}

	/** @return the value without binary dust: {@code 0.3}, {@code 7120}, {@code 1e-5} */
	static String plain(final double value) {
		if (value == 0) return "0";
		final BigDecimal rounded = new BigDecimal(value).round(new MathContext(7)).stripTrailingZeros();
		final double size = Math.abs(value);
		if (size >= 1e-3 && size < 1e6) return rounded.toPlainString().replace('-', '−');
		final int exponent = rounded.precision() - rounded.scale() - 1;
		return (rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent).replace('-', '−');
	}
}
