// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xanesj.RealData;
import org.xanesj.stack.InputException;
import org.xanesj.stack.Spectrum;

class EnergyFileTest {

	@TempDir
	Path folder;

	@Test
	void measuredEnergies() {
		final double[] fluorescence = EnergyFile.read(RealData.at("nanoxanes-fe-k/energy_list_corr.txt"));
		assertEquals(73, fluorescence.length);
		assertEquals(7075.85, fluorescence[0], 1e-12);
		final double[] transmission = EnergyFile.read(RealData.at("stxm-fe-l/Energy.txt"));
		assertEquals(123, transmission.length);
		assertEquals(730.353, transmission[122]);
		assertEquals(73, EnergyFile.read(RealData.at("nanoxanes-fe-k/xanes_fit_plot.csv")).length);
	}

	@Test
	void theIncidentIntensityOfAStack() {
		final Spectrum i0 = SpectrumFile.read(RealData.at("stxm-fe-l/stack/i0.xsp"));
		assertEquals("i0", i0.name());
		assertEquals(123, i0.values().length);
		assertEquals(700.375, i0.energies().at(1));
		assertEquals(903.58931, i0.values()[1]);
	}

	@ParameterizedTest
	@ValueSource(strings = { "7.1\n7.3\n7.2\n", "# keV\r\n7.1\r\n7.3\r\n7.2", "energy\n7.1 1\n7.3 2\n7.2 3\n",
		"7.1,1.5\n7.3,2\n7.2,3\n", "index,energy\n0,7.1\n1,7.3\n2,7.2\n", "7,1;1\n7,3;2\n7,2;3\n", "7.1, 7.3, 7.2",
		"7.1 7.3 7.2\n" })
	void energiesStayAsTheyStandInTheFile(final String text) throws IOException {
		assertArrayEquals(new double[] { 7.1, 7.3, 7.2 }, EnergyFile.read(write("e.txt", text)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "no numbers\n", "7100,5\n7101,0\n7102,5\n", "7100\n7101\nabout 7102\n7103\n" })
	void whatIsNotCertainIsRefused(final String text) throws IOException {
		final Path file = write("e.txt", text);
		assertTrue(assertThrows(InputException.class, () -> EnergyFile.read(file)).getMessage().startsWith("e.txt"));
	}

	@Test
	void theFirstFileBesideTheStackWhoseCountMatches() throws IOException {
		final Path stack = write("iron.tif", "");
		assertEquals(Optional.empty(), EnergyFile.beside(stack, 3));
		write("energy.txt", "1\n2\n3\n");
		assertEquals(Optional.of(folder.resolve("energy.txt")), EnergyFile.beside(stack, 3));
		assertEquals(Optional.empty(), EnergyFile.beside(stack, 4));
		write("energies.txt", "1\n2\n3\n4\n");
		write("iron_energies.txt", "1\n2\n3\n");
		write("iron.csv", "energy,x\n7100,1\nnan,1\n7102,1\n");
		write("iron.txt", "Measured on Monday.\n");
		assertEquals(Optional.of(folder.resolve("iron_energies.txt")), EnergyFile.beside(stack, 3));
		assertEquals(Optional.of(folder.resolve("energies.txt")), EnergyFile.beside(stack, 4));
		write("iron.csv", "energy,x\n7100,1\n7101,1\n7102,1\n");
		assertEquals(Optional.of(folder.resolve("iron.csv")), EnergyFile.beside(stack, 3));
	}

	@Test
	void aFileWithSeveralSpectraIsNotOne() throws IOException {
		final Path file = write("two.csv", "energy,A,B\n1000,1,2\n1001,2,3\n1002,3,4\n1003,4,5\n1004,5,6\n");
		assertTrue(assertThrows(InputException.class, () -> SpectrumFile.read(file)).getMessage().contains("2 spectra"));
		assertThrows(InputException.class, () -> SpectrumFile.read(folder));
		assertThrows(InputException.class, () -> SpectrumFile.read(folder.resolve("none.xsp")));
	}

	private Path write(final String name, final String text) throws IOException {
		return Files.writeString(folder.resolve(name), text);
	}
}
