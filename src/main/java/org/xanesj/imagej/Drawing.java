// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.awt.image.BufferedImage;
import java.util.function.Supplier;

/** A picture that is drawn when it is first asked for, and kept: a window, a file and a report show the same one. */
public final class Drawing {

	private final Supplier<BufferedImage> draw;
	private BufferedImage picture;
	private byte[] png;

	/** @param draw called once at most */
	Drawing(final Supplier<BufferedImage> draw) {
		this.draw = draw;
	}

	/** @return the one picture, not to be drawn over */
	public synchronized BufferedImage picture() {
		if (picture == null) picture = draw.get();
		return picture;
	}

	/** @return the picture as {@link Pictures#png} encodes it, not to be written to */
	public synchronized byte[] png() {
		if (png == null) png = Pictures.png(picture());
		return png;
	}
}
