// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.xanesj.stack.InputException;
import org.xanesj.stack.PixelSize;

class SpeciesCompositeTest {

	private static final List<LegendEntry> LEGEND = List.of(new LegendEntry("A", Double.NaN, Ink.plain(new Color(200, 100,
		0))), new LegendEntry("B", Double.NaN, Ink.plain(new Color(0, 100, 200))));

	private static int[] draw(final float[] a, final float[] b, final float[] brightness) {
		final SpeciesComposite composite = new SpeciesComposite(List.of(a, b), brightness, a.length, 1, 1, LEGEND,
			PixelSize.UNKNOWN, "");
		final BufferedImage picture = composite.draw();
		final Rectangle image = composite.plate(Lettering.standard()).image();
		final int[] rgb = new int[a.length];
		for (int x = 0; x < rgb.length; x++) rgb[x] = picture.getRGB(image.x + (2 * x + 1) * image.width / (2 * a.length),
			(int) image.getCenterY()) & 0xFFFFFF;
		return rgb;
	}

	@Test
	void pureSpeciesHaveTheirColourAndHalvesAddInLinearLight() {
		// half of 200 in linear light is 146, half of 100 and half of 100 make 100
		assertArrayEquals(new int[] { 0xC86400, 0x0064C8, 146 << 16 | 100 << 8 | 146, 0, 0, 0xC86400 }, draw(new float[] { 1,
			0, 0.5f, 0, Float.NaN, 1.7f }, new float[] { 0, 1, 0.5f, -0.2f, 1, 0 }, new float[0]));
	}

	@Test
	void brightnessDims() {
		assertArrayEquals(new int[] { 146 << 16 | 71 << 8, 0xC86400, 0 }, draw(new float[] { 1, 1, 1 }, new float[3],
			new float[] { 2, 4, Float.NaN }));
	}

	@Test
	void onlyThePlanesShownMatter() {
		final ShownPlanes shown = ShownPlanes.of(12);
		final float[] all = new float[12 * 6], step = new float[12 * 6], some = new float[9 * 6], someStep = new float[9 * 6];
		for (int p = 0; p < all.length; p++) {
			final int i = shown.index(p / 6);
			all[p] = i < 0 ? 1 : p / 80f;
			step[p] = i < 0 ? 1000 : 1 + p % 5;
			if (i < 0) continue;
			some[i * 6 + p % 6] = all[p];
			someStep[i * 6 + p % 6] = step[p];
		}
		assertArrayEquals(Pictures.png(new SpeciesComposite(List.of(all, all), step, 3, 2, 12, LEGEND, PixelSize.UNKNOWN, "")
			.draw()), Pictures.png(new SpeciesComposite(List.of(some, some), someStep, 3, 2, shown, LEGEND, PixelSize.UNKNOWN, "")
				.draw()));
	}

	@Test
	void mapsOfAnotherSizeAreRefused() {
		assertEquals("A: the fraction map has 2 pixels, not 3.", assertThrows(InputException.class,
			() -> new SpeciesComposite(List.of(new float[2], new float[3]), new float[0], 3, 1, 1, LEGEND, PixelSize.UNKNOWN,
				"")).getMessage().lines().findFirst().orElseThrow());
	}
}
