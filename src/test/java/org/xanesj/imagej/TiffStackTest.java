// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.ImagePlus;
import ij.ImageStack;
import ij.Prefs;
import ij.io.FileSaver;
import ij.measure.Calibration;

import org.xanesj.RealData;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.InputException;
import org.xanesj.stack.SpectralImage;

class TiffStackTest {

	private static final int W = 23;
	private static final int H = 17;

	@TempDir
	private Path folder;

	private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
	private final PrintStream out = System.out;
	private final PrintStream err = System.err;
	private final boolean byteOrder = Prefs.intelByteOrder;

	/** Without a display ImageJ's log and its error dialogs are printed. */
	@BeforeEach
	void listen() {
		System.setOut(new PrintStream(printed, true));
		System.setErr(new PrintStream(printed, true));
	}

	@AfterEach
	void nothingWasLogged() {
		System.setOut(out);
		System.setErr(err);
		Prefs.intelByteOrder = byteOrder;
		assertEquals("", printed.toString());
	}

	private static float value(final int slice, final int p) {
		return (slice * 37 + p * 3 + p / 50 % 2 * 100) % 251;
	}

	private static ImagePlus image(final int bits, final int slices) {
		final ImageStack stack = new ImageStack(W, H);
		for (int s = 0; s < slices; s++) {
			final var ip = new ij.process.FloatProcessor(W, H);
			for (int p = 0; p < W * H; p++) ip.setf(p, value(s, p) * (bits == 8 ? 1 : 200));
			ip.setMinAndMax(0, bits == 8 ? 255 : 65535);
			stack.addSlice(EnergyAxis.label(7100 + 2.5 * s), bits == 8 ? ip.convertToByte(false) :
				bits == 16 ? ip.convertToShort(false) : ip);
		}
		return new ImagePlus("image", stack);
	}

	private static void assertSame(final ImagePlus expected, final ImagePlus actual) {
		assertEquals(expected.getStackSize(), actual.getStackSize());
		assertEquals(expected.getBitDepth(), actual.getBitDepth());
		for (int s = 1; s <= expected.getStackSize(); s++)
			for (int p = 0; p < W * H; p++) assertEquals(expected.getStack().getProcessor(s).getf(p),
			actual.getStack().getProcessor(s)
				.getf(p), 0);
	}

	private Path saved(final ImagePlus imp, final String name) {
		final Path path = folder.resolve(name);
		MapImages.writeTiff(imp, path);
		return path;
	}

	@Test
	void imageJsOwnFilesOfEveryKindAreRead() {
		for (final boolean little : new boolean[] { false, true }) {
			Prefs.intelByteOrder = little;
			for (final int bits : new int[] { 8, 16, 32 }) for (final int slices : new int[] { 1, 5 }) {
				final ImagePlus imp = image(bits, slices);
				final Path file = folder.resolve(little + "-" + bits + "-" + slices + ".tif");
				assertTrue(slices == 1 ? new FileSaver(imp).saveAsTiff(file.toString()) : new FileSaver(imp).saveAsTiffStack(file
					.toString()));
				assertSame(imp, TiffStack.open(file));
				final SpectralImage read = TiffStack.read(file, Optional.empty());
				assertEquals(slices, read.energies().size());
				assertEquals(7100, read.energies().first());
				assertEquals(file.getFileName().toString(), read.info().name());
			}
		}
	}

	@Test
	void whatImageJSavesWithAStackIsThereAgain() {
		final ImagePlus imp = image(32, 6);
		imp.setDimensions(1, 2, 3);
		imp.setOpenAsHyperStack(true);
		imp.setProp("key", "a value\nof two lines");
		imp.setDisplayRange(3, 99);
		imp.setRoi(1, 2, 3, 4);
		imp.setOverlay(new ij.gui.Overlay(new ij.gui.Roi(0, 0, 2, 2)));
		imp.getCalibration().pixelWidth = imp.getCalibration().pixelHeight = 0.25;
		imp.getCalibration().pixelDepth = 0.5;
		imp.getCalibration().setUnit("um");
		new FileSaver(imp).saveAsTiffStack(folder.resolve("ij.tif").toString());
		final ImagePlus read = TiffStack.open(folder.resolve("ij.tif"));
		assertArrayEquals(imp.getDimensions(), read.getDimensions());
		assertEquals("a value\nof two lines", read.getProp("key"));
		assertEquals(99, read.getDisplayRangeMax());
		assertEquals(imp.getRoi().getBounds(), read.getRoi().getBounds());
		assertEquals(1, read.getOverlay().size());
		assertEquals(0.25, read.getCalibration().pixelWidth, 1e-9);
		assertEquals(0.5, read.getCalibration().pixelDepth, 1e-9);
		assertEquals("\u00B5m", read.getCalibration().getUnit());
	}

