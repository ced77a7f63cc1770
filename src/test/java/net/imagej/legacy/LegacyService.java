// SPDX-License-Identifier: GPL-3.0-or-later
package net.imagej.legacy;

import ij.ImagePlus;

import java.util.Map;

import org.scijava.service.AbstractService;

/** Stands in for Fiji's service of that name, which cannot be had here: just what is asked of it. */
public class LegacyService extends AbstractService {

	/** Windows and the displays behind them. */
	public record ImageMap(Map<ImagePlus, Object> displays) {

		public Object lookupDisplay(final ImagePlus imp) {
			return displays.get(imp);
		}
	}

	private final ImageMap map;

	public LegacyService(final Map<ImagePlus, Object> displays) {
		map = new ImageMap(displays);
	}

	public ImageMap getImageMap() {
		return map;
	}
}
