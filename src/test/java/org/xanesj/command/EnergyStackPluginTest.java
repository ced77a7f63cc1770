// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.io.IOService;
import org.scijava.io.location.FileLocation;

/** Which TIFF files are ours to open: those whose energies stand in a text file beside them. */
class EnergyStackPluginTest {

	@TempDir
	Path folder;

	private final EnergyStackPlugin plugin = new EnergyStackPlugin();

	private Path copy(final String from, final String to) throws IOException {
		return Files.copy(Path.of("test-images", from), folder.resolve(to));
	}

	private boolean supports(final Path path) {
		return plugin.supportsOpen(new FileLocation(path.toFile()));
	}

	@Test
	void withAnEnergyForEachImageBesideIt() throws IOException {
		final Path tiff = copy("iron-l/iron-l.tif", "a.TIF");
		assertFalse(supports(tiff), "no energies");
		Files.writeString(folder.resolve("energies.txt"), "700\n701\n702\n");
		assertFalse(supports(tiff), "energies of another stack");
		copy("iron-l/iron-l.txt", "a_energies.txt");
		assertTrue(supports(tiff));
		try (Context context = new Context(IOService.class)) {
			context.inject(plugin);
			final ImagePlus opened = plugin.open(new FileLocation(tiff.toFile()));
			assertEquals("700.00 eV", opened.getStack().getSliceLabel(1));
			assertEquals(60, opened.getStackSize());
		}
	}

	@Test
	void notWhenItsLabelsCarryThemAlready() throws IOException {
		final Path tiff = copy("iron-k/iron-k.tif", "k.tif");
		final StringBuilder energies = new StringBuilder();
		for (int e = 0; e < 70; e++) energies.append(7080 + e).append('\n');
		Files.writeString(folder.resolve("k.txt"), energies);
		assertFalse(supports(tiff), "ImageJ opens it as well");
	}

	@Test
	void notWhatIsDamagedOrNoTiff() throws IOException {
		copy("iron-l/iron-l.txt", "energies.txt");
		final byte[] whole = Files.readAllBytes(Path.of("test-images/iron-l/iron-l.tif"));
		assertFalse(supports(Files.write(folder.resolve("cut.tif"), java.util.Arrays.copyOf(whole, whole.length / 2))));
		assertFalse(supports(Files.writeString(folder.resolve("text.tif"), "7112")));
		assertFalse(supports(Files.createDirectory(folder.resolve("folder.tif"))));
		assertFalse(supports(new File("/no/such.tif").toPath()));
	}
}
