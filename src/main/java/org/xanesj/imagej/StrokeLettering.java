// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes with single strokes of even width, as draughtsmen's stencils do: ASCII, µ and a few more. A letter with an
 * accent loses it, any other becomes a box.
 */
final class StrokeLettering implements Lettering {

	private record Glyph(double width, Path2D strokes) {}

	private static final String TABLE = "stroke-glyphs.txt";

	/** What a capital measures in the table. */
	private static final double CAPITAL_UNITS = 14;
	private static final double GAP = 3.3;
	private static final BasicStroke PEN = new BasicStroke(1.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
	private static final Glyph BOX = glyph(8, "0,0 8,0 8,14 0,14 0,0");

	private final Map<Integer, Glyph> glyphs = new HashMap<>();

	StrokeLettering() {
		try (InputStream table = StrokeLettering.class.getResourceAsStream(TABLE);
				BufferedReader reader = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8)))
		{
			for (String line = reader.readLine(); line != null; line = reader.readLine()) if (!line.startsWith("# ")
				|| Character.isDigit(line.charAt(2))) add(line);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private void add(final String line) {
		final String[] parts = line.split(" ", 3);
		final int character = parts[0].equals("space") ? ' ' : parts[0].codePointAt(0);
		glyphs.put(character, glyph(Double.parseDouble(parts[1]), parts.length < 3 ? "" : parts[2]));
	}

	private static Glyph glyph(final double width, final String strokes) {
		final Path2D path = new Path2D.Double();
		for (final String stroke : strokes.split("\\|")) {
			double[] control = null;
			boolean first = true;
			for (final String word : stroke.trim().split(" ")) {
				if (word.isEmpty()) continue;
				final String[] xy = word.substring(word.startsWith("~") ? 1 : 0).split(",");
				final double x = Double.parseDouble(xy[0]);
				final double y = Double.parseDouble(xy[1]);
				if (word.startsWith("~")) control = new double[] { x, y };
				else if (first) path.moveTo(x, y);
				else if (control == null) path.lineTo(x, y);
				else path.quadTo(control[0], control[1], x, y);
				if (!word.startsWith("~")) control = null;
				first = false;
			}
		}
		return new Glyph(width, path);
	}

	@Override
	public double width(final String text, final double size) {
		return writable(text).codePoints().mapToDouble(c -> advance(glyph(c))).sum() * unit(size);
	}

	@Override
	public void draw(final Graphics2D g, final String text, final double x, final double baseline, final double size) {
		final Graphics2D pen = (Graphics2D) g.create();
		pen.translate(x, baseline);
		pen.scale(unit(size), -unit(size));
		pen.translate(GAP / 2, 0);
		pen.setStroke(PEN);
		writable(text).codePoints().mapToObj(this::glyph).forEach(glyph -> {
			pen.draw(glyph.strokes);
			pen.translate(advance(glyph), 0);
		});
		pen.dispose();
	}

	private Glyph glyph(final int character) {
		return glyphs.getOrDefault(character, BOX);
	}

	private static double advance(final Glyph glyph) {
		return glyph.width + GAP;
	}

	private static double unit(final double size) {
		return size * CAPITAL / CAPITAL_UNITS;
	}

	/** @return whether no letter of the text becomes a box */
	boolean canWrite(final String text) {
		return writable(text).codePoints().allMatch(glyphs::containsKey);
	}

	/** @return the text with letters the table lacks taken apart, their accents dropped */
	private String writable(final String text) {
		final StringBuilder known = new StringBuilder();
		text.codePoints().forEach(c -> {
			if (glyphs.containsKey(c)) known.appendCodePoint(c);
			else known.append(Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD).replaceAll("\\p{M}", ""));
		});
		return known.toString();
	}
}
