// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.xanesj.PlaneSpectra;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.InputException;
import org.xanesj.stack.PixelSize;
import org.xanesj.stack.SpectralImage;
import org.xanesj.stack.StackInfo;
import org.xanesj.stack.StoredStack;

class ZBlockStackTest extends StackFormatContract {

	private static final String INDEX = "{\"shape\": [3, 2, 5], \"energies\": [7100, 7112, 7120, 7150], \"more\": {}, " +
		"\"blocks\": [{\"file\": \"a.h5\", \"first_plane\": 0, \"planes\": 2, \"bytes\": 96}, " +
		"{\"file\": \"b.h5\", \"first_plane\": 2, \"planes\": 2}, {\"file\": \"c.h5\", \"first_plane\": 4, \"planes\": 1}]}";

	private static final double[] FOUR = { 7100, 7112, 7120, 7150 };

	@Override
	StackFormat format() {
		return new ZBlockStack();
	}

	@Override
	Path good(final Path in) throws IOException {
		block(in.resolve("a.h5"), 0, 2, FOUR);
		block(in.resolve("b.h5"), 2, 2, FOUR);
		block(in.resolve("c.h5"), 4, 1, FOUR);
		return Files.writeString(in.resolve("index.json"), INDEX);
	}

	@Override
	Path values(final Path good) {
		return good.resolveSibling("b.h5");
	}

	/** The stack has the name of its folder: all indices have the same. */
	@Test
	@Override
	void aGoodFileIsReadAndFound() throws IOException {
		final Path good = good(folder);
		for (final Path path : new Path[] { good, folder }) {
			assertTrue(format().reads(path));
			assertInstanceOf(ZBlockStack.class, StackFormats.of(path).orElseThrow());
			final SpectralImage stack = format().open(path);
			assertEquals(folder.getFileName().toString(), stack.info().name());
			assertVolume(stack);
			assertTrue(stack.info().notes().isEmpty(), () -> Stacks.notes(stack));
		}
	}

	private static void block(final Path file, final int first, final int planes, final double[] energies) {
		block(file, first, planes, energies, 1, 1, 0.5, "");
	}

	private static void block(final Path file, final int first, final int planes, final double[] energies, final double dx,
		final double dy, final double dz, final String unit)
	{
		final float[][][][] data = new float[4][planes][2][3];
		for (int e = 0; e < 4; e++) for (int z = 0; z < planes; z++) for (int y = 0; y < 2; y++) for (int x = 0; x < 3; x++)
			data[e][z][y][x] = Hdf5Scan.value(e, first + z, y, x);
		Hdf5Scan.write(file, root -> {
			final var exchange = root.putGroup("exchange");
			final var values = exchange.putDataset("data", data);
			values.putAttribute("axes", "energy:z:y:x");
			if (!unit.isEmpty()) values.putAttribute("units", unit);
			exchange.putDataset("energy", energies);
			exchange.putDataset("x", new double[] { 0, dx, 2 * dx }).putAttribute("units", "um");
			exchange.putDataset("y", new double[] { 0, dy }).putAttribute("units", "um");
			exchange.putDataset("z", planes == 1 ? new double[] { 2 } : new double[] { 1, 1 + dz }).putAttribute("units", "um");
		});
	}

	private static void assertVolume(final SpectralImage stack) {
		assertEquals(5, stack.depth());
		for (int e = 0; e < 4; e++) for (int z = 0; z < 5; z++) for (int y = 0; y < 2; y++) for (int x = 0; x < 3; x++)
			assertEquals(Hdf5Scan.value(e, z, y, x), Stacks.value(stack, x, y, z, e));
		assertEquals(new PixelSize(1, 1, 0.5, "µm"), stack.info().pixelSize());
	}

	@Test
	void aFolderWithoutIndexIsJoinedInTheOrderOfItsNames() throws IOException {
		for (int z = 0; z < 12; z++) block(folder.resolve("slice" + z + ".h5"), z, 1, FOUR);
		Files.writeString(folder.resolve("notes.txt"), "nothing");
		Files.writeString(folder.resolve("._slice3.h5"), "what another system leaves behind");
		assertTrue(format().reads(folder));
		final StoredStack found = format().find(folder);
		assertEquals(12, found.source().depth());
		assertEquals(Hdf5Scan.value(3, 10, 1, 2), Stacks.value(found.inMemory(), 2, 1, 10, 3));
		assertTrue(Stacks.notes(found.inMemory()).contains(
			"12 files were joined along z in the order of their names, from slice0.h5 to slice11.h5."));
	}