	@Test
	void calibrationFunctionsAreApplied() {
		final ImagePlus signed = image(16, 3);
		signed.getCalibration().setSigned16BitCalibration();
		final float raw = signed.getStack().getProcessor(2).getf(40);
		final SpectralImage read = TiffStack.read(saved(signed, "signed.tif"), Optional.empty());
		assertEquals(raw - 32768, read.pixels().randomAccess().setPositionAndGet(40 % W, 40 / W, 1).get());
		final ImagePlus line = image(8, 3);
		line.getCalibration().setFunction(Calibration.STRAIGHT_LINE, new double[] { 5, 0.5 }, "OD");
		final SpectralImage od = TiffStack.read(saved(line, "line.tif"), Optional.empty());
		assertEquals(5 + 0.5 * value(1, 40), od.pixels().randomAccess().setPositionAndGet(40 % W, 40 / W, 1).get(), 1e-6);
	}

	/** By the JDK's own TIFF writer, an implementation that shares nothing with ImageJ's. */
	private Path compressed(final ImagePlus imp, final String method, final String name) throws IOException {
		final ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
		final Path path = folder.resolve(name);
		try (ImageOutputStream stream = ImageIO.createImageOutputStream(path.toFile())) {
			writer.setOutput(stream);
			final ImageWriteParam param = writer.getDefaultWriteParam();
			param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
			param.setCompressionType(method);
			writer.prepareWriteSequence(null);
			for (int s = 1; s <= imp.getStackSize(); s++) {
				final BufferedImage image = new BufferedImage(W, H, imp.getBitDepth() == 8 ? BufferedImage.TYPE_BYTE_GRAY :
					BufferedImage.TYPE_USHORT_GRAY);
				final WritableRaster raster = image.getRaster();
				for (int p = 0; p < W * H; p++) raster.setSample(p % W, p / W, 0, imp.getStack().getProcessor(s).get(p));
				writer.writeToSequence(new IIOImage(image, null, null), param);
			}
			writer.endWriteSequence();
		}
		finally {
			writer.dispose();
		}
		return path;
	}

	@Test
	void compressedFilesAreRead() throws IOException {
		for (final int bits : new int[] { 8, 16 }) for (final String method : new String[] { "LZW", "ZLib", "Deflate",
			"PackBits" }) {
			final ImagePlus imp = image(bits, 3);
			final Path file = compressed(imp, method, bits + method + ".tif");
			assertSame(imp, TiffStack.open(file));
			assertEquals(EnergyAxis.of(1, 2, 3).size(), TiffStack.read(file, Optional.of(new double[] { 7100, 7110, 7120 }))
				.energies().size());
		}
	}

	/** One strip, one directory, made by hand: an independent encoder for what the JDK does not write. */
	private Path handmade(final String name, final int bits, final int format, final int compression, final int predictor,
		final ByteOrder order, final byte[] strip) throws IOException
	{
		final int[][] tags = { { 256, 3, W }, { 257, 3, H }, { 258, 3, bits }, { 259, 3, compression }, { 262, 3, 1 },
			{ 273, 4, 150 }, { 277, 3, 1 }, { 278, 3, H }, { 279, 4, strip.length }, { 317, 3, predictor }, { 339, 3, format } };
		final ByteBuffer file = ByteBuffer.allocate(150 + strip.length).order(order);
		file.put((byte) (order == ByteOrder.LITTLE_ENDIAN ? 'I' : 'M')).put(file.get(0)).putShort((short) 42).putInt(8);
		file.putShort((short) tags.length);
		for (final int[] tag : tags) {
			file.putShort((short) tag[0]).putShort((short) tag[1]).putInt(1);
			if (tag[1] == 3) file.putShort((short) tag[2]).putShort((short) 0);
			else file.putInt(tag[2]);
		}
		file.putInt(0).position(150);
		file.put(strip);
		return Files.write(folder.resolve(name), file.array());
	}

	private static byte[] deflated(final byte[] bytes) throws IOException {
		final ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (var deflater = new java.util.zip.DeflaterOutputStream(packed)) {
			deflater.write(bytes);
		}
		return packed.toByteArray();
	}

	@Test
	void horizontalDifferencesAreSummedInBothByteOrders() throws IOException {
		for (final ByteOrder order : new ByteOrder[] { ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN })
			for (final int bits : new int[] { 8, 16, 32 }) {
				final ByteBuffer bytes = ByteBuffer.allocate(W * H * bits / 8).order(order);
				for (int p = 0; p < W * H; p++) {
					final int v = (int) (value(0, p) - (p % W == 0 ? 0 : value(0, p - 1)));
					if (bits == 8) bytes.put((byte) v);
					else if (bits == 16) bytes.putShort((short) v);
					else bytes.putInt(v);
				}
				final ImagePlus imp = TiffStack.open(handmade("p" + bits + order + ".tif", bits, 1, 8, 2, order, deflated(bytes
					.array())));
				for (int p = 0; p < W * H; p++) assertEquals(value(0, p), imp.getProcessor().getf(p), 0);
			}
	}

