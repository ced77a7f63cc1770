// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;

import ij.ImagePlus;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xanesj.stack.PixelSize;

class LetteringTest {

	private static final StrokeLettering STROKES = new StrokeLettering();

	@Test
	void asciiAndTheSignsOfTheFieldCanBeWritten() {
		final StringBuilder ascii = new StringBuilder("µμ°±×·–−…²³Δαβγδχ");
		for (char c = ' '; c <= '~'; c++) ascii.append(c);
		assertTrue(STROKES.canWrite(ascii.toString()));
		assertTrue(STROKES.canWrite("Fe₂O₃ é Å"), "plain without accents and subscripts");
		assertFalse(STROKES.canWrite("鉄"));
		assertEquals(STROKES.width("Fe2O3", 20), STROKES.width("Fe₂O₃", 20), 0);
	}

	@Test
	void everyLetterLeavesItsOwnInkWithinItsWidth() {
		for (char c = '!'; c <= '~'; c++) {
			final String text = String.valueOf(c);
			final BufferedImage page = Pictures.page(80, 80);
			final Graphics2D g = Pictures.pen(page);
			g.setColor(Color.BLACK);
			STROKES.draw(g, text, 20, 50, 40);
			g.dispose();
			final double end = 20 + STROKES.width(text, 40);
			boolean inked = false;
			for (int y = 0; y < 80; y++) for (int x = 0; x < 80; x++) if ((page.getRGB(x, y) & 0xFF) < 128) {
				inked = true;
				assertTrue(x >= 19 && x <= end + 1, text + " at " + x + " of " + end);
			}
			assertTrue(inked, text);
		}
	}

	@Test
	void sharesAreWrittenAsPeopleReadThem() {
		assertEquals(List.of("34 %", "6.2 %", "10 %", "< 0.1 %", "0 %", "", "100 %"), DoubleStream.of(0.341,
			0.0621, 0.0996, 0.0009, 0, Double.NaN, 1).mapToObj(share -> new LegendEntry("A", share, SpeciesPalette.unknown())
				.shareText()).toList());
	}

	@Test
	void linesOfALegendFitTheirWidth() {
		for (final String name : List.of("Goethite", "Ferrihydrite 60 % + Siderite 40 %", "a_b".repeat(60), "x".repeat(200),
			"", " ", "-----------------------------------------------------", "Fe(II) sulphate heptahydrate measured twice"))
		{
			final List<String> lines = Legend.wrap(name, STROKES, 17, 150);
			assertTrue(lines.size() <= 3);
			for (final String line : lines) assertTrue(STROKES.width(line, 17) <= 150, line);
		}
		assertEquals(List.of("Ferrihydrite 60 % +", "Siderite 40 %"), Legend.wrap("Ferrihydrite 60 % + Siderite 40 %",
			STROKES, 17, 215));
		assertEquals(List.of("Goethite"), Legend.wrap("Goethite", STROKES, 17, 150));
		final List<String> mixture = Legend.wrap("Pigeonite composite FeXANES powder avg 86 % + Febiogenic oxide_JdeFuca_oa 14 %",
			STROKES, 17, 150);
		assertEquals(2, mixture.size());
		assertTrue(mixture.get(0).startsWith("Pig") && mixture.get(0).endsWith("86 % +"), mixture.get(0));
		assertTrue(mixture.get(1).startsWith("Feb") && mixture.get(1).endsWith("14 %"), mixture.get(1));
		assertTrue(Legend.wrap("x".repeat(199) + "y", STROKES, 17, 150).get(2).endsWith("y"), "the end of a name is kept");
	}

	@Test
	void aMachineWithoutFontsDrawsTheSamePicture(@TempDir final Path folder) throws Exception {
		final Path nothing = Files.createFile(folder.resolve("fontconfig.properties"));
		final Process child = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
			"-Djava.awt.headless=true", "-Dsun.awt.fontconfig=" + nothing, "-cp", classPath(), LetteringTest.class.getName())
				.redirectErrorStream(true).start();
		final ByteArrayOutputStream said = new ByteArrayOutputStream();
		child.getInputStream().transferTo(said);
		assertTrue(child.waitFor(60, TimeUnit.SECONDS));
		assertEquals(fingerprint(), said.toString().strip());
	}

	/** The class path of this test, also under a runner that loads classes by itself. */
	private static String classPath() throws Exception {
		final StringBuilder path = new StringBuilder(System.getProperty("java.class.path"));
		for (final Class<?> type : List.of(LetteringTest.class, Lettering.class, ImagePlus.class)) path.append(
			File.pathSeparator).append(Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()));
		return path.toString();
	}

	private static String fingerprint() throws Exception {
		final OverlayMap map = new OverlayMap(new LabelMap(new int[] { 0, 1, 2, 1 }, 2, 2, 1), new float[] { 1, 2, 3, 4 },
			LegendEntry.of(List.of("Goethite", "unknown"), new double[] { 0.66, 0.34 }), PixelSize.of(1, 1, "µm"), "µ-XANES");
		return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Pictures.png(map.draw())));
	}

	/** Run in a virtual machine of its own, where there are no fonts. */
	public static void main(final String[] arguments) throws Exception {
		// a letter that strokes lack becomes a box there, and nothing fails
		Lettering.standard().width("鉄", 12);
		System.out.println(fingerprint());
	}
}
