// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Swatches with names and shares, in columns. Long names take three lines, of longer ones the middle is left out. */
final class Legend {

	private static final Color TEXT = new Color(0x222222);
	private static final double LINE = 1.3;
	/** Room for a swatch and its distance from the name, in sizes. */
	private static final double SWATCH = 1.9;
	private static final double NAME = 13;
	private static final int LINES = 3;
	private static final String PLUS = " + ";
	private static final double COLUMN_GAP = 1.5;

	private record Item(LegendEntry entry, List<String> lines) {}

	private final List<Item> items = new ArrayList<>();
	private final Lettering lettering;
	private final double size;
	private final double nameWidth;
	private final double shareWidth;
	private final List<List<Item>> columns = new ArrayList<>();

	private Legend(final List<LegendEntry> entries, final Lettering lettering, final double size) {
		this.lettering = lettering;
		this.size = size;
		double name = 0;
		double share = 0;
		for (final LegendEntry entry : entries) {
			final Item item = new Item(entry, wrap(entry.name(), lettering, size, NAME * size));
			items.add(item);
			for (final String line : item.lines) name = Math.max(name, lettering.width(line, size));
			share = Math.max(share, lettering.width(entry.shareText(), size));
		}
		nameWidth = name;
		shareWidth = share == 0 ? 0 : share + 0.8 * size;
	}

	/** A legend beside an image, in as many columns as the height asks for. */
	static Legend down(final List<LegendEntry> entries, final Lettering lettering, final double size,
		final double height)
	{
		final Legend legend = new Legend(entries, lettering, size);
		List<Item> column = new ArrayList<>();
		double used = 0;
		for (final Item item : legend.items) {
			if (!column.isEmpty() && used + legend.height(item) > height + 1) {
				legend.columns.add(column);
				column = new ArrayList<>();
				used = 0;
			}
			column.add(item);
			used += legend.height(item);
		}
		if (!column.isEmpty()) legend.columns.add(column);
		return legend;
	}

	/** A legend below an image, in as many columns as the width allows. */
	static Legend across(final List<LegendEntry> entries, final Lettering lettering, final double size,
		final double width)
	{
		final Legend legend = new Legend(entries, lettering, size);
		final int fit = (int) Math.max(1, (width + COLUMN_GAP * size) / (legend.columnWidth() + COLUMN_GAP * size));
		final int rows = (entries.size() + fit - 1) / fit;
		for (int i = 0; i < legend.items.size(); i += rows)
			legend.columns.add(legend.items.subList(i, Math.min(i + rows, legend.items.size())));
		return legend;
	}

	private double columnWidth() {
		return SWATCH * size + nameWidth + shareWidth;
	}

	private double height(final Item item) {
		return (item.lines.size() * LINE + 0.35) * size;
	}

	double width() {
		return columns.size() * (columnWidth() + COLUMN_GAP * size) - COLUMN_GAP * size;
	}

	double height() {
		return columns.stream().mapToDouble(column -> column.stream().mapToDouble(this::height).sum()).max().orElse(0);
	}

	/** @return where the swatch of an entry is when the legend is drawn at (x, y) */
	Rectangle2D swatch(final int entry, final double x, final double y) {
		int first = 0;
		for (int c = 0; c < columns.size(); first += columns.get(c++).size()) if (entry < first + columns.get(c).size()) {
			double top = y;
			for (int i = 0; i < entry - first; i++) top += height(columns.get(c).get(i));
			return new Rectangle2D.Double(Math.round(x + c * (columnWidth() + COLUMN_GAP * size)), Math.round(top), Math.round(
				1.3 * size), Math.round(1.15 * size));
		}
		throw new IndexOutOfBoundsException(entry);
	}

	/** @param period of stripes */
	void draw(final Graphics2D g, final double x, final double y, final int period) {
		for (int i = 0; i < items.size(); i++) {
			final Item item = items.get(i);
			final Rectangle2D box = swatch(i, x, y);
			for (int py = (int) box.getMinY(); py < box.getMaxY(); py++) for (int px = (int) box.getMinX(); px < box
				.getMaxX(); px++) {
				g.setColor(new Color(item.entry.ink().rgb(px, py, period)));
				g.fillRect(px, py, 1, 1);
			}
			g.setColor(TEXT);
			g.draw(box);
			double baseline = box.getMinY() + 0.95 * size;
			lettering.drawRight(g, item.entry.shareText(), box.getMinX() + columnWidth(), baseline, size);
			for (final String line : item.lines) {
				lettering.draw(g, line, box.getMinX() + SWATCH * size, baseline, size);
				baseline += LINE * size;
			}
		}
	}

	/**
	 * @return the text in at most three lines, broken at blanks and behind hyphens, else where it must be; a mixture,
	 *         {@code A 60 % + B 40 %}, only between its parts, however many, so that no share comes to stand behind another name
	 */
	static List<String> wrap(final String text, final Lettering lettering, final double size, final double width) {
		if (text.contains(PLUS) && lettering.width(text, size) > width) return parts(text, lettering, size, width);
		final List<String> lines = new ArrayList<>();
		String rest = text.strip();
		while (lettering.width(rest, size) > width && lines.size() < LINES - 1) {
			final int cut = cut(rest, lettering, size, width);
			lines.add(rest.substring(0, cut).strip());
			rest = rest.substring(cut).strip();
		}
		lines.add(ellipsis(rest, lettering, size, width));
		return lines;
	}

	private static List<String> parts(final String mixture, final Lettering lettering, final double size,
		final double width)
	{
		final String[] parts = mixture.strip().split(Pattern.quote(PLUS));
		final List<String> lines = new ArrayList<>();
		String line = parts[0];
		for (int i = 1; i < parts.length; i++) {
			final String longer = line + PLUS + parts[i];
			if (lettering.width(i < parts.length - 1 ? longer + " +" : longer, size) <= width) line = longer;
			else {
				lines.add(ellipsis(line, lettering, size, width - lettering.width(" +", size)) + " +");
				line = parts[i];
			}
		}
		lines.add(ellipsis(line, lettering, size, width));
		return lines;
	}

	/** @return how many characters of a text that is too wide go on the line */
	private static int cut(final String text, final Lettering lettering, final double size, final double width) {
		int fit = 1;
		while (lettering.width(text.substring(0, fit + 1), size) <= width) fit++;
		for (int i = fit; i > fit / 3; i--)
			if (text.charAt(i) == ' ' || " -_+/,;".indexOf(text.charAt(i - 1)) >= 0) return i;
		return fit;
	}

	/** @return the text, its middle replaced by an ellipsis when it is too wide: names often differ at their ends */
	static String ellipsis(final String text, final Lettering lettering, final double size, final double width) {
		if (lettering.width(text, size) <= width) return text;
		for (int keep = text.length() - 1; keep > 1; keep--) {
			final String shorter = text.substring(0, (keep + 1) / 2).strip() + "…" + text.substring(text.length() - keep / 2)
				.strip();
			if (lettering.width(shorter, size) <= width) return shorter;
		}
		return "…";
	}
}
