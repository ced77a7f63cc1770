// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** Planes of an image side by side, each pixel a square of whole pixels of the picture. */
final class Montage {

	/** Tells whether two neighbouring pixels of a plane lie on two sides of a border; planes shown count from 0. */
	interface Border {

		Border NONE = (x, y, plane, x2, y2) -> false;

		boolean between(int x, int y, int plane, int x2, int y2);
	}

	/** Pictures are enlarged until they are this wide, unless they grow higher than {@link #HIGH}. */
	private static final int WIDE = 700;
	private static final int HIGH = 1400;
	/** Larger images are shown with every n-th pixel only. */
	private static final int LARGEST = 6000;
	/** The shape a montage comes closest to. */
	private static final double SHAPE = 1.3;

	private static final Color LINE = new Color(0x1E1E1E);

	private final int planeWidth;
	private final int planeHeight;
	/** The z of each plane, from 0. */
	private final int[] planes;
	private final int columns;
	private final int enlarge;
	private final int reduce;
	private final int space;

	Montage(final int planeWidth, final int planeHeight, final ShownPlanes shown) {
		this.planeWidth = planeWidth;
		this.planeHeight = planeHeight;
		planes = shown.planes();
		columns = columns(planes.length);
		space = planes.length > 1 ? 4 : 0;
		final int across = columns * planeWidth;
		final int down = rows() * planeHeight;
		reduce = (Math.max(across, down) + LARGEST - 1) / LARGEST;
		enlarge = reduce > 1 ? 1 : Math.max(1, Math.min((WIDE + across - 1) / across, HIGH / down));
	}

	private int columns(final int count) {
		int best = 1;
		for (int c = 2; c <= count; c++) if (misfit(c, count) < misfit(best, count) - 1e-9) best = c;
		return best;
	}

	private double misfit(final int c, final int count) {
		final int r = (count + c - 1) / c;
		return Math.abs(Math.log((double) c * planeWidth / (r * (double) planeHeight) / SHAPE)) + 0.2 * (r * c - count);
	}

	private int rows() {
		return (planes.length + columns - 1) / columns;
	}

	/** @return picture pixels for one pixel of the image */
	double zoom() {
		return (double) enlarge / reduce;
	}

	int planeWidth() {
		return planeWidth;
	}

	int width() {
		return columns * (across() + space) - space;
	}

	int height() {
		return rows() * (down() + space) - space;
	}

	private int across() {
		return (planeWidth + reduce - 1) / reduce * enlarge;
	}

	private int down() {
		return (planeHeight + reduce - 1) / reduce * enlarge;
	}

	private int left(final int plane) {
		return plane % columns * (across() + space);
	}

	private int top(final int plane) {
		return plane / columns * (down() + space);
	}

	void paint(final BufferedImage page, final int x0, final int y0, final Plate.Painter painter) {
		for (int i = 0; i < planes.length; i++) for (int y = 0; y < down(); y++) for (int x = 0; x < across(); x++) {
			final int across = x0 + left(i) + x;
			final int down = y0 + top(i) + y;
			page.setRGB(across, down, painter.rgb(x / enlarge * reduce, y / enlarge * reduce, i, across, down));
		}
	}

	/** Draws borders as lines between pixels; an image that is not enlarged has no room between them. */
	void outline(final Graphics2D g, final int x0, final int y0, final Border border) {
		if (enlarge < 2) return;
		final Graphics2D pen = (Graphics2D) g.create();
		pen.setColor(LINE);
		final int thick = enlarge < 16 ? 1 : 2;
		pen.clipRect(x0, y0, width(), height());
		for (int i = 0; i < planes.length; i++) for (int y = 0; y < planeHeight; y++) for (int x = 0; x < planeWidth; x++) {
			final int left = x0 + left(i) + x * enlarge - thick / 2;
			final int top = y0 + top(i) + y * enlarge - thick / 2;
			if (x > 0 && border.between(x - 1, y, i, x, y)) pen.fillRect(left, top, thick, enlarge + thick);
			if (y > 0 && border.between(x, y - 1, i, x, y)) pen.fillRect(left, top, enlarge + thick, thick);
		}
		pen.dispose();
	}

	/** Writes the number of each plane into its corner, as ImageJ counts; nothing when there is only one. */
	void captions(final Graphics2D g, final int x0, final int y0, final Lettering lettering, final double size) {
		if (planes.length < 2) return;
		for (int i = 0; i < planes.length; i++) {
			final String text = "z = " + (planes[i] + 1);
			final double x = x0 + left(i);
			final double y = y0 + top(i);
			g.setColor(new Color(0, 0, 0, 170));
			g.fill(new Rectangle2D.Double(x, y, lettering.width(text, size) + size, 1.5 * size));
			g.setColor(Color.WHITE);
			lettering.draw(g, text, x + size / 2, y + 1.1 * size, size);
		}
	}
}
