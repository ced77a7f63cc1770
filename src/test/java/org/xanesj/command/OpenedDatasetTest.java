// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.IJ;
import ij.ImagePlus;

import java.util.Map;
import java.util.Optional;

import net.imagej.display.ImageDisplayService;
import net.imagej.legacy.LegacyService;

import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.service.AbstractService;

class OpenedDatasetTest {

	/** A service whose class has another name than its interface, as in ImageJ2. */
	public static final class Displays extends AbstractService implements ImageDisplayService {

		@Override
		public Object getActiveDataset() {
			return "the one in front";
		}

		@Override
		public Object getActiveDataset(final Object display) {
			return "dataset of " + display;
		}
	}

	@Test
	void itIsFoundThroughTheDisplayOfItsWindow() {
		final ImagePlus shown = IJ.createImage("shown", 4, 4, 1, 32);
		final ImagePlus plain = IJ.createImage("plain", 4, 4, 1, 32);
		try (Context context = new Context(true)) {
			assertEquals(Optional.empty(), OpenedDataset.of(shown, context));
			context.getServiceIndex().add(new LegacyService(Map.of(shown, "display 7")));
			context.getServiceIndex().add(new Displays());
			assertEquals(Optional.of("dataset of display 7"), OpenedDataset.of(shown, context));
			assertEquals(Optional.empty(), OpenedDataset.of(plain, context));
		}
	}
}