	@Test
	void aFolderOfOneFileOrOfOthersIsNone() throws IOException {
		block(folder.resolve("a.h5"), 0, 1, FOUR);
		assertFalse(format().reads(folder));
		Hdf5Scan.write(folder.resolve("other.h5"), root -> root.putDataset("data", new float[3]));
		assertFalse(format().reads(folder));
		block(folder.resolve("b.h5"), 1, 1, FOUR);
		assertTrue(format().reads(folder));
		refused("other.h5: there is no exchange/data with exchange/energy", folder);
	}

	@Test
	void whatIsSaidOfEveryBlockIsSaidOnce() throws IOException {
		for (final String name : new String[] { "a.h5", "b.h5" }) Hdf5Scan.write(folder.resolve(name), root -> {
			final var exchange = root.putGroup("exchange");
			exchange.putDataset("data", new float[4][2][3]);
			exchange.putDataset("energy", new double[] { 7100, 7112, 7120, name.equals("a.h5") ? 7110 : 7110 });
		});
		assertEquals(3, format().find(folder).info().notes().size(), () -> format().find(folder).info().notes().toString());
	}

	@Test
	void blocksThatDoNotFitAreRefusedByName() throws IOException {
		final Path index = good(folder);
		block(folder.resolve("b.h5"), 2, 2, new double[] { 7100, 7112, 7120, 7151 });
		refused("b.h5 has other energies", index);
		block(folder.resolve("b.h5"), 2, 1, FOUR);
		refused("b.h5 has 1 planes, not 2", index);
		Hdf5Scan.volume(folder.resolve("b.h5"), "ezyx", new float[4][2][2][4], FOUR, null);
		refused("b.h5 has images of 4 x 2 pixels, not 3 x 2", index);
		Files.writeString(folder.resolve("b.h5"), "hello");
		refused("b.h5 is no HDF5 file", index);
		Files.delete(folder.resolve("b.h5"));
		refused("its block b.h5 is not there", index);
		Files.delete(index);
		block(folder.resolve("b.h5"), 2, 2, new double[] { 7100, 7112, 7120, 7151 });
		refused("b.h5 has other energies", folder);
	}

	@Test
	void blocksOfAnotherSizeOrSignalAreRefusedWithBoth() throws IOException {
		final Path index = good(folder);
		final Path b = folder.resolve("b.h5");
		block(b, 2, 2, FOUR, 2, 1, 0.5, "");
		refused("b.h5 has pixels of 2.0 x 1.0 x 0.5 µm, not 1.0 x 1.0 x 0.5 µm as " + folder.resolve("a.h5"), index);
		block(b, 2, 2, FOUR, 1, 3, 0.5, "");
		refused("b.h5 has pixels of 1.0 x 3.0 x 0.5 µm, not 1.0 x 1.0 x 0.5 µm", index);
		block(b, 2, 2, FOUR, 1, 1, 0.7, "");
		refused("b.h5 has pixels of 1.0 x 1.0 x 0.7 µm, not 1.0 x 1.0 x 0.5 µm", index);
		block(b, 2, 2, FOUR, 1, 1, 0.5, "counts");
		refused("b.h5 has the signal COUNTS, not UNKNOWN as " + folder.resolve("a.h5"), index);
		Hdf5Scan.volume(b, "ezyx", new float[4][2][2][3], FOUR, null);
		refused("b.h5 has pixels of unknown size, not 1.0 x 1.0 x 0.5 µm", index);
		block(b, 2, 2, FOUR, 1, 1, 0.5005, "");
		assertEquals(5, format().find(index).source().depth(), "a motor's last digits");
		block(b, 2, 2, FOUR, 1, 1, 0.5, "counts");
		Files.delete(index);
		refused("b.h5 has the signal COUNTS, not UNKNOWN", folder);
	}

