// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.zip.Deflater;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.ImagePlus;
import ij.ImageStack;
import ij.Prefs;
import ij.io.FileSaver;
import ij.measure.Calibration;

import org.xanesj.PlaneSpectra;
import org.xanesj.stack.Destination;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.InputException;
import org.xanesj.stack.Piece;
import org.xanesj.stack.SpectraSource;
import org.xanesj.stack.SpectralImage;
import org.xanesj.stack.StoredStack;

/** A TIFF file that is read piece by piece holds what was written into it. */
class TiffSpectraTest {

	private static final int W = 33, H = 21, ENERGIES = 4;
	private static final double[] AXIS = { 7100, 7110, 7112, 7120 };

	@TempDir
	private Path folder;

	private final boolean byteOrder = Prefs.intelByteOrder;

	@AfterEach
	void restore() {
		Prefs.intelByteOrder = byteOrder;
	}

	/** Values with every bit in use, labelled as a stack of energies and z. */
	private static ImagePlus random(final int bits, final int depth) {
		final Random random = new Random(bits);
		final ImageStack stack = new ImageStack(W, H);
		for (int i = 0; i < ENERGIES * depth; i++) {
			final float[] floats = new float[W * H];
			final short[] shorts = new short[W * H];
			final byte[] bytes = new byte[W * H];
			random.nextBytes(bytes);
			for (int p = 0; p < W * H; p++) {
				floats[p] = p == 5 ? Float.NaN : (float) random.nextGaussian();
				shorts[p] = (short) random.nextInt();
			}
			stack.addSlice(EnergyAxis.label(AXIS[i / depth]), bits == 32 ? floats : bits == 16 ? shorts : bytes);
		}
		final ImagePlus imp = new ImagePlus("random", stack);
		imp.setDimensions(1, depth, ENERGIES);
		imp.setOpenAsHyperStack(depth > 1);
		return imp;
	}

	/** The pixels as ImageJ says they are, z fastest, then energy. */
	private static List<float[]> truth(final ImagePlus imp) {
		final float[] table = imp.getBitDepth() == 32 ? null : imp.getLocalCalibration().getCTable();
		final List<float[]> planes = new ArrayList<>();
		for (int s = 1; s <= imp.getStackSize(); s++) {
			final var ip = imp.getStack().getProcessor(s);
			final float[] plane = new float[ip.getPixelCount()];
			for (int p = 0; p < plane.length; p++) plane[p] = table == null ? ip.getf(p) : table[ip.get(p)];
			planes.add(plane);
		}
		return planes;
	}

	private static void assertHolds(final List<float[]> truth, final int depth, final StoredStack stored) {
		for (final SpectralImage image : List.of(stored.inMemory(), stored.lazily())) {
			final List<float[]> planes = PlaneSpectra.of(image, 1, 1).planes();
			assertEquals(truth.size(), planes.size());
			for (int i = 0; i < planes.size(); i++) assertArrayEquals(truth.get(i), planes.get(i), "plane " + i);
		}
		// two rows of the last plane of the energies 2 and 0
		final SpectraSource source = stored.source();
		final int rows = Math.min(2, source.height()), row = Math.max(0, source.height() - 7);
		final float[] some = new float[2 * rows * source.width()];
		final Piece piece = new Piece(row, rows, depth - 1, 1);
		source.read(piece, new int[] { 2, 0 }, Destination.cell(some, piece, source.width(), 2));
		for (int i = 0; i < some.length; i++) assertEquals(truth.get((i < some.length / 2 ? 2 : 0) * depth + depth - 1)[row *
			source.width() + i % (some.length / 2)], some[i], "value " + i);
	}

	private Path saved(final ImagePlus imp, final String name) {
		final Path path = folder.resolve(name);
		assertTrue(new FileSaver(imp).saveAsTiffStack(path.toString()));
		return path;
	}

