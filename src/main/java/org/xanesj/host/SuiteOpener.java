// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.host;

import java.io.File;
import java.io.IOException;
import java.util.Optional;

import org.scijava.Context;
import org.scijava.io.IOPlugin;
import org.scijava.io.location.FileLocation;
import org.scijava.io.location.Location;
import org.scijava.plugin.PluginInfo;
import org.scijava.plugin.PluginService;

/** Opens what SciJava's eager readers know: those that, as in Fiji, are asked before ImageJ's own. */
final class SuiteOpener {

	private final PluginService plugins;

	SuiteOpener(final Context context) {
		plugins = context.service(PluginService.class);
	}

	/** @return what the file or folder holds, nothing if no eager reader knows it */
	Optional<Object> open(final File file) throws IOException {
		final Location location = new FileLocation(file);
		for (@SuppressWarnings("rawtypes")
		final PluginInfo<IOPlugin> info : plugins.getPluginsOfType(IOPlugin.class)) {
			if (!info.is("eager")) continue;
			final IOPlugin<?> reader = plugins.createInstance(info);
			if (reader != null && reader.supportsOpen(location)) return Optional.ofNullable(reader.open(location));
		}
		return Optional.empty();
	}
}
