// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.util.Optional;

/** Writes with the machine's sans serif font. */
final class FontLettering implements Lettering {

	/** Fractional metrics and antialiasing: the same widths at every size, whatever the desktop's settings. */
	private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

	private final Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 1);

	private FontLettering() {}

	/** @return the machine's font, if there is one */
	static Optional<FontLettering> find() {
		try {
			final FontLettering found = new FontLettering();
			found.width("5", 12);
			return Optional.of(found);
		}
		catch (final RuntimeException | InternalError | LinkageError e) {
			return Optional.empty();
		}
		catch (final Error e) {
			// Java's very words for "no fonts" are a plain Error; any other is none of our business
			if (e.getClass() != Error.class) throw e;
			return Optional.empty();
		}
	}

	boolean canWrite(final String text) {
		return font.canDisplayUpTo(text) < 0;
	}

	@Override
	public double width(final String text, final double size) {
		return text.isEmpty() ? 0 : new TextLayout(text, font.deriveFont((float) size), CONTEXT).getAdvance();
	}

	@Override
	public void draw(final Graphics2D g, final String text, final double x, final double baseline, final double size) {
		if (text.isEmpty()) return;
		final TextLayout layout = new TextLayout(text, font.deriveFont((float) size), CONTEXT);
		final Graphics2D moved = (Graphics2D) g.create();
		moved.translate(x, baseline);
		moved.fill(layout.getOutline(null));
		moved.dispose();
	}
}
