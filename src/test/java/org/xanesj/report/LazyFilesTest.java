// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xanesj.PlaneSpectra;
import org.xanesj.SmallStack;
import org.xanesj.block.LocalRunner;
import org.xanesj.block.Progress;
import org.xanesj.command.SameFiles;
import org.xanesj.fit.FitWay;
import org.xanesj.phantom.Phantom;
import org.xanesj.phantom.SoftPhantom;
import org.xanesj.speciate.Findings;
import org.xanesj.speciate.Sample;
import org.xanesj.speciate.Speciate;
import org.xanesj.speciate.SpeciateOptions;
import org.xanesj.stack.ReferenceLibrary;
import org.xanesj.stack.SpectralImage;
import org.xanesj.stack.Spectrum;

/** A stack that is read piece by piece gives the files of the same stack in memory, byte for byte. */
class LazyFilesTest {

	@TempDir
	Path folder;

	private Findings write(final String name, final SpectralImage stack, final Optional<Spectrum> incident,
		final ReferenceLibrary references, final SpeciateOptions options) throws IOException
	{
		final LocalRunner runner = new LocalRunner(2, Progress.NONE);
		final Findings found = Speciate.find(new Sample(stack, incident, Optional.empty(), references), options, runner);
		new SpeciationFiles(found, new RunInputs("", "", "", "", "", "auto"), runner).writeTo(Files.createDirectory(folder
			.resolve(name)));
		return found;
	}

	private void assertSame(final SpectralImage stack, final Optional<Spectrum> incident, final ReferenceLibrary references,
		final SpeciateOptions options) throws IOException
	{
		final Findings inMemory = write("memory", stack, incident, references, options);
		final Findings lazy = write("lazy", PlaneSpectra.lazy(stack, 3, 1), incident, references, options);
		assertEquals(inMemory.assumptions(), lazy.assumptions());
		SameFiles.assertSame(folder.resolve("memory"), folder.resolve("lazy"));
	}

	private static SpectralImage volume() {
		final int plane = SmallStack.WIDTH * SmallStack.HEIGHT;
		return SmallStack.of(SmallStack.ENERGIES, SmallStack.WIDTH, SmallStack.HEIGHT, 12, p -> p / plane % 3 == 0
			? SmallStack.REDUCED : SmallStack.OXIDIZED, 0.01);
	}

	@Test
	void absorptionOfAVolume() throws IOException {
		assertSame(volume(), Optional.empty(), SmallStack.references(), SpeciateOptions.DEFAULT);
	}

	@Test
	void theClassicWay() throws IOException {
		assertSame(volume(), Optional.empty(), SmallStack.references(), SpeciateOptions.DEFAULT.with(FitWay.NORMALIZED));
	}

	@Test
	void countsWithTheBrightestPixelsForI0() throws IOException {
		final Phantom phantom = SoftPhantom.make(1, 3000);
		assertSame(phantom.image(), Optional.empty(), phantom.references(), SpeciateOptions.DEFAULT);
	}
}
