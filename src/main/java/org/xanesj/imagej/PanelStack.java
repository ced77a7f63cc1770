// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** Panels one under the other that share their x axis, the first larger, on white. */
final class PanelStack {

	private static final double SIZE = 17;
	private static final int WIDTH = 760;
	private static final int FIRST = 420;
	private static final int OTHER = 250;

	private PanelStack() {}

	/** @param panels at least one; the title and the legend are those of the first */
	static BufferedImage draw(final List<PlotPanel> panels, final Lettering lettering) {
		final BufferedImage page = Pictures.page(WIDTH, FIRST + OTHER * (panels.size() - 1) + (int) SIZE);
		final Graphics2D g = Pictures.pen(page);
		final PanelPainter painter = new PanelPainter(lettering, SIZE);
		final double left = SIZE + panels.stream().mapToDouble(p -> painter.leftRoom(p, OTHER)).max().orElse(0);
		final double inner = WIDTH - 1.5 * SIZE - left;
		painter.title(g, panels.get(0).title(), left, 1.9 * SIZE, inner);
		painter.legend(g, panels.get(0), left, 2.5 * SIZE, inner);
		double top = 2.5 * SIZE + painter.legendHeight(panels.get(0), inner);
		double end = FIRST;
		for (int i = 0; i < panels.size(); i++) {
			final boolean last = i == panels.size() - 1;
			final PlotPanel p = panels.get(i);
			final PlotPanel shown = last ? p : new PlotPanel(p.title(), "", p.yLabel(), p.series(), p.scale());
			final double height = end - top - (last ? painter.bottomRoom(shown) - SIZE / 2 : 0);
			painter.paint(g, shown, new Rectangle2D.Double(left, top, inner, height));
			top = end + 0.6 * SIZE;
			end += OTHER;
		}
		g.dispose();
		return page;
	}
}
