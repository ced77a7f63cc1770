// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Fixed points and what scikit-learn makes of them, from the resources beside this class. */
final class PointFile {

	private PointFile() {}

	/** @return the fields of each line that is no comment */
	static List<String[]> lines(final String name) {
		try (BufferedReader reader = new BufferedReader(new InputStreamReader(PointFile.class.getResourceAsStream(name),
			StandardCharsets.UTF_8)))
		{
			return reader.lines().filter(line -> !line.startsWith("#")).map(line -> line.split(",", -1)).toList();
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** @return the fields from {@code first} on as points, dimensions x points */
	static float[][] points(final List<String[]> lines, final int first, final int dimensions) {
		final float[][] points = new float[dimensions][lines.size()];
		for (int p = 0; p < lines.size(); p++)
			for (int d = 0; d < dimensions; d++) points[d][p] = Float.parseFloat(lines.get(p)[first + d]);
		return points;
	}

	static double[] numbers(final String[] fields, final int first) {
		return Arrays.stream(fields).skip(first).mapToDouble(Double::parseDouble).toArray();
	}
}
