// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import net.imglib2.RandomAccessibleInterval;

import org.apache.commons.math3.linear.RealMatrix;

/** Which versions made a result. */
final class Version {

	private Version() {}

	/** @return the version that the build wrote into the resources */
	static String xanesj() {
		final Properties properties = new Properties();
		try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
			properties.load(in);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
		return properties.getProperty("version");
	}

	static Map<String, String> all() {
		final Map<String, String> versions = new LinkedHashMap<>();
		versions.put("java", System.getProperty("java.version"));
		for (final Class<?> library : List.of(RandomAccessibleInterval.class, RealMatrix.class)) {
			final Package from = library.getPackage();
			if (from.getImplementationVersion() != null) versions.put(from.getImplementationTitle(), from
				.getImplementationVersion());
		}
		versions.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
		return versions;
	}
}
