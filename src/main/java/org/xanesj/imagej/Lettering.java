// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.awt.Graphics2D;

/**
 * Writes the text of pictures. AWT cannot write a letter where no font is installed (a container with nothing but
 * a JDK: "No physical fonts found"), while it draws shapes everywhere. So pictures have letters of their own, which
 * also makes them the same on every machine, and ask for a font only for letters they lack.
 */
interface Lettering {

	/** Height of a capital letter as a part of the size. */
	double CAPITAL = 0.72;

	/** @return how wide the text will be, in pixels */
	double width(String text, double size);

	/**
	 * @param x left end
	 * @param baseline where capitals stand
	 * @param size of the letters as fonts count it, in pixels
	 */
	void draw(Graphics2D g, String text, double x, double baseline, double size);

	/** @return our own letters, with the machine's font, where there is one, for texts they cannot write */
	static Lettering standard() {
		final StrokeLettering strokes = new StrokeLettering();
		return new Lettering() {

			private Lettering of(final String text) {
				return strokes.canWrite(text) ? strokes : FontLettering.find().filter(font -> font.canWrite(text)).map(
					Lettering.class::cast).orElse(strokes);
			}

			@Override
			public double width(final String text, final double size) {
				return of(text).width(text, size);
			}

			@Override
			public void draw(final Graphics2D g, final String text, final double x, final double baseline,
				final double size)
			{
				of(text).draw(g, text, x, baseline, size);
			}
		};
	}

	default void drawCentred(final Graphics2D g, final String text, final double x, final double baseline,
		final double size)
	{
		draw(g, text, x - width(text, size) / 2, baseline, size);
	}

	default void drawRight(final Graphics2D g, final String text, final double x, final double baseline,
		final double size)
	{
		draw(g, text, x - width(text, size), baseline, size);
	}

	/** Draws upwards, centred on y, as the label of a vertical axis. */
	default void drawUpwards(final Graphics2D g, final String text, final double baseline, final double y,
		final double size)
	{
		final Graphics2D turned = (Graphics2D) g.create();
		turned.translate(baseline, y);
		turned.rotate(-Math.PI / 2);
		drawCentred(turned, text, 0, 0, size);
		turned.dispose();
	}
}