	@Test
	void signedIntegersAreSigned() throws IOException {
		final ByteBuffer bytes = ByteBuffer.allocate(W * H * 2);
		for (int p = 0; p < W * H; p++) bytes.putShort((short) (p - 100));
		final Path file = handmade("s.tif", 16, 2, 1, 1, ByteOrder.BIG_ENDIAN, bytes.array());
		final SpectralImage image = TiffStack.read(file, Optional.of(new double[] { 7112 }));
		assertEquals(-100, image.pixels().randomAccess().setPositionAndGet(0, 0, 0).get());
	}

	@Test
	void aBinaryImageIsRead() throws IOException {
		final byte[] rows = new byte[3 * H];
		rows[0] = (byte) 0x80;
		rows[5] = 2;
		final ImagePlus imp = TiffStack.open(handmade("b.tif", 1, 1, 1, 1, ByteOrder.BIG_ENDIAN, rows));
		assertEquals(255, imp.getProcessor().get(0, 0));
		assertEquals(255, imp.getProcessor().get(22, 1));
		assertEquals(0, imp.getProcessor().get(1, 0));
	}

	private InputException refused(final Path file) {
		final InputException e = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertThrows(InputException.class,
			() -> TiffStack.open(file)));
		assertTrue(e.getMessage().startsWith(file.getFileName().toString()), e.getMessage());
		assertEquals(2, e.getMessage().lines().count(), e.getMessage());
		return e;
	}

	@Test
	void whatIsNoTiffFileIsRefusedByName() throws IOException {
		refused(Files.writeString(folder.resolve("text.tif"), "energy,mu\n7112,1"));
		refused(Files.write(folder.resolve("empty.tif"), new byte[0]));
		assertTrue(refused(Files.write(folder.resolve("big.tif"), new byte[] { 'I', 'I', 43, 0, 8, 0, 0, 0, 16, 0, 0, 0 }))
			.getMessage().contains("BigTIFF"));
		assertTrue(assertThrows(InputException.class, () -> TiffStack.open(folder.resolve("none.tif"))).getMessage().contains(
			"none.tif is not a file"));
		assertThrows(InputException.class, () -> TiffStack.open(folder));
	}

	@Test
	void whatImageJCannotDecodeIsRefusedByName() throws IOException {
		final byte[] strip = new byte[W * H * 4];
		assertTrue(refused(handmade("jpeg.tif", 8, 1, 7, 1, ByteOrder.BIG_ENDIAN, strip)).getMessage().contains("(7)"));
		assertTrue(refused(handmade("f3.tif", 32, 3, 8, 3, ByteOrder.LITTLE_ENDIAN, deflated(strip))).getMessage().contains(
			"predictor"));
		assertTrue(refused(handmade("half.tif", 16, 3, 1, 1, ByteOrder.BIG_ENDIAN, strip)).getMessage().startsWith(
			"half.tif: ImageJ cannot open 16-bit float TIFFs.\n"));
	}

	@Test
	void colourIsRefused() throws IOException {
		final Path file = folder.resolve("rgb.tif");
		ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), "tiff", file.toFile());
		assertTrue(refused(file).getMessage().contains("colour"));
	}

	@Test
	void aTruncatedStackSaysHowMuchIsThere() throws IOException {
		final byte[] whole = Files.readAllBytes(saved(image(32, 5), "whole.tif"));
		final int pixels = 5 * W * H * 4;
		// ImageJ writes one more directory for every further image behind the pixels.
		final int start = whole.length - pixels - 4 * (2 + 12 * 11 + 4);
		final InputException e = refused(Files.write(folder.resolve("cut.tif"), Arrays.copyOf(whole, start + pixels / 2)));
		assertTrue(e.getMessage().contains("truncated"), e.getMessage());
	}

	@Test
	void everyTruncationIsRefusedByName() throws IOException {
		final Path[] files = { saved(image(16, 3), "a.tif"), compressed(image(8, 2), "LZW", "b.tif"), compressed(image(16, 2),
			"ZLib", "c.tif"), compressed(image(8, 2), "PackBits", "d.tif") };
		for (final Path file : files) {
			final byte[] whole = Files.readAllBytes(file);
			for (int length = 0; length < whole.length - 4; length += 1 + whole.length / 97)
				refused(Files.write(folder.resolve("cut.tif"), Arrays.copyOf(whole, length)));
		}
	}

	/** Damaged bytes give an image or an error that names the file: no other exception, no endless loop, no words. */
	@Test
	void damagedFilesNeverDoAnythingElse() throws IOException {
		final Random random = new Random(11);
		final ImagePlus rich = image(16, 3);
		rich.setProp("key", "value");
		rich.setOverlay(new ij.gui.Overlay(new ij.gui.OvalRoi(1, 1, 5, 5)));
		final Path[] files = { saved(rich, "a.tif"), compressed(image(8, 2), "LZW", "b.tif"), compressed(image(16, 2), "ZLib",
			"c.tif"), compressed(image(8, 2), "PackBits", "d.tif") };
		for (final Path file : files) {
			final byte[] whole = Files.readAllBytes(file);
			for (int trial = 0; trial < 400; trial++) {
				final byte[] damaged = whole.clone();
				for (int k = 0; k < 1 + trial % 5; k++) {
					final int at = trial % 2 == 0 ? random.nextInt(Math.min(700, damaged.length)) : random.nextInt(damaged.length);
					damaged[at] = (byte) (trial % 3 == 0 ? 0xff : random.nextInt(256));
				}
				final Path bad = Files.write(folder.resolve("bad.tif"), damaged);
				assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
					try {
						assertTrue(TiffStack.open(bad).getStackSize() > 0);
					}
					catch (final InputException e) {
						assertTrue(e.getMessage().startsWith("bad.tif"), e.getMessage());
					}
				});
			}
		}
	}

	@Test
	void hostileSizesAreRefusedBeforeMemoryIsTaken() throws IOException {
		final Path file = handmade("h.tif", 8, 1, 1, 1, ByteOrder.BIG_ENDIAN, new byte[W * H]);
		final byte[] bytes = Files.readAllBytes(file);
		final ByteBuffer b = ByteBuffer.wrap(bytes);
		b.putShort(10 + 2, (short) 4).putInt(10 + 8, 1 << 30);
		refused(Files.write(folder.resolve("wide.tif"), bytes));
		b.putShort(22 + 2, (short) 4).putInt(22 + 8, 1 << 30);
		refused(Files.write(folder.resolve("vast.tif"), bytes));
		final ByteBuffer many = ByteBuffer.wrap(Files.readAllBytes(file));
		many.putInt(10 + 12 * 5 + 4, 0x7fffffff);
		refused(Files.write(folder.resolve("strips.tif"), many.array()));
		final ByteBuffer circle = ByteBuffer.wrap(Files.readAllBytes(file));
		circle.putInt(10 + 12 * 11, 8);
		assertTrue(refused(Files.write(folder.resolve("circle.tif"), circle.array())).getMessage().contains("circle"));
	}

	@Test
	void aStackThatNeedsMoreThanTheHeapIsRefused() throws IOException {
		final Path file = folder.resolve("huge.tif");
		final long bytes = 4 * Runtime.getRuntime().maxMemory();
		final int images = (int) (bytes >> 28) + 1;
		final String description = "ImageJ=1.54p\nimages=" + images + "\n\0";
		final int[][] tags = { { 256, 3, 1, 1 << 14 }, { 257, 3, 1, 1 << 14 }, { 258, 3, 1, 8 }, { 259, 3, 1, 1 }, { 262, 3,
			1, 1 },
			{ 270, 2, description.length(), 200 }, { 273, 4, 1, 300 }, { 277, 3, 1, 1 }, { 278, 4, 1, 1 << 14 }, { 279, 4, 1,
			1 << 28 } };
		final ByteBuffer b = ByteBuffer.allocate(300).put(new byte[] { 'M', 'M', 0, 42, 0, 0, 0,
			8 }).putShort((short) tags.length);
		for (final int[] tag : tags) {
			b.putShort((short) tag[0]).putShort((short) tag[1]).putInt(tag[2]);
			if (tag[1] == 3) b.putShort((short) tag[3]).putShort((short) 0);
			else b.putInt(tag[3]);
		}
		b.putInt(0).position(200);
		b.put(description.getBytes());
		try (var sparse = new java.io.RandomAccessFile(file.toFile(), "rw")) {
			sparse.write(b.array());
			sparse.setLength(300 + ((long) images << 28));
		}
		assertTrue(refused(file).getMessage().contains("MB of memory"));
	}

	@Test
	void realMapsAreRead() {
		final Path maps = RealData.at("nanoxanes-fe-k/chemical_map.tiff");
		final ImagePlus imp = TiffStack.open(maps);
		assertEquals(4, imp.getStackSize());
		assertEquals(32, imp.getBitDepth());
		assertTrue(assertThrows(InputException.class, () -> TiffStack.read(maps, Optional.empty())).getMessage().startsWith(
			"chemical_map.tiff: its slice labels carry no energies."));
	}
}
