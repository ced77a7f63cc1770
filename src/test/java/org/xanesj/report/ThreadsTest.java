// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xanesj.block.Block;
import org.xanesj.block.LocalRunner;
import org.xanesj.block.Progress;
import org.xanesj.phantom.IronPhantom;
import org.xanesj.phantom.Phantom;
import org.xanesj.speciate.Findings;
import org.xanesj.speciate.Sample;
import org.xanesj.speciate.Speciate;
import org.xanesj.speciate.SpeciateOptions;

/** The same seed gives the same files to the last bit, on however many threads. */
class ThreadsTest {

	private static final List<String> COMPARED = List.of("clusters.csv", "fits.csv", "labels.tif", "overlay.png", "posterior.csv",
		"pca.csv", "quality.tif", "species.png", "species.tif", "spectra.csv", "targets.csv", "uncertainty.tif");

	@TempDir
	Path folder;

	private Map<String, byte[]> written(final Phantom phantom, final int threads) throws IOException {
		final LocalRunner runner = new LocalRunner(threads, Progress.NONE);
		final Findings found = Speciate.find(new Sample(phantom.image(), Optional.empty(), Optional.empty(), phantom
			.references()), SpeciateOptions.DEFAULT, runner);
		final Path output = folder.resolve(threads + "-threads");
		new ResultFolder(output).replace(new SpeciationFiles(found, new RunInputs("", "", "", "", "", "auto"), runner)::writeTo, SpeciationFiles::isOurs);
		final Map<String, byte[]> files = new TreeMap<>();
		for (final String name : COMPARED) files.put(name, Files.readAllBytes(output.resolve(name)));
		return files;
	}

	@Test
	void oneTwoAndEightThreadsWriteTheSameBytes() throws IOException {
		final Phantom phantom = IronPhantom.make(1, 30);
		assertTrue(Block.of(phantom.image()).size() > 3, "there is work for several threads");
		final Map<String, byte[]> one = written(phantom, 1);
		for (final int threads : new int[] { 2, 8 }) {
			final Map<String, byte[]> more = written(phantom, threads);
			for (final String name : COMPARED) assertArrayEquals(one.get(name), more.get(name), name + " by " + threads +
				" threads");
		}
	}
}
