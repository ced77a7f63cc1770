// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xanesj.PlaneSpectra;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.InputException;
import org.xanesj.stack.PixelSize;
import org.xanesj.stack.SpectralImage;
import org.xanesj.stack.StoredStack;

import ij.ImagePlus;
import ij.ImageStack;
import ij.plugin.FolderOpener;

/** The maps of a volume in one file each, or in blocks of z; blocks opened again. */
class MapFolderTest {

	private static final int W = 6, H = 5, DEPTH = 7;
	private static final PixelSize SIZE = new PixelSize(0.05, 0.06, 0.5, "\u00B5m");
	private static final MapShape SHAPE = new MapShape(W, H, DEPTH, SIZE);
	private static final EnergyAxis AXIS = EnergyAxis.of(7100, 7112.5, 7150);
	private static final List<LegendEntry> LEGEND = LegendEntry.of(List.of("A", LegendEntry.UNKNOWN));
	private static final List<String> NAMES = List.of("goethite", "µ-oxide");
	private static final List<PlannedMap> MAPS = List.of(new PlannedMap.Labels("labels", LEGEND), new PlannedMap.Values(
		"species", NAMES));

	/** Three planes of two slices of 32 bits, with a directory for each slice. */
	private static final long THREE = 3 * 2 * (W * H * 4 + 256);

	@TempDir
	private Path folder;

	private Path results;

	@BeforeEach
	void make() throws IOException {
		results = Files.createDirectory(folder.resolve("results"));
	}

	private static float[][] fractions(final int z) {
		final float[][] planes = new float[2][W * H];
		for (int k = 0; k < 2; k++) for (int p = 0; p < W * H; p++) planes[k][p] = p == 4 ? Float.NaN : 100 * z + 50 * k + p;
		return planes;
	}

	private static int[] labels(final int z) {
		return IntStream.range(0, W * H).map(p -> (p + z) % 3).toArray();
	}

	private void write(final long limit, final int planes) {
		try (MapFolder maps = new MapFolder(results, SHAPE, AXIS, MAPS, limit)) {
			for (int z = 0; z < planes; z++) {
				maps.labels("labels", labels(z));
				maps.values("species", fractions(z));
			}
		}
	}

	private List<String> names() throws IOException {
		try (Stream<Path> files = Files.list(results)) {
			return files.map(f -> f.getFileName().toString()).sorted().toList();
		}
	}

	@Test
	void whatFitsIsOneFileEach() throws IOException {
		write(7 * THREE / 3, DEPTH);
		assertEquals(List.of("labels.tif", "species.tif"), names());
		final float[][] whole = new float[2][W * H * DEPTH];
		for (int z = 0; z < DEPTH; z++) for (int k = 0; k < 2; k++) System.arraycopy(fractions(z)[k], 0, whole[k], z * W * H, W *
			H);
		MapImages.writeTiff(MapImages.maps("species.tif", NAMES, whole, W, H, DEPTH, SIZE), folder.resolve("species.tif"));
		assertArrayEquals(Files.readAllBytes(folder.resolve("species.tif")), Files.readAllBytes(results.resolve("species.tif")));
	}

	@Test
	void whatDoesNotFitIsInBlocksWithTheSameBorders() throws IOException {
		write(THREE, DEPTH);
		assertEquals(List.of("index.json", "labels-z0000.tif", "labels-z0003.tif", "labels-z0006.tif", "species-z0000.tif",
			"species-z0003.tif", "species-z0006.tif"), names());
		final JsonObject index = JsonParser.parseString(Files.readString(results.resolve("index.json"))).getAsJsonObject();
		assertEquals("[6,5,7]", index.get("shape").toString());
		assertEquals("[7100.0,7112.5,7150.0]", index.get("energies").toString());
		final JsonArray blocks = index.getAsJsonArray("blocks");
		assertEquals(6, blocks.size());
		assertEquals("{\"map\":\"species\",\"file\":\"species-z0003.tif\",\"first_plane\":3,\"planes\":3,\"names\":[\"goethite\"," +
			"\"µ-oxide\"]}", blocks.get(4).toString());
		final ImagePlus block = TiffStack.open(results.resolve("species-z0003.tif"));
		assertArrayEquals(new int[] { W, H, 2, 3, 1 }, block.getDimensions());
		assertArrayEquals(fractions(4)[1], (float[]) block.getStack().getPixels(4));
		assertEquals("µ-oxide", block.getStack().getSliceLabel(4));
		assertEquals(1, TiffStack.open(results.resolve("labels-z0006.tif")).getStackSize());
	}