	@Test
	void imageJsStacksOfEveryKind() {
		for (final boolean little : new boolean[] { false, true }) for (final int bits : new int[] { 8, 16, 32 })
			for (final int depth : new int[] { 1, 3 }) {
				Prefs.intelByteOrder = little;
				final ImagePlus imp = random(bits, depth);
				final StoredStack stored = TiffStack.find(saved(imp, bits + "-" + depth + little + ".tif"), Optional.empty());
				assertEquals(1, stored.source().rowsTogether());
				assertEquals(EnergyAxis.of(AXIS), stored.energies());
				assertHolds(truth(imp), depth, stored);
			}
	}

	@Test
	void calibrationIsApplied() {
		for (final int bits : new int[] { 8, 16 }) {
			final ImagePlus imp = random(bits, 1);
			imp.getCalibration().setFunction(Calibration.POLY2, new double[] { 1, 0.5, 1e-3 }, "OD");
			assertHolds(truth(imp), 1, TiffStack.find(saved(imp, bits + ".tif"), Optional.empty()));
		}
		final ImagePlus signed = random(16, 1);
		signed.getCalibration().setSigned16BitCalibration();
		assertHolds(truth(signed), 1, TiffStack.find(saved(signed, "signed.tif"), Optional.empty()));
	}

	@Test
	void energyMayBeOnTheChannelsAndOutOfOrder() {
		final ImageStack slices = new ImageStack(2, 1);
		final double[] raw = { 7120, 7100, 7110, 7100 };
		for (int z = 0; z < 3; z++) for (int e = 0; e < 4; e++)
			slices.addSlice(EnergyAxis.label(raw[e]), new float[] { 10 * e + z, -1 });
		final ImagePlus imp = new ImagePlus("channels", slices);
		imp.setDimensions(4, 3, 1);
		imp.setOpenAsHyperStack(true);
		final StoredStack stored = TiffStack.find(saved(imp, "channels.tif"), Optional.empty());
		final List<float[]> expected = PlaneSpectra.of(ImagePlusStack.read(imp), 1, 1).planes();
		assertEquals(9, expected.size());
		assertHolds(expected, 3, stored);
		assertEquals(ImagePlusStack.read(imp).info().notes().size(), stored.info().notes().size());
		assertEquals(EnergyAxis.of(7200, 7210, 7220, 7230), TiffStack.find(folder.resolve("channels.tif"), Optional.of(
			new double[] { 7200, 7210, 7220, 7230 })).energies());
	}

