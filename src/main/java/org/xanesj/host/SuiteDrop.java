// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.host;

import ij.IJ;
import ij.ImagePlus;
import ij.io.OpenDialog;
import ij.plugin.DragAndDrop;

import java.io.File;
import java.io.IOException;
import java.util.Optional;

import org.scijava.Context;

/** Files and folders dropped on ImageJ's window: ours to SciJava's readers, the rest to ImageJ. */
public final class SuiteDrop extends DragAndDrop {

	private final SuiteOpener opener;

	SuiteDrop(final Context context) {
		opener = new SuiteOpener(context);
	}

	@Override
	public void openFile(final File file) {
		try {
			final Optional<Object> opened = opener.open(file);
			if (opened.isEmpty()) super.openFile(file);
			else {
				if (opened.get() instanceof ImagePlus image) image.show();
				OpenDialog.setDefaultDirectory(file.getAbsoluteFile().getParent());
			}
		}
		catch (final IOException | RuntimeException e) {
			IJ.error("Open", CommandPlugIn.messageOf(e));
		}
	}
}