	@Test
	void blocksAreOneVirtualImageAgain() throws IOException {
		write(THREE, DEPTH);
		for (final Path path : List.of(results, results.resolve("index.json"))) {
			final List<ImagePlus> maps = StoredBlocks.at(path).filter(StoredBlocks::isMaps).orElseThrow().maps();
			assertEquals(List.of("labels", "species"), maps.stream().map(ImagePlus::getTitle).toList());
			assertArrayEquals(new int[] { W, H, 1, DEPTH, 1 }, maps.get(0).getDimensions());
			assertArrayEquals(new int[] { W, H, 2, DEPTH, 1 }, maps.get(1).getDimensions());
			assertTrue(maps.get(1).getStack().isVirtual() && maps.get(1).getOpenAsHyperStack());
			assertEquals(16, maps.get(0).getBitDepth());
			assertEquals(0.5, maps.get(1).getCalibration().pixelDepth);
			for (int z = 0; z < DEPTH; z++) {
				for (int p = 0; p < W * H; p++) assertEquals(labels(z)[p], ((short[]) maps.get(0).getStack().getPixels(z + 1))[p]);
				for (int k = 0; k < 2; k++) {
					final int slice = maps.get(1).getStackIndex(k + 1, z + 1, 1);
					assertArrayEquals(fractions(z)[k], (float[]) maps.get(1).getStack().getPixels(slice));
					assertEquals(NAMES.get(k), maps.get(1).getStack().getSliceLabel(slice));
				}
			}
			assertEquals(SpeciesPalette.colour(0).getRGB(), maps.get(0).getProcessor().getColorModel().getRGB(1));
		}
	}

	@Test
	void imageJsImageSequenceOpensThem() {
		write(THREE, DEPTH);
		for (final String options : List.of("virtual filter=species", " filter=species")) {
			final ImagePlus imp = FolderOpener.open(results.toString(), options);
			assertEquals(2 * DEPTH, imp.getStackSize(), options);
			assertEquals(options.startsWith("virtual"), imp.getStack().isVirtual());
			for (int z = 0; z < DEPTH; z++) for (int k = 0; k < 2; k++) assertArrayEquals(fractions(z)[k], (float[]) imp.getStack()
				.getPixels(1 + 2 * z + k), options);
		}
		assertEquals(DEPTH, FolderOpener.open(results.toString(), "virtual filter=labels").getStackSize());
	}

	@Test
	void whatIsNotCompleteIsRemoved() throws IOException {
		write(THREE, 5);
		assertEquals(List.of(), names());
		write(7 * THREE, 5);
		assertEquals(List.of(), names());
		assertThrows(InputException.class, () -> {
			try (MapFolder maps = new MapFolder(results, SHAPE, AXIS, MAPS, THREE)) {
				for (int z = 0; z < DEPTH; z++) maps.labels("labels", labels(z));
				for (int z = 0; z < 4; z++) maps.values("species", fractions(z));
				maps.values("species", new float[2][3]);
			}
		});
		assertEquals(List.of(), names());
	}

	@Test
	void aPlaneLargerThanAFileIsRefusedBeforehand() {
		assertTrue(assertThrows(InputException.class, () -> new MapFolder(results, SHAPE, AXIS, MAPS, THREE / 3 - 1)).getMessage()
			.startsWith(results.resolve("species.tif") + ": one plane of it has 0 MB"));
	}

	@Test
	void anEnergyStackMayBeInBlocksToo() throws IOException {
		final StringBuilder blocks = new StringBuilder();
		for (int first = 0; first < 5; first += 2) {
			final int planes = Math.min(2, 5 - first);
			final ImageStack slices = new ImageStack(W, H);
			for (int e = 0; e < 3; e++) for (int z = 0; z < planes; z++) {
				final float[] plane = new float[W * H];
				for (int p = 0; p < plane.length; p++) plane[p] = 1000 * e + 100 * (first + z) + p;
				slices.addSlice(null, plane);
			}
			final ImagePlus imp = new ImagePlus("block", slices);
			imp.setDimensions(1, planes, 3);
			MapImages.writeTiff(imp, results.resolve("b" + first + ".tif"));
			blocks.append(first == 0 ? "" : ",").append("{\"file\": \"b" + first + ".tif\", \"first_plane\": " + first +
				", \"planes\": " + planes + "}");
		}
		final Path index = Files.writeString(results.resolve("index.json"), "{\"shape\": [6, 5, 5], \"energies\": [7.15, 7.1, " +
			"7.1125], \"blocks\": [" + blocks + "]}");
		final StoredStack stored = StoredBlocks.at(index).orElseThrow().stack();
		assertEquals(AXIS, stored.energies());
		assertEquals("results", stored.info().name());
		for (final SpectralImage image : List.of(stored.inMemory(), stored.lazily())) {
			final List<float[]> planes = PlaneSpectra.of(image, 1, 1).planes();
			for (int e = 0; e < 3; e++) for (int z = 0; z < 5; z++) for (int p = 0; p < W * H; p++) assertEquals(1000 * ((e + 1) % 3) +
				100 * z + p, planes.get(e * 5 + z)[p]);
		}
	}

