// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.prepare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.Spectrum;

/** Analytic absorption edges: an arctangent step, a Gaussian white line and a straight line, on irregular grids. */
final class EdgeModel {

	private static final double[][] LONG = { { 6962, 7092, 26 }, { 7092, 7142, 200 }, { 7142, 7712, 190 } };
	private static final double[][] MEDIUM = { { 7052, 7102, 25 }, { 7102, 7142, 80 }, { 7142, 7262, 60 } };
	private static final double[][] SOFT = { { 700, 703, 8 }, { 703, 715, 60 }, { 715, 730, 40 } };

	private static final Map<String, Spectrum> ALL = Map.ofEntries(
		entry("long", LONG, 7112.3, 1.7, 0.8, 0.35, 7118.4, 3.1, 0.3, -2e-4),
		entry("noisefree-fine", new double[][] { { 11819, 11899, 400 }, { 11899, 12219, 800 } }, 11919.1, 2.3, 1.4, 0.6,
			11922.7, 2.2, 0.1, -1e-4),
		entry("medium", MEDIUM, 7112.3, 1.7, 0.8, 0.35, 7118.4, 3.1, 0.3, -2e-4),
		entry("few-below", new double[][] { { 7082, 7110, 14 }, { 7110, 7140, 60 }, { 7140, 7180, 20 } }, 7113.1, 1.2, 0.6,
			0.2, 7117.4, 2.1, 0.2, 1e-4),
		entry("soft", SOFT, 707.3, 0.4, 0.5, 0.9, 708.9, 0.7, 0.1, -1e-3),
		entry("soft-wide", new double[][] { { 690, 703, 26 }, { 703, 730, 108 }, { 730, 748, 36 } }, 707.3, 0.4, 0.5, 0.9,
			708.9, 0.7, 0.1, -1e-3),
		entry("sparse73", new double[][] { { 7077, 7105, 12 }, { 7105, 7140, 45 }, { 7140, 7230, 15 } }, 7121.6, 2, 1.1,
			0.5, 7128, 3, 0.05, 1e-4),
		entry("twenty", new double[][] { { 7100, 7140, 20 } }, 7118.2, 2, 1.1, 0.5, 7124, 3, 0.05, 1e-4),
		entry("fourteen", new double[][] { { 7100, 7126, 13 } }, 7114.2, 2, 1.1, 0.5, 7119, 3, 0.05, 1e-4),
		entry("early", new double[][] { { 7110, 7140, 120 }, { 7140, 7300, 80 } }, 7111, 1, 1, 0.3, 7114, 2, 0.05, 1e-4),
		entry("falling", MEDIUM, 7112.3, 1.7, -0.8, -0.35, 7118.4, 3.1, 0.9, 2e-4));

	private EdgeModel() {}

	private static Map.Entry<String, Spectrum> entry(final String name, final double[][] segments, final double e0,
		final double width, final double jump, final double white, final double centre, final double sigma,
		final double offset, final double slope)
	{
		final EnergyAxis axis = grid(segments);
		final double[] mu = new double[axis.size()];
		for (int i = 0; i < mu.length; i++) {
			final double e = axis.at(i);
			final double d = (e - centre) / sigma;
			mu[i] = offset + slope * (e - e0) + jump * (0.5 + Math.atan((e - e0) / width) / Math.PI) + white * Math.exp(-0.5 *
				d * d);
		}
		return Map.entry(name, new Spectrum(name, axis, mu));
	}

	/** Segments of start, end, number of steps. */
	static EnergyAxis grid(final double[]... segments) {
		final List<Double> energies = new ArrayList<>();
		for (final double[] s : segments)
			for (int i = 0; i < s[2]; i++) energies.add(s[0] + (s[1] - s[0]) * i / s[2]);
		energies.add(segments[segments.length - 1][1]);
		return EnergyAxis.of(energies.stream().mapToDouble(Double::doubleValue).toArray());
	}

	static Spectrum named(final String name) {
		if (name.equals("glitch-first")) return changed("medium", name, 0, 3, -5);
		if (name.equals("glitch-middle")) return changed("medium", name, 60, 61, 0.4);
		return ALL.get(name);
	}

	private static Spectrum changed(final String from, final String name, final int first, final int end,
		final double by)
	{
		final double[] mu = named(from).values().clone();
		for (int i = first; i < end; i++) mu[i] += by;
		return named(from).with(mu).named(name);
	}
}
