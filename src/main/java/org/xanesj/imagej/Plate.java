// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

import org.xanesj.stack.PixelSize;

/**
 * A map as a figure: title, the planes of the image enlarged without smoothing, a legend, a scale bar under the
 * image where it hides nothing. White, as a journal's page.
 */
final class Plate {

	/** The colours of one plane. */
	interface Painter {

		/**
		 * @param x pixel of the plane
		 * @param y pixel of the plane
		 * @param plane which of the planes shown, from 0
		 * @param across place in the picture, for stripes
		 * @param down place in the picture, for stripes
		 * @return 0xRRGGBB
		 */
		int rgb(int x, int y, int plane, int across, int down);
	}

	private static final Color TEXT = new Color(0x222222);
	/** An image wider than this many times its height has its legend below. */
	private static final double WIDE = 2.2;

	private final Montage montage;
	private final PixelSize pixelSize;
	private final String title;
	private final Legend legend;
	private final Lettering lettering;
	private final double size;
	private final boolean below;
	private final Rectangle image;
	private final int gap;
	private final int width;
	private final int height;

	/**
	 * @param title a line over the image; empty for none
	 * @param legend may be empty
	 */
	Plate(final Montage montage, final List<LegendEntry> legend, final PixelSize pixelSize, final String title,
		final Lettering lettering)
	{
		this.montage = montage;
		this.pixelSize = pixelSize;
		this.title = title;
		this.lettering = lettering;
		size = Math.max(17, Math.min(montage.width(), 1.2 * montage.height()) / 42.0);
		final int margin = (int) Math.round(1.2 * size);
		gap = margin;
		below = montage.width() > WIDE * montage.height();
		image = new Rectangle(margin, margin + (title.isEmpty() ? 0 : (int) Math.round(2 * size)), montage.width(), montage
			.height());
		final double underImage = image.getMaxY() + 0.8 * size + barHeight() + gap;
		this.legend = below ? Legend.across(legend, lettering, size, montage.width()) : Legend.down(legend, lettering, size,
			Math.max(montage.height(), 12 * size));
		if (below) {
			width = montage.width() + 2 * margin;
			height = (int) Math.ceil(underImage + this.legend.height() + (legend.isEmpty() ? 0 : gap));
		}
		else {
			width = (int) Math.ceil(montage.width() + 2 * margin + (legend.isEmpty() ? 0 : gap + this.legend.width()));
			height = (int) Math.ceil(Math.max(underImage, image.y + this.legend.height() + gap));
		}
	}

	private double barHeight() {
		return 2 * size;
	}

	/** @return where the first plane's pixel (0, 0) begins, and the size of all planes */
	Rectangle image() {
		return image;
	}

	/** @return where the scale bar is */
	Rectangle2D bar() {
		final ScaleBar bar = ScaleBar.of(montage.planeWidth(), pixelSize);
		return new Rectangle2D.Double(image.x, Math.round(image.getMaxY() + 0.8 * size), Math.round(bar.pixels() * montage
			.zoom()), Math.max(4, Math.round(size / 4)));
	}

	/** @return where the swatch of an entry of the legend is */
	Rectangle2D swatch(final int entry) {
		return legend.swatch(entry, legendX(), legendY());
	}

	private double legendX() {
		return below ? image.x : image.getMaxX() + gap;
	}

	private double legendY() {
		return below ? image.getMaxY() + 0.8 * size + barHeight() + gap : image.y;
	}

	/** @return the period of stripes that suits the picture, in pixels */
	int stripes() {
		return Math.max(6, (int) Math.round(0.7 * size));
	}

	/** @param border whether the line between two neighbouring pixels is drawn */
	BufferedImage draw(final Painter painter, final Montage.Border border) {
		final BufferedImage page = Pictures.page(width, height);
		montage.paint(page, image.x, image.y, painter);
		final Graphics2D g = Pictures.pen(page);
		montage.outline(g, image.x, image.y, border);
		montage.captions(g, image.x, image.y, lettering, size);
		g.setColor(TEXT);
		if (!title.isEmpty()) lettering.draw(g, Legend.ellipsis(title, lettering, 1.15 * size, width - 2.0 * gap), image.x,
			gap + size, 1.15 * size);
		scaleBar(g);
		g.setStroke(new BasicStroke((float) Math.max(1, size / 20)));
		legend.draw(g, legendX(), legendY(), stripes());
		g.dispose();
		return page;
	}

	private void scaleBar(final Graphics2D g) {
		final Rectangle2D bar = bar();
		g.fill(bar);
		lettering.draw(g, ScaleBar.of(montage.planeWidth(), pixelSize).text(), bar.getMinX(), bar.getMaxY() + 1.15 * size,
			size);
	}
}