	private InputException refused(final String text) throws IOException {
		final Path index = Files.writeString(results.resolve("index.json"), text);
		final InputException e = assertThrows(InputException.class, () -> StoredBlocks.at(index).orElseThrow().maps());
		assertTrue(e.getMessage().startsWith(results.toString()), e.getMessage());
		assertEquals(2, e.getMessage().lines().count(), e.getMessage());
		return e;
	}

	@Test
	void aDamagedIndexIsRefusedByName() throws IOException {
		write(THREE, DEPTH);
		final String good = Files.readString(results.resolve("index.json"));
		refused("");
		refused("[1]");
		refused("{\"shape\": [6, 5, 7]}");
		refused(good.substring(0, good.length() / 2));
		refused(good.replace("\"species-z0003.tif\"", "\"../species.tif\""));
		for (final String name : List.of("", ".", "..", "/", "C:species.tif", "a\\\\b.tif")) assertTrue(refused(good.replace(
			"species-z0003.tif", name)).getMessage().contains("names a file of another folder"), name);
		refused(good.replace("\"first_plane\": 3", "\"first_plane\": 4"));
		refused(good.replace("species-z0003", "species-z0009"));
		assertTrue(refused(good.replace("species-z0003", "species-z0006")).getMessage().contains(
			"has 2 images of 6 x 5 pixels, not 6 images of 6 x 5"));
		assertTrue(refused(good.replaceFirst("7", "8")).getMessage().contains("blocks for 7 of 8 planes"));
		Files.writeString(results.resolve("index.json"), "no index");
		assertTrue(StoredBlocks.at(results).isEmpty(), "a folder with an index of another kind");
		assertTrue(StoredBlocks.at(folder).isEmpty());
	}

	@Test
	void theIndexOfAnotherFormatIsLeftToIt() throws IOException {
		final String text = "{\"shape\": [6, 5, 2], \"energies\": [7100], \"blocks\": [{\"file\": \"parts/z0.h5\", " +
			"\"first_plane\": 0, \"planes\": 2}]}";
		final Path index = results.resolve("index.json");
		for (final String other : List.of(text, text.replace("[6, 5, 2]", "[6, 5]"), text.replace("\"planes\": 2",
			"\"planes\": 1")))
		{
			Files.writeString(index, other);
			assertTrue(StoredBlocks.at(index).isEmpty(), other);
			assertTrue(StoredBlocks.at(results).isEmpty(), other);
		}
		assertTrue(refused(text.replace(".h5", ".tif")).getMessage().contains("names a file of another folder"));
	}

	@Test
	void aShapeThatIsNotPositiveIsRefused() throws IOException {
		write(THREE, DEPTH);
		final String good = Files.readString(results.resolve("index.json"));
		for (final String width : List.of("0", "-6")) assertTrue(refused(good.replaceFirst("6", width)).getMessage().contains(
			"has no shape of three positive numbers"), width);
	}

	/** Its length is a hole in the file: nothing is written. */
	@Test
	void aHugeIndexIsRefusedUnread() throws IOException {
		final Path index = results.resolve("index.json");
		try (RandomAccessFile file = new RandomAccessFile(index.toFile(), "rw")) {
			file.setLength((64L << 20) + 1);
		}
		assertTrue(assertThrows(InputException.class, () -> StoredBlocks.at(index)).getMessage().contains(
			"has 67108865 bytes, too many for an index"));
		assertTrue(StoredBlocks.at(results).isEmpty());
	}

	@Test
	void mapsAreNoStack() {
		write(THREE, DEPTH);
		assertTrue(assertThrows(InputException.class, () -> StoredBlocks.at(results).orElseThrow().stack()).getMessage().contains(
			"lists maps, not an energy stack"));
	}
}
