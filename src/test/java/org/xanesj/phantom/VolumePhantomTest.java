// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.phantom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xanesj.io.ReferenceFiles;
import org.xanesj.io.StackFormats;
import org.xanesj.stack.PixelSize;
import org.xanesj.stack.Signal;
import org.xanesj.stack.SpectralImage;

class VolumePhantomTest {

	private static final VolumePhantom.Size SMALL = new VolumePhantom.Size(40, 30, 6, 12, 4, false);

	@TempDir
	Path folder;

	@Test
	void itIsFoundAsAVolumeWithItsReferences() throws IOException {
		VolumePhantom.write(folder, SMALL);
		final SpectralImage stack = StackFormats.of(folder).orElseThrow().open(folder);
		assertArrayEquals(new long[] { 40, 30, 6, 12 }, stack.pixels().dimensionsAsLongArray());
		assertEquals(new PixelSize(0.25, 0.25, 0.5, "µm"), stack.info().pixelSize());
		assertEquals(Signal.ABSORPTION, stack.info().signal());
		assertEquals(VolumePhantom.energies(12), stack.energies());
		assertEquals(10, ReferenceFiles.open(folder.resolve("references")).spectra().size());
	}

	@Test
	void howItIsCutAndPackedChangesNoValue() throws IOException {
		VolumePhantom.write(folder.resolve("a"), SMALL);
		VolumePhantom.write(folder.resolve("b"), new VolumePhantom.Size(40, 30, 6, 12, 1, true));
		final SpectralImage a = StackFormats.of(folder.resolve("a")).orElseThrow().open(folder.resolve("a"));
		final SpectralImage b = StackFormats.of(folder.resolve("b")).orElseThrow().open(folder.resolve("b"));
		for (int e = 0; e < 12; e++) for (int z = 0; z < 6; z++) for (int y = 0; y < 30; y++) for (int x = 0; x < 40; x++)
			assertEquals(a.pixels().getAt(x, y, z, e).get(), b.pixels().getAt(x, y, z, e).get());
	}

	@Test
	void itIsTheTruthWithWhiteNoiseOfAThirtiethOfTheEdgeStep() {
		final VolumePhantom phantom = new VolumePhantom(SMALL);
		final float[][][][] values = new float[12][][][];
		phantom.fill(values, 3, 3);
		final VolumeLayout layout = new VolumeLayout(40, 30, 6);
		double sum = 0, squares = 0, steps = 0, products = 0;
		int n = 0, inside = 0;
		for (int z = 0; z < 3; z++) for (int y = 0; y < 30; y++) {
			final VolumeLayout.Row row = layout.row(y, 3 + z);
			double[] before = new double[40];
			for (int e = 0; e < 12; e++) {
				final float[] truth = new float[40];
				phantom.absorption(row, e, truth);
				for (int x = 0; x < 40; x++) {
					if (row.edgeStep()[x] == 0) continue;
					final double noise = values[e][z][y][x] - truth[x];
					sum += noise;
					squares += noise * noise;
					products += noise * before[x];
					before[x] = noise;
					steps += row.edgeStep()[x];
					n++;
				}
			}
		}
		final double deviation = Math.sqrt(squares / n);
		assertTrue(n > 20_000);
		assertEquals(30, steps / n / deviation, 3);
		assertEquals(0, sum / n, 4 * deviation / Math.sqrt(n));
		assertEquals(0, products / squares, 4 / Math.sqrt(n), "neighbouring energies");
	}

	@Test
	void itHoldsAllSpeciesAndMuchWithoutIron() {
		final VolumeLayout layout = new VolumeLayout(64, 64, 32);
		final double[] amounts = new double[IronSpecies.PRESENT];
		int iron = 0, pure = 0;
		for (int z = 0; z < 32; z++) for (int y = 0; y < 64; y++) {
			final VolumeLayout.Row row = layout.row(y, z);
			for (int x = 0; x < 64; x++) {
				if (row.edgeStep()[x] == 0) continue;
				iron++;
				double largest = 0, total = 0;
				for (int s = 0; s < amounts.length; s++) {
					amounts[s] += row.fractions()[s][x];
					total += row.fractions()[s][x];
					largest = Math.max(largest, row.fractions()[s][x]);
				}
				assertEquals(1, total, 1e-12);
				if (largest > 0.9) pure++;
			}
		}
		final double share = iron / (64.0 * 64 * 32);
		assertTrue(share > 0.4 && share < 0.8, "share with iron " + share);
		for (final double amount : amounts) assertTrue(amount / iron > 0.08, "a species has " + amount / iron);
		assertTrue(pure > 0.4 * iron && pure < 0.9 * iron, "pure " + (double) pure / iron);
	}

	@Test
	void anyNumberOfEnergiesIsAScan() {
		assertEquals(IronPhantom.ENERGIES, VolumePhantom.energies(70));
		assertEquals(7080, VolumePhantom.energies(150).first());
		assertEquals(7200, VolumePhantom.energies(150).last());
	}
}
