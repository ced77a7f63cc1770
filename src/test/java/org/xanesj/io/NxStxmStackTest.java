// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.xanesj.RealData;
import org.xanesj.stack.InputException;
import org.xanesj.stack.PixelSize;
import org.xanesj.stack.Signal;
import org.xanesj.stack.SpectralImage;

import io.jhdf.api.WritableGroup;

class NxStxmStackTest extends StackFormatContract {

	private static final double[] ENERGIES = { 700, 705, 707, 710 };

	@Override
	StackFormat format() {
		return new NxStxmStack();
	}

	@Override
	Path good(final Path in) {
		return stack(in, "eyx", group -> {
			group.putAttribute("signal", "data");
			group.putAttribute("axes", new String[] { "energy", "sample_y", "sample_x" });
		});
	}

	/** A file of one detector, 4 energies, 2 rows, 3 columns. */
	private static Path stack(final Path in, final String order, final Consumer<WritableGroup> more) {
		return Hdf5Scan.write(in.resolve("stack.nxs"), root -> {
			final WritableGroup entry = root.putGroup("entry1");
			entry.putAttribute("NX_class", "NXentry");
			entry.putDataset("definition", new String[] { "NXstxm" });
			more.accept(detector(entry, "counter0", order));
		});
	}

	private static WritableGroup detector(final WritableGroup entry, final String name, final String order) {
		final WritableGroup group = entry.putGroup(name);
		group.putAttribute("NX_class", "NXdata");
		group.putDataset("data", Hdf5Scan.data(order, 4, 2, 3));
		group.putDataset("energy", ENERGIES);
		group.putDataset("sample_x", new double[] { 1, 1.05, 1.1 });
		group.putDataset("sample_y", new double[] { -3, -3.06 });
		Hdf5Scan.attribute(group, "sample_x", "units", "um");
		Hdf5Scan.attribute(group, "sample_y", "units", "um");
		return group;
	}

	@Test
	void theAxesOfTheGroupDecide() {
		final SpectralImage stack = format().open(good(folder));
		assertStack(stack);
		assertEquals(PixelSize.of(0.05, 0.06, "µm"), stack.info().pixelSize());
		assertEquals(Signal.COUNTS, stack.info().signal());
		assertTrue(stack.info().notes().isEmpty(), () -> Stacks.notes(stack));
		assertStack(format().open(stack(folder, "xye", group -> group.putAttribute("axes", new String[] { "sample_x",
			"sample_y", "energy" }))));
	}

	@Test
	void theAxesOfTheSignalTheirNumbersOrTheirLengthsDecideElse() {
		assertStack(format().open(stack(folder, "yxe", group -> Hdf5Scan.attribute(group, "data", "axes",
			"sample_y:sample_x:energy"))));
		assertStack(format().open(stack(folder, "xey", group -> {
			Hdf5Scan.attribute(group, "energy", "axis", 2);
			Hdf5Scan.attribute(group, "sample_y", "axis", 3);
			Hdf5Scan.attribute(group, "sample_x", "axis", new long[] { 1 });
		})));
		final SpectralImage byLength = format().open(stack(folder, "xye", group -> {}));
		assertStack(byLength);
		assertTrue(Stacks.notes(byLength).contains("was read as x, y, energy, by the lengths of its axes."));
	}

	@Test
	void theSignalMayHaveAnotherName() {
		assertStack(format().open(stack(folder, "eyx", group -> {
			group.putAttribute("signal", "pmt");
			group.putDataset("pmt", Hdf5Scan.data("eyx", 4, 2, 3));
		})));
		assertStack(format().open(stack(folder, "eyx", group -> {
			group.putDataset("pmt", Hdf5Scan.data("eyx", 4, 2, 3));
			Hdf5Scan.attribute(group, "pmt", "signal", 1);
		})));
	}

	@Test
	void furtherDetectorsAndEntriesAreSaid() {
		final SpectralImage stack = format().open(Hdf5Scan.write(folder.resolve("many.nxs"), root -> {
			root.putAttribute("default", "entry2");
			for (final String name : new String[] { "entry1", "entry2" }) {
				final WritableGroup entry = root.putGroup(name);
				entry.putAttribute("NX_class", "NXentry");
				entry.putAttribute("default", "counter1");
				detector(entry, "counter0", "eyx");
				detector(entry, "counter1", "eyx");
			}
		}));
		assertStack(stack);
		assertTrue(Stacks.notes(stack).contains("the first of 2 entries was opened (/entry2, /entry1)"),
			() -> Stacks.notes(stack));
		assertTrue(Stacks.notes(stack)
			.contains("the first of 2 detectors was opened (/entry2/counter1, /entry2/counter0)"));
	}

