// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import static java.lang.Math.abs;
import static java.lang.Math.cos;
import static java.lang.Math.exp;
import static java.lang.Math.hypot;
import static java.lang.Math.pow;
import static java.lang.Math.sin;
import static java.lang.Math.sqrt;
import static java.lang.Math.toDegrees;
import static java.lang.Math.toRadians;

import java.awt.Color;

/** CIEDE2000 (Sharma, Wu and Dalal 2005) between sRGB colours as people with a colour deficiency see them. */
final class ColourDistance {

	/** Linear RGB to linear RGB, full severity: Machado, Oliveira and Fernandes (2009), table 1. */
	enum Sight {
		NORMAL(1, 0, 0, 0, 1, 0, 0, 0, 1), PROTANOPIA(0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882,
			-0.048116, 1.051998), DEUTERANOPIA(0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940,
				0.968881), TRITANOPIA(1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900);

		private final double[] matrix;

		Sight(final double... matrix) {
			this.matrix = matrix;
		}
	}

	private ColourDistance() {}

	static double between(final Color a, final Color b, final Sight sight) {
		return ciede2000(lab(a, sight), lab(b, sight));
	}

	static double[] lab(final Color colour, final Sight sight) {
		final double[] rgb = { linear(colour.getRed()), linear(colour.getGreen()), linear(colour.getBlue()) };
		final double[] seen = new double[3];
		for (int i = 0; i < 3; i++) {
			for (int j = 0; j < 3; j++) seen[i] += sight.matrix[3 * i + j] * rgb[j];
			seen[i] = Math.max(0, Math.min(1, seen[i]));
		}
		final double x = f((0.4124564 * seen[0] + 0.3575761 * seen[1] + 0.1804375 * seen[2]) / 0.95047);
		final double y = f(0.2126729 * seen[0] + 0.7151522 * seen[1] + 0.0721750 * seen[2]);
		final double z = f((0.0193339 * seen[0] + 0.1191920 * seen[1] + 0.9503041 * seen[2]) / 1.08883);
		return new double[] { 116 * y - 16, 500 * (x - y), 200 * (y - z) };
	}

	private static double linear(final int value) {
		final double v = value / 255.0;
		return v <= 0.04045 ? v / 12.92 : pow((v + 0.055) / 1.055, 2.4);
	}

	private static double f(final double t) {
		return t > pow(6 / 29.0, 3) ? Math.cbrt(t) : t / (3 * pow(6 / 29.0, 2)) + 4 / 29.0;
	}

	static double ciede2000(final double[] p, final double[] q) {
		final double mean = (hypot(p[1], p[2]) + hypot(q[1], q[2])) / 2;
		final double g = 0.5 * (1 - sqrt(pow(mean, 7) / (pow(mean, 7) + pow(25, 7))));
		final double c1 = hypot((1 + g) * p[1], p[2]);
		final double c2 = hypot((1 + g) * q[1], q[2]);
		final double h1 = (toDegrees(Math.atan2(p[2], (1 + g) * p[1])) + 360) % 360;
		final double h2 = (toDegrees(Math.atan2(q[2], (1 + g) * q[1])) + 360) % 360;
		final boolean grey = c1 * c2 == 0;
		final double turn = h2 - h1;
		final double dh = grey ? 0 : turn > 180 ? turn - 360 : turn < -180 ? turn + 360 : turn;
		final double sum = h1 + h2;
		final double h = grey ? sum : abs(h1 - h2) <= 180 ? sum / 2 : sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2;
		final double l = (p[0] + q[0]) / 2 - 50;
		final double c = (c1 + c2) / 2;
		final double t = 1 - 0.17 * cos(toRadians(h - 30)) + 0.24 * cos(toRadians(2 * h)) + 0.32 * cos(toRadians(3 * h + 6)) -
			0.2 * cos(toRadians(4 * h - 63));
		final double dl = (q[0] - p[0]) / (1 + 0.015 * l * l / sqrt(20 + l * l));
		final double dc = (c2 - c1) / (1 + 0.045 * c);
		final double dH = 2 * sqrt(c1 * c2) * sin(toRadians(dh / 2)) / (1 + 0.015 * c * t);
		final double rotation = -sin(toRadians(60 * exp(-pow((h - 275) / 25, 2)))) * 2 * sqrt(pow(c, 7) / (pow(c, 7) + pow(25,
			7)));
		return sqrt(dl * dl + dc * dc + dH * dH + rotation * dc * dH);
	}
}