	@Test
	void blocksOfAnotherEdgeAreRefusedWithBoth() {
		final List<StoredStack> blocks = new ArrayList<>();
		final List<Path> files = List.of(Path.of("a.h5"), Path.of("b.h5"));
		for (final String element : new String[] { "Fe", "Mn" }) blocks.add(new StoredStack(new PlaneSpectra(List.of(new float[1]),
			1, 1, 1, 1, 1), EnergyAxis.of(7100), StackInfo.named(element).with(element, "K")));
		assertTrue(assertThrows(InputException.class, () -> SameVolume.info(files, blocks)).getMessage().startsWith(
			"b.h5 has the edge Mn K, not Fe K as a.h5."));
	}

	@Test
	void onePlaneAloneSaysNothingOfTheDistance() throws IOException {
		block(folder.resolve("a.h5"), 0, 1, FOUR);
		block(folder.resolve("b.h5"), 1, 2, FOUR);
		assertEquals(new PixelSize(1, 1, 0.5, "µm"), format().find(folder).info().pixelSize());
	}

	@Test
	void gapsOverlapsAndWrongSumsAreRefusedWithTheBlock() throws IOException {
		final Path index = good(folder);
		for (final String[] change : new String[][] { { "\"first_plane\": 2", "\"first_plane\": 3",
			"has no block for plane 2: b.h5 begins with plane 3" }, { "\"first_plane\": 2", "\"first_plane\": 1",
				"has two blocks for plane 1: b.h5 begins with plane 1 where 2 is expected" }, { "[3, 2, 5]", "[3, 2, 6]",
					"has blocks for 5 of 6 planes; the last is c.h5" }, { "\"planes\": 1", "\"planes\": 0", "gives c.h5 0 planes" }, {
						"\"first_plane\": 0", "\"first_plane\": -2", "plane -2" }, { "\"planes\": 1", "\"planes\": 1e30",
							"is no index of blocks" }, { "[3, 2, 5]", "[3, 2]", "has no shape" }, { "[3, 2, 5]", "[-3, 2, 5]",
								"has no shape" }, { "[7100, 7112, 7120, 7150]", "[]", "has no energies" }, {
									"[7100, 7112, 7120, 7150]", "[7100, 7112, 7120]", "a.h5 has other energies" } })
		{
			assertTrue(INDEX.contains(change[0]));
			Files.writeString(index, INDEX.replace(change[0], change[1]));
			refused(change[2], index);
		}
	}

	@Test
	void noNameLeadsOutOfTheFolder() throws IOException {
		final Path index = good(Files.createDirectory(folder.resolve("inside")));
		block(folder.resolve("out.h5"), 2, 2, FOUR);
		for (final String name : new String[] { "../out.h5", folder.resolve("out.h5").toString(), "x/../../out.h5",
			"..\\\\out.h5", "", "a\\u0000.h5", "./b.h5" })
		{
			Files.writeString(index, INDEX.replace("b.h5", name));
			assertFalse(format().reads(index), name);
			refused("that is no file of its folder", index);
		}
		Files.writeString(index, INDEX.replace("\"b.h5\"", "null"));
		refused("names a block (null)", index);
	}

	@Test
	void theIndexOfMapsIsNoStack() throws IOException {
		final Path index = good(folder);
		Files.writeString(index, INDEX.replace("{\"file\"", "{\"map\": \"species\", \"file\""));
		assertFalse(format().reads(index));
		assertFalse(format().reads(folder));
		refused("belongs to maps (species)", index);
		Files.writeString(index, INDEX.replace(".h5", ".tif"));
		assertFalse(format().reads(index), "blocks of another format");
	}

	@Test
	void aDamagedIndexIsPromisedToBeOne() throws IOException {
		final Path index = Files.writeString(folder.resolve("index.json"), "{\"shape\": [3,");
		assertTrue(StackFormats.of(folder).isEmpty());
		assertInstanceOf(ZBlockStack.class, StackFormats.promised(folder).orElseThrow());
		refused("index.json is no index of blocks", index);
		refused("index.json is no index of blocks", folder);
	}

	private void refused(final String because, final Path path) {
		final InputException e = assertThrows(InputException.class, () -> format().find(path));
		assertTrue(e.getMessage().contains(because), e::getMessage);
		assertEquals(2, e.getMessage().lines().count(), e::getMessage);
	}
}
