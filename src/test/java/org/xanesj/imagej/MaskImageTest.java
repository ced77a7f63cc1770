// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import org.xanesj.stack.InputException;
import org.xanesj.stack.Mask;
import org.xanesj.stack.PixelSize;

class MaskImageTest {

	@TempDir
	private Path folder;

	private static void assertOnly(final Mask mask, final int pixel) {
		assertEquals(12, mask.size());
		assertEquals(1, mask.count());
		assertTrue(mask.contains(pixel));
	}

	@Test
	void whatIsNotZeroInATiffIsInside() {
		for (final ImageProcessor ip : new ImageProcessor[] { new ByteProcessor(4, 3), new ShortProcessor(4, 3),
			new FloatProcessor(4, 3) })
		{
			ip.setf(5, 1);
			MapImages.writeTiff(new ImagePlus("mask", ip), folder.resolve("m.tif"));
			assertOnly(MaskImage.read(folder.resolve("m.tif"), 4, 3), 5);
		}
	}

	@Test
	void notANumberIsOutside() {
		final FloatProcessor ip = new FloatProcessor(4, 3);
		ip.setf(0, Float.NaN);
		ip.setf(5, -1);
		MapImages.writeTiff(new ImagePlus("mask", ip), folder.resolve("m.tif"));
		assertOnly(MaskImage.read(folder.resolve("m.tif"), 4, 3), 5);
	}

	@Test
	void picturesOfAnyKindAreRead() throws IOException {
		final byte[] none = { 0, 0 };
		final byte[] red = { 0, (byte) 200 };
		final BufferedImage[] images = { new BufferedImage(4, 3, BufferedImage.TYPE_BYTE_GRAY), new BufferedImage(4, 3,
			BufferedImage.TYPE_USHORT_GRAY), new BufferedImage(4, 3, BufferedImage.TYPE_BYTE_BINARY), new BufferedImage(4, 3,
				BufferedImage.TYPE_INT_RGB), new BufferedImage(4, 3, BufferedImage.TYPE_INT_ARGB), new BufferedImage(4, 3,
					BufferedImage.TYPE_BYTE_INDEXED, new IndexColorModel(8, 2, red, none, none)) };
		for (final BufferedImage image : images) {
			if (image.getType() == BufferedImage.TYPE_INT_ARGB) for (int p = 0; p < 12; p++) image.setRGB(p % 4, p / 4,
				0xff000000);
			image.getRaster().setSample(1, 1, 0, 1);
			ImageIO.write(image, "png", folder.resolve("m.png").toFile());
			assertOnly(MaskImage.read(folder.resolve("m.png"), 4, 3), 5);
		}
	}

	@Test
	void anotherSizeIsRefusedWithBoth() throws IOException {
		ImageIO.write(new BufferedImage(5, 3, BufferedImage.TYPE_BYTE_GRAY), "png", folder.resolve("m.png").toFile());
		MapImages.writeTiff(new ImagePlus("mask", new ByteProcessor(5, 3)), folder.resolve("m.tif"));
		for (final String name : new String[] { "m.png", "m.tif" }) {
			final InputException e = assertThrows(InputException.class, () -> MaskImage.read(folder.resolve(name), 4, 3));
			assertTrue(e.getMessage().startsWith(name + " is 5 x 3 pixels; the stack is 4 x 3."));
		}
	}

	@Test
	void whatIsNoMaskIsRefusedByName() throws IOException {
		final Path text = Files.writeString(folder.resolve("mask.png"), "OOO");
		assertTrue(assertThrows(InputException.class, () -> MaskImage.read(text, 4, 3)).getMessage().startsWith("mask.png"));
		ImageIO.write(new BufferedImage(4, 3, BufferedImage.TYPE_BYTE_GRAY), "png", folder.resolve("black.png").toFile());
		assertTrue(assertThrows(InputException.class, () -> MaskImage.read(folder.resolve("black.png"), 4, 3)).getMessage()
			.startsWith("black.png: no pixel"));
		final byte[] whole = Files.readAllBytes(folder.resolve("black.png"));
		for (int length = 9; length < whole.length - 12; length += 3) {
			final Path cut = Files.write(folder.resolve("cut.png"), Arrays.copyOf(whole, length));
			assertTrue(assertThrows(InputException.class, () -> MaskImage.read(cut, 4, 3)).getMessage().startsWith("cut.png"));
		}
		assertThrows(InputException.class, () -> MaskImage.read(folder.resolve("none.png"), 4, 3));
		MapImages.writeTiff(MapImages.labels("l", new int[] { 1, 1 }, 1, 1, 2, PixelSize.UNKNOWN), folder.resolve("two.tif"));
		assertTrue(assertThrows(InputException.class, () -> MaskImage.read(folder.resolve("two.tif"), 1, 1)).getMessage()
			.startsWith("two.tif has 2 slices"));
	}
}