	/** By the JDK's own TIFF writer. */
	private Path compressed(final ImagePlus imp, final String method) throws IOException {
		final ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
		final Path path = folder.resolve(imp.getBitDepth() + method + ".tif");
		try (ImageOutputStream stream = ImageIO.createImageOutputStream(path.toFile())) {
			writer.setOutput(stream);
			final ImageWriteParam param = writer.getDefaultWriteParam();
			param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
			if (!method.isEmpty()) param.setCompressionType(method);
			else param.setCompressionMode(ImageWriteParam.MODE_DISABLED);
			writer.prepareWriteSequence(null);
			for (int s = 1; s <= imp.getStackSize(); s++) {
				final BufferedImage image = new BufferedImage(W, H, imp.getBitDepth() == 8 ? BufferedImage.TYPE_BYTE_GRAY :
					BufferedImage.TYPE_USHORT_GRAY);
				for (int p = 0; p < W * H; p++) image.getRaster().setSample(p % W, p / W, 0, imp.getStack().getProcessor(s).get(p));
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
	void theJdksCompressedFiles() throws IOException {
		for (final int bits : new int[] { 8, 16 }) for (final String method : List.of("LZW", "ZLib", "PackBits", "")) {
			final ImagePlus imp = random(bits, 1);
			final StoredStack stored = TiffStack.find(compressed(imp, method), Optional.of(AXIS));
			assertHolds(truth(imp), 1, stored);
			assertEquals(method.isEmpty() ? 1 : H, stored.source().rowsTogether(), method);
		}
	}

	/** One directory for each image, its strips of five rows backwards and apart. */
	private Path scattered(final int bits, final int format, final boolean deflated, final List<byte[]> images)
		throws IOException
	{
		final int row = (W * bits + 7) / 8, strips = (H + 4) / 5, slot = 5 * row + 30, size = 200 + strips * (8 + slot);
		final ByteBuffer file = ByteBuffer.allocate(8 + size * images.size()).order(ByteOrder.LITTLE_ENDIAN);
		file.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
		for (int i = 0; i < images.size(); i++) {
			final int start = 8 + i * size, offsets = start + 150, pixels = start + 200 + strips * 8;
			final int[][] tags = { { 256, 4, 1, W }, { 257, 4, 1, H }, { 258, 3, 1, bits }, { 259, 3, 1, deflated ? 8 : 1 }, {
				262, 3, 1, 1 }, { 273, 4, strips, offsets }, { 277, 3, 1, 1 }, { 278, 4, 1, 5 }, { 279, 4, strips, offsets + 4 * strips }, { 339, 3,
					1, format } };
			file.position(start).putShort((short) tags.length);
			for (final int[] tag : tags) file.putShort((short) tag[0]).putShort((short) tag[1]).putInt(tag[2]).putInt(tag[3]);
			file.putInt(i == images.size() - 1 ? 0 : start + size);
			for (int s = 0; s < strips; s++) {
				final int at = pixels + (strips - 1 - s) * slot, length = Math.min(5, H - 5 * s) * row;
				final byte[] strip = new byte[slot];
				final Deflater deflater = new Deflater(1);
				deflater.setInput(images.get(i), 5 * s * row, length);
				deflater.finish();
				final int packed = deflater.deflate(strip);
				deflater.end();
				file.putInt(offsets + 4 * s, at).putInt(offsets + 4 * (strips + s), deflated ? packed : length);
				if (deflated) file.position(at).put(strip, 0, packed);
				else file.position(at).put(images.get(i), 5 * s * row, length);
			}
		}
		return Files.write(folder.resolve(bits + "-" + format + deflated + ".tif"), file.array());
	}

	@Test
	void numbersOfEveryKindInScatteredStrips() throws IOException {
		final int[][] kinds = { { 8, 1 }, { 16, 1 }, { 16, 2 }, { 32, 1 }, { 32, 3 } };
		for (final int[] kind : kinds) {
			final Random random = new Random(1);
			final List<byte[]> images = new ArrayList<>();
			final List<float[]> truth = new ArrayList<>();
			for (int e = 0; e < ENERGIES; e++) {
				images.add(new byte[W * H * kind[0] / 8]);
				random.nextBytes(images.get(e));
				final ByteBuffer bytes = ByteBuffer.wrap(images.get(e)).order(ByteOrder.LITTLE_ENDIAN);
				final float[] values = new float[W * H];
				for (int p = 0; p < values.length; p++) values[p] = kind[0] == 8 ? bytes.get() & 0xff : kind[0] == 32 ? kind[1] == 3
					? bytes.getFloat() : bytes.getInt() : kind[1] == 1 ? bytes.getShort() & 0xffff : bytes.getShort();
				truth.add(values);
			}
			for (final boolean deflated : new boolean[] { false, true }) {
				final StoredStack stored = TiffStack.find(scattered(kind[0], kind[1], deflated, images), Optional.of(AXIS));
				assertEquals(deflated ? 5 : 1, stored.source().rowsTogether());
				assertHolds(truth, 1, stored);
			}
		}
	}

	@Test
	void bitsAreUnpackedByWholeImages() throws IOException {
		final List<byte[]> images = new ArrayList<>();
		final List<float[]> truth = new ArrayList<>();
		for (int e = 0; e < ENERGIES; e++) {
			final byte[] rows = new byte[5 * H];
			rows[5 * 20 + 4] = (byte) 0x80;
			rows[5 * e] = 1;
			images.add(rows);
			final float[] values = new float[W * H];
			values[20 * W + 32] = 255;
			values[e * W + 7] = 255;
			truth.add(values);
		}
		final StoredStack stored = TiffStack.find(scattered(1, 1, false, images), Optional.of(AXIS));
		assertEquals(H, stored.source().rowsTogether());
		assertHolds(truth, 1, stored);
	}

	/** ImageJ's files beyond 4 GB have one directory, and the number of images in its description. */
	@Test
	void beyondFourGigabytes() throws IOException {
		final int side = 1 << 14, images = 20;
		final Path file = folder.resolve("huge.tif");
		final String description = "ImageJ=1.54p\nimages=" + images + "\n\0";
		final int[][] tags = { { 256, 3, 1, side }, { 257, 3, 1, side }, { 258, 3, 1, 8 }, { 259, 3, 1, 1 }, { 262, 3, 1, 1 }, {
			270, 2, description.length(), 200 }, { 273, 4, 1, 300 }, { 277, 3, 1, 1 }, { 278, 4, 1, side }, { 279, 4, 1, 1 << 28 } };
		final ByteBuffer b = ByteBuffer.allocate(300).put(new byte[] { 'M', 'M', 0, 42, 0, 0, 0, 8 }).putShort(
			(short) tags.length);
		for (final int[] tag : tags) {
			b.putShort((short) tag[0]).putShort((short) tag[1]).putInt(tag[2]);
			if (tag[1] == 3) b.putShort((short) tag[3]).putShort((short) 0);
			else b.putInt(tag[3]);
		}
		b.putInt(0).position(200);
		b.put(description.getBytes());
		final long pixel = 300 + ((long) 19 << 28) + 1234L * side + 567;
		try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
			sparse.write(b.array());
			sparse.setLength(300 + ((long) images << 28));
			sparse.seek(pixel);
			sparse.write(200);
		}
		final StoredStack stored = TiffStack.find(file, Optional.of(IntStream.range(0, images).mapToDouble(e -> 7100 + e)
			.toArray()));
		assertTrue(stored.bytes() > 4L << 32);
		final float[] row = new float[2 * side];
		final Piece piece = new Piece(1234, 1, 0, 1);
		stored.source().read(piece, new int[] { 19, 18 }, Destination.cell(row, piece, side, 2));
		assertEquals(200, row[567]);
		assertEquals(200, IntStream.range(0, row.length).mapToDouble(i -> row[i]).sum());
	}

	@Test
	void itIsSentAsItsPath() throws IOException, ClassNotFoundException {
		final ImagePlus imp = random(16, 3);
		final StoredStack stored = TiffStack.find(saved(imp, "sent.tif"), Optional.empty());
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		new ObjectOutputStream(bytes).writeObject(stored.lazily());
		assertTrue(bytes.size() < 10_000, bytes.size() + " bytes");
		final SpectralImage sent = (SpectralImage) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))
			.readObject();
		assertArrayEquals(truth(imp).toArray(), PlaneSpectra.of(sent, 1, 1).planes().toArray());
		assertEquals(stored.info(), sent.info());
	}

