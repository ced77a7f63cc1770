// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xanesj.SmallStack.HEIGHT;
import static org.xanesj.SmallStack.WIDTH;

import ij.IJ;
import ij.ImagePlus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xanesj.SmallStack;
import org.xanesj.block.LocalRunner;
import org.xanesj.block.Progress;
import org.xanesj.speciate.Findings;
import org.xanesj.speciate.Sample;
import org.xanesj.speciate.Speciate;
import org.xanesj.speciate.SpeciateOptions;

/** A volume of three planes, the first of one species and the others of another: what stands where in its files. */
class VolumeFilesTest {

	private static final int DEPTH = 3;
	private static final int PLANE = WIDTH * HEIGHT;

	@TempDir
	private static Path folder;

	@BeforeAll
	static void write() throws IOException {
		final LocalRunner runner = new LocalRunner(2, Progress.NONE);
		final Findings found = Speciate.find(new Sample(SmallStack.of(SmallStack.ENERGIES, WIDTH, HEIGHT, DEPTH,
			p -> p < PLANE ? SmallStack.REDUCED : SmallStack.OXIDIZED, 0.01), Optional.empty(), Optional.empty(), SmallStack
				.references()), SpeciateOptions.DEFAULT, runner);
		new SpeciationFiles(found, new RunInputs("", "", "", "", "", "auto"), runner).writeTo(folder);
	}

	private static ImagePlus open(final String name) {
		final ImagePlus imp = IJ.openImage(folder.resolve(name).toString());
		assertEquals(List.of(WIDTH, HEIGHT, DEPTH), List.of(imp.getWidth(), imp.getHeight(), imp.getNSlices()), name);
		return imp;
	}

	private static float value(final ImagePlus imp, final int channel, final int z) {
		return imp.getStack().getProcessor(imp.getStackIndex(channel, z, 1)).getf(5, 5);
	}

	@Test
	void labelsStandInTheirPlanes() {
		final ImagePlus labels = open("labels.tif");
		assertEquals(List.of(2f, 1f, 1f), List.of(value(labels, 1, 1), value(labels, 1, 2), value(labels, 1, 3)));
	}

	@Test
	void fractionsAreHyperstacksOfReferencesAndPlanes() {
		final ImagePlus species = open("species.tif");
		assertEquals(2, species.getNChannels());
		assertEquals("oxidized", species.getStack().getSliceLabel(1).lines().findFirst().orElseThrow().strip());
		for (int z = 1; z <= DEPTH; z++) {
			assertEquals(z == 1 ? 0 : 1, value(species, 1, z), 0.05);
			assertEquals(z == 1 ? 1 : 0, value(species, 2, z), 0.05);
		}
		assertEquals(4, open("quality.tif").getNChannels());
		assertEquals(2, open("uncertainty.tif").getNChannels());
	}

	@Test
	void spectraSayWhichEdgeTheyShow() throws IOException {
		final List<String> lines = Files.readAllLines(folder.resolve("spectra/cluster_1.xdi"));
		assertTrue(lines.containsAll(List.of("# Element.symbol: Fe", "# Element.edge: K")), lines.subList(0, 9).toString());
		assertTrue(Files.readString(folder.resolve("run.json")).contains("is taken for the K edge of Fe."));
	}
}
