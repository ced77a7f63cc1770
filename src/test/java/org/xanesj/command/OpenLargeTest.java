// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xanesj.host.HeadlessMacro;
import org.xanesj.host.RunFailure;
import org.xanesj.host.XanesJ;
import org.xanesj.imagej.MapFolder;
import org.xanesj.imagej.MapShape;
import org.xanesj.imagej.PlannedMap;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.PixelSize;

/** What does not fit into memory or into a file opens in virtual windows. */
class OpenLargeTest {

	private static final int SIDE = 2048;

	@TempDir
	private Path folder;

	@BeforeAll
	static void registerCommands() {
		assumeTrue(GraphicsEnvironment.isHeadless(), "skipped: there is a display, and these are macros without one");
		XanesJ.registerCommands();
	}

	private static String run(final String macro) throws RunFailure {
		return HeadlessMacro.run("test.ijm", "while (nImages > 0) close(); " + macro, "");
	}

	/** A sparse file of bytes that would be too many as floats; each image begins with its number. */
	private Path large(final int images) throws IOException {
		final Path file = folder.resolve("large.tif");
		final byte[] description = ("ImageJ=1.54p\nimages=" + images + "\n\0").getBytes();
		final int[][] tags = { { 256, 4, 1, SIDE }, { 257, 4, 1, SIDE }, { 258, 3, 1, 8 << 16 }, { 259, 3, 1, 1 << 16 }, { 262, 3,
			1, 1 << 16 }, { 270, 2, description.length, 200 }, { 273, 4, 1, 300 }, { 277, 3, 1, 1 << 16 }, { 278, 4, 1, SIDE }, { 279,
				4, 1, SIDE * SIDE } };
		final ByteBuffer head = ByteBuffer.allocate(300).put(new byte[] { 'M', 'M', 0, 42, 0, 0, 0, 8 }).putShort(
			(short) tags.length);
		for (final int[] tag : tags) head.putShort((short) tag[0]).putShort((short) tag[1]).putInt(tag[2]).putInt(tag[3]);
		head.putInt(0).position(200).put(description);
		try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
			sparse.write(head.array());
			for (int i = 0; i < images; i++) {
				sparse.seek(300 + (long) i * SIDE * SIDE);
				sparse.write(i + 1);
			}
			sparse.setLength(300 + (long) images * SIDE * SIDE);
		}
		return file;
	}

	@Test
	void aStackLargerThanTheMemory() throws IOException, RunFailure {
		final int images = (int) (Runtime.getRuntime().maxMemory() / 2 / (4L * SIDE * SIDE));
		final Path file = large(images);
		final Path energies = Files.writeString(folder.resolve("energies.dat"), IntStream.range(0, images).mapToObj(i -> String
			.valueOf(7100 + i)).collect(Collectors.joining("\n")));
		assertEquals(images + " 1 7102.00 eV 3 0", run("run(\"Open Energy Stack...\", \"path=[" + file + "] energies=[" +
			energies + "]\"); setSlice(3); return \"\" + nSlices + \" \" + is(\"Virtual Stack\") + \" \" + " +
			"getInfo(\"slice.label\") + \" \" + getPixel(0, 0) + \" \" + getPixel(5, 5);"));
	}

	@Test
	void mapsInBlocks() throws RunFailure {
		final List<PlannedMap> maps = List.of(new PlannedMap.Labels("labels", List.of()), new PlannedMap.Values("species", List
			.of("a", "b")));
		try (MapFolder writer = new MapFolder(folder, new MapShape(4, 3, 5, PixelSize.UNKNOWN), EnergyAxis.of(7100, 7110), maps, 2 *
			2 * (48 + 256)))
		{
			for (int z = 0; z < 5; z++) {
				writer.labels("labels", new int[12]);
				final float[][] plane = new float[2][12];
				plane[1][4] = z;
				writer.values("species", plane);
			}
		}
		assertTrue(Files.exists(folder.resolve("species-z0004.tif")));
		assertEquals("2 labels 2 5 4", run("run(\"Open Energy Stack...\", \"path=[" + folder.resolve("index.json") + "]\"); " +
			"images = nImages; selectImage(1); first = getTitle(); selectImage(\"species\"); getDimensions(w, h, c, z, t); " +
			"Stack.setPosition(2, 5, 1); return \"\" + images + \" \" + first + \" \" + c + \" \" + z + \" \" + getPixel(0, 1);"));
	}
}
