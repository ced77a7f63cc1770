// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.host;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.plugin.PlugIn;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Optional;

/**
 * File &gt; Open, {@code open(path)} in macros and {@code IJ.openImage} for the formats that ImageJ does not know:
 * it then loads a plugin by the name {@code HandleExtraFileTypes}. Fiji has a class of that name, so ours must not
 * bear it; a class loader gives it out under it.
 */
public final class ExtraFileTypes extends ImagePlus implements PlugIn {

	/** ImageJ reads this width as: not an image for you, but all is done. */
	private static final int DONE = -1;

	@Override
	public void run(final String path) {
		try {
			final Optional<Object> opened = new SuiteOpener(SuiteContext.get()).open(new File(path));
			if (opened.isEmpty()) return;
			if (opened.get() instanceof ImagePlus image) become(image);
			else width = DONE;
		}
		catch (final IOException | RuntimeException e) {
			width = DONE;
			IJ.error("Open", CommandPlugIn.messageOf(e));
		}
	}

	private void become(final ImagePlus image) {
		if (image instanceof CompositeImage) {
			image.show(); // what makes it composite would be lost
			width = DONE;
			return;
		}
		setStack(image.getTitle(), image.getStack());
		setDimensions(image.getNChannels(), image.getNSlices(), image.getNFrames());
		setOpenAsHyperStack(image.isHyperStack());
		copyAttributes(image);
		setDisplayRange(image.getDisplayRangeMin(), image.getDisplayRangeMax());
		setOverlay(image.getOverlay());
	}

	/** Makes ImageJ find this class; where its insides are not as expected, formats open by command and drop only. */
	static void install() {
		final ClassLoader plugins = new ClassLoader(IJ.getClassLoader()) {

			@Override
			protected Class<?> loadClass(final String name, final boolean resolve) throws ClassNotFoundException {
				return name.equals("HandleExtraFileTypes") ? ExtraFileTypes.class : super.loadClass(name, resolve);
			}
		};
		try {
			final Method setter = IJ.class.getDeclaredMethod("setClassLoader", ClassLoader.class);
			setter.setAccessible(true);
			setter.invoke(null, plugins);
		}
		catch (final ReflectiveOperationException e) {
			IJ.showStatus("XanesJ's formats open by Plugins>XanesJ and by drag and drop");
		}
	}
}
