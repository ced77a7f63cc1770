// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.host;

import ij.IJ;
import ij.ImagePlus;

import java.io.File;

import org.scijava.io.AbstractIOPlugin;
import org.scijava.io.IOPlugin;
import org.scijava.io.location.FileLocation;
import org.scijava.io.location.Location;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Plugin;

/** For tests: opens every {@code .xtest}, as a stack of two slices; an empty one cannot be read. */
@Plugin(type = IOPlugin.class, attrs = @Attr(name = "eager"))
public class EagerReader extends AbstractIOPlugin<ImagePlus> {

	@Override
	public Class<ImagePlus> getDataType() {
		return ImagePlus.class;
	}

	@Override
	public boolean supportsOpen(final Location source) {
		return source instanceof FileLocation location && location.getFile().getName().endsWith(".xtest");
	}

	@Override
	public ImagePlus open(final Location source) {
		final File file = ((FileLocation) source).getFile();
		if (file.length() == 0) throw new IllegalArgumentException(file.getName() + " is empty\ngive another file");
		final ImagePlus image = IJ.createImage(file.getName(), "32-bit", 4, 3, 2);
		image.getStack().setSliceLabel("7112.00 eV", 2);
		image.setProp("element", "Fe");
		image.getCalibration().setUnit("micron");
		return image;
	}
}
