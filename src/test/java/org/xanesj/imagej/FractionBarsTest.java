// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.xanesj.stack.InputException;

class FractionBarsTest {

	private static final List<String> SPECIES = List.of("goethite", "not in any", "ferrihydrite", "pyrite");
	private static final double NONE = Double.NaN;
	private static final FractionBar MIXED = new FractionBar("cluster 1", new double[] { 0.6, 0, 0.3, 0.1 }, new double[] {
		0.02, NONE, 0.03, 0.01 });
	private static final FractionBar PURE = new FractionBar("cluster 2", new double[] { 0, 0, 1, 0 }, new double[] { NONE,
		NONE, NONE, NONE });

	private static BufferedImage draw(final List<FractionBar> bars) {
		return FractionBars.draw("Species of sample", SPECIES, bars, "Fraction", new StrokeLettering());
	}

	/** @return the most pixels of the species' colour in one row of the picture */
	private static int widest(final BufferedImage picture, final int species) {
		final int colour = SpeciesPalette.colour(species).getRGB();
		return IntStream.range(0, picture.getHeight()).map(y -> (int) IntStream.range(0, picture.getWidth()).filter(
			x -> picture.getRGB(x, y) == colour).count()).max().orElse(0);
	}

	/** Colours go to the species that occur, in turn. */
	@Test
	void barsAreAsLongAsTheirFractions() {
		final BufferedImage picture = draw(List.of(MIXED));
		final double whole = widest(picture, 0) + widest(picture, 1) + widest(picture, 2) ;
		assertEquals(0.6, widest(picture, 0) / whole, 0.01);
		assertEquals(0.3, widest(picture, 1) / whole, 0.01);
		assertEquals(0.1, widest(picture, 2) / whole, 0.01);
		assertTrue(whole > 400, "large enough to read");
		assertTrue(widest(picture, 3) == 0, "a species that no sample has is left out");
	}

	@Test
	void whatIsBelowZeroStandsOnTheOtherSide() {
		assertArrayEquals(new double[][] { { 0, -0.1 }, { 0, 0.7 }, { -0.1, -0.35 }, { 0.7, 1.2 } }, new FractionBar("x",
			new double[] { -0.1, 0.7, -0.25, 0.5 }, new double[4]).ends());
	}

	@Test
	void everySampleIsInOnePictureUpToForty() {
		final BufferedImage one = draw(List.of(PURE));
		final BufferedImage forty = draw(Collections.nCopies(40, PURE));
		final BufferedImage more = draw(Collections.nCopies(400, PURE));
		assertTrue(forty.getHeight() > 20 * 40 + one.getHeight() - 60);
		assertTrue(more.getHeight() < forty.getHeight() + 60, "the rest is a line of text");
	}

	@Test
	void nothingIsNoPicture() {
		assertThrows(InputException.class, () -> draw(List.of()));
		assertThrows(IllegalArgumentException.class, () -> new FractionBar("x", new double[2], new double[1]));
	}
}
