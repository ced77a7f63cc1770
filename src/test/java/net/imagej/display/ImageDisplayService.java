// SPDX-License-Identifier: GPL-3.0-or-later
package net.imagej.display;

import org.scijava.service.Service;

/** Stands in for Fiji's service of that name, which cannot be had here: just what is asked of it. */
public interface ImageDisplayService extends Service {

	Object getActiveDataset();

	Object getActiveDataset(Object display);
}