	@Test
	void lineScansAndOtherFilesAreRefusedWithWhatWasFound() {
		final Path line = Hdf5Scan.write(folder.resolve("line.nxs"), root -> {
			final WritableGroup entry = root.putGroup("entry1");
			entry.putDataset("definition", "NXstxm");
			final WritableGroup group = entry.putGroup("counter0");
			group.putDataset("data", new double[4][20]);
			group.putDataset("energy", ENERGIES);
			group.putDataset("line_position", new double[20]);
		});
		assertTrue(format().reads(line));
		refused(line);
		assertTrue(message(line).contains("/entry1/counter0/[data, energy, line_position]"), message(line));
		final Path other = Hdf5Scan.write(folder.resolve("other.nxs"), root -> root.putGroup("scan").putDataset("data",
			new double[4]));
		assertFalse(format().reads(other));
		refused(other);
	}

	@Test
	void lengthsThatDoNotTellAreRefused() {
		final Path file = Hdf5Scan.write(folder.resolve("odd.nxs"), root -> {
			final WritableGroup group = root.putGroup("entry1").putGroup("counter0");
			group.putDataset("data", new double[7][4][5]);
			group.putDataset("energy", ENERGIES);
			group.putDataset("sample_x", new double[9]);
			group.putDataset("sample_y", new double[9]);
		});
		refused(file);
		assertTrue(message(file)
			.contains("(7 x 4 x 5) has no axes attribute for its axes, and the lengths of energy (4), sample_y (9)"),
			message(file));
	}

	/** Values as h5py reads them. */
	@Test
	void theHermesFile() {
		final Path file = RealData.at("formats/nxstxm-hermes-2x2x2.hdf5");
		assertTrue(format().reads(file));
		final SpectralImage stack = format().open(file);
		for (int e = 0; e < 2; e++)
			for (int y = 0; y < 2; y++)
				for (int x = 0; x < 2; x++)
					assertEquals(1000.1f + 2000 * e + 1000 * y + x, Stacks.value(stack, x, y, e), 1e-3);
		assertEquals(Signal.COUNTS, stack.info().signal());
		assertFalse(stack.info().pixelSize().isKnown());
		// Its invented energies of 100 lie where the rule for all files takes them as keV, and says so.
		assertArrayEquals(new double[] { 100_100, 101_100 }, stack.energies().toArray(), 0);
		assertTrue(Stacks.notes(stack).contains("taken as keV"));
	}

	/** Values as h5py reads them. */
	@Test
	void theDiamondFile() {
		final Path file = RealData.at("formats/small_diamond_nxs.nxs");
		assertTrue(format().reads(file));
		final SpectralImage stack = format().open(file);
		assertEquals(8, stack.energies().size());
		assertEquals(7, stack.height());
		assertEquals(6, stack.width());
		assertArrayEquals(new double[] { 278, 278.6, 279.2, 279.8, 280.4, 280.999, 281.6, 282.2 }, stack.energies()
			.toArray(), 5e-4);
		assertEquals(1329, Stacks.value(stack, 0, 0, 0));
		assertEquals(1336, Stacks.value(stack, 5, 0, 0));
		assertEquals(1383, Stacks.value(stack, 1, 2, 3));
		assertEquals(1262, Stacks.value(stack, 5, 6, 7));
		assertEquals(1, stack.info().notes().size(), () -> Stacks.notes(stack));
		assertTrue(Stacks.notes(stack).contains("have no unit; the pixel size is not known"));
	}

	private String message(final Path file) {
		return assertThrows(InputException.class, () -> format().open(file)).getMessage();
	}

	private static void assertStack(final SpectralImage stack) {
		assertArrayEquals(ENERGIES, stack.energies().toArray(), 0);
		assertEquals(3, stack.width());
		assertEquals(2, stack.height());
		for (int e = 0; e < 4; e++)
			for (int y = 0; y < 2; y++)
				for (int x = 0; x < 3; x++) assertEquals(Hdf5Scan.value(e, 0, y, x), Stacks.value(stack, x, y, e));
	}
}