	private static void readAll(final StoredStack stored) {
		final Piece all = Piece.all(stored.source());
		final float[] values = new float[W * H * ENERGIES];
		stored.source().read(all, new int[] { 0, 1, 2, 3 }, Destination.cell(values, all, W, ENERGIES));
	}

	@Test
	void aFileThatWasCutOrRemovedIsNamed() throws IOException {
		final Path path = saved(random(32, 1), "gone.tif");
		final StoredStack stored = TiffStack.find(path, Optional.empty());
		readAll(stored);
		try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
			file.setLength(W * H * 4 * 3);
		}
		assertEquals("gone.tif is truncated: it was longer when it was opened.", assertThrows(InputException.class,
			() -> readAll(stored)).getMessage().lines().findFirst().orElseThrow());
		Files.delete(path);
		assertEquals(path + " is not there any more.", assertThrows(InputException.class, () -> readAll(stored)).getMessage()
			.lines().findFirst().orElseThrow());
	}

	@Test
	void anInterruptedThreadStopsReading() {
		final StoredStack stored = TiffStack.find(saved(random(32, 1), "i.tif"), Optional.empty());
		Thread.currentThread().interrupt();
		assertThrows(CancellationException.class, () -> readAll(stored));
		assertTrue(Thread.interrupted());
		readAll(stored);
	}
}
