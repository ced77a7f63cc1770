// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Blank pages, pens, and PNG files of pictures. */
public final class Pictures {

	private Pictures() {}

	/**
	 * Encodes in memory (ImageIO would otherwise put a temporary file on the disk), without a date or any other text:
	 * the same picture gives the same bytes.
	 */
	public static byte[] png(final BufferedImage picture) {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
			if (!ImageIO.write(picture, "png", stream)) throw new IllegalArgumentException("no PNG of image type " + picture
				.getType());
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
		return bytes.toByteArray();
	}

	/** @return a white page */
	static BufferedImage page(final int width, final int height) {
		final BufferedImage page = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		final Graphics2D g = page.createGraphics();
		g.setColor(Color.WHITE);
		g.fillRect(0, 0, width, height);
		g.dispose();
		return page;
	}

	/** @return a pen that draws smooth lines exactly where it is told to */
	static Graphics2D pen(final BufferedImage page) {
		final Graphics2D g = page.createGraphics();
		g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
		return g;
	}
}
