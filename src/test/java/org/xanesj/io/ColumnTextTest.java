// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xanesj.RealData;
import org.xanesj.stack.InputException;
import org.xanesj.stack.ReferenceLibrary;
import org.xanesj.stack.Spectrum;

class ColumnTextTest {

	private static final double[] ENERGIES = { 7100, 7105.5, 7110, 7115, 7120 };
	private static final double[] VALUES = { 0.01, 0.25, 0.5, 1.25, -1e-3 };

	@TempDir
	Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "E V", "E\tV", "E,V", "E, V", "E;V", " E ; V ", "E V ", "\tE\tV", "\"E\",\"V\"", "E,V,", "E;V;" })
	void separatorsOfEveryKind(final String row) throws IOException {
		assertSpectrum(rows(row));
		assertSpectrum("energy" + (row.contains(",") ? "," : row.contains(";") ? ";" : " ") + "mu\n" + rows(row));
	}

	@ParameterizedTest
	@ValueSource(strings = { "E V", "E\tV", "E;V" })
	void decimalCommas(final String row) throws IOException {
		assertSpectrum(rows(row).replace('.', ','));
	}

	@ParameterizedTest
	@ValueSource(strings = { "# 1 2\n", "#%Edge: K\n", "% 1 2\n", "; 1 2\n", "// 1 2\n", "*Spectrum*\n", "! 1 2\n",
		"Sample of Monday\n", "=====\n\n", "Gains= 1.00 2.00\n3 x 4\nOffsets:\n 1.0  2.0 \nWeights:\n", "325\n",
		"# a\nstray\n# E mu\n" })
	void headersOfEveryKind(final String header) throws IOException {
		assertSpectrum(header + rows("E V"));
	}

	@Test
	void lineEndsAndEncodings() throws IOException {
		final String text = "# Temp: 28 °C, µ-XANES\n" + rows("E V");
		for (final String end : List.of("\n", "\r\n", "\r")) for (final Charset charset : List.of(StandardCharsets.UTF_8,
			Charset.forName("windows-1252"))) assertSpectrum(text.replace("\n", end).getBytes(charset));
		assertSpectrum(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8));
		assertSpectrum(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE));
		assertEquals("28 °C, µ-XANES", read(text.getBytes(Charset.forName("windows-1252"))).spectra().get(0).metadata().get(
			"Temp"));
	}

	@Test
	void exponentsAsFortranAndAsOthersWriteThem() throws IOException {
		assertSpectrum("7.1E3 1.0D-02\n7.1055e+3 2.5d-1\n71.1E+02 .5\n7115. 125E-2\n+7120 -1.0E-3\n");
	}

	@Test
	void aLineThatBreaksOffIsLeftOutAndSaid() throws IOException {
		for (final String cut : List.of("7125", "7125 1.", "7125 1.2E+")) {
			final ReferenceLibrary library = read((rows("E V") + cut).getBytes(StandardCharsets.UTF_8));
			final int expected = cut.equals("7125 1.") ? 6 : 5;
			assertEquals(expected, library.spectra().get(0).values().length);
			assertEquals(6 - expected, library.notes().size());
		}
		assertEquals(List.of("x.dat: 1 line that is no complete row was left out, the first is line 3 (7107 broken)."), read(
			"7100 1\n7105 2\n7107 broken\n7110 3\n7111 3\n7112 4\n").notes());
		assertEquals(1, read("7099 1.4.9\n" + rows("E V")).notes().size());
	}

	@Test
	void namedColumnsAreSpectraEachByItsName() throws IOException {
		final ReferenceLibrary csv = read("Energy (eV),\"Fe(III)PO4, dry\",Pyrite,sigma\n" + rows("E,V,E,1"));
		assertEquals(List.of("Fe(III)PO4, dry", "Pyrite"), csv.spectra().stream().map(Spectrum::name).toList());
		assertArrayEquals(VALUES, csv.spectra().get(0).values());
		assertEquals(List.of("x.dat: each of its named columns was taken as a spectrum, 2 in all."), csv.notes());
	}

	@Test
	void theDemeterLibraryHasElevenReferencesByName() {
		final ReferenceLibrary library = ReferenceFiles.open(RealData.at("nanoxanes-fe-k/FeLibNov2021.nor"));
		assertEquals(List.of("Magnetite", "Maghemite", "Goethite", "HFO", "FeIII_sulfate", "Fe3P", "LiFe(II)PO4",
			"Fe(III)PO4", "Pyrite", "StainlessSteelNP", "Hematite_NP"), library.spectra().stream().map(Spectrum::name).toList());
		// row 51 of the file as numpy reads it
		final double[] row = { 3.3755693e-03, 6.2549652e-03, 1.3423127e-03, 1.5125350e-03, 1.0143189e-03, 2.5958767e-02,
			3.3645397e-03, 2.8973204e-03, 7.3252058e-03, 1.2995423e-02, 1.6032769e-03 };
		assertEquals(7107.6055, library.spectra().get(0).energies().at(50));
		assertArrayEquals(row, library.spectra().stream().mapToDouble(s -> s.values()[50]).toArray());
		assertEquals("Fe", library.spectra().get(0).metadata().get("Element.symbol"));
		for (final Spectrum reference : library.spectra()) assertTrue(reference.isNormalized(), reference.name());
	}

	@Test
	void whatAColumnSaysOfItsNormalisationIsKept() throws IOException {
		final String good = "7100,0.01,1\n7105,0,1\n7110,0.2,1\n7115,1.4,1\n7120,1.02,1\n";
		for (final String label : List.of("norm", "flat", "mu_norm", "Normalized absorption")) assertTrue(read("energy," + label +
			",time\n" + good).spectra().get(0).isNormalized(), label);
		assertFalse(read("energy,mu,time\n" + good).spectra().get(0).isNormalized());
		assertFalse(read("energy,norm,time\n" + good.replace("1.02", "3.02")).spectra().get(0).isNormalized());
	}

	@Test
	void theColumnIsChosenByItsNameAndItIsSaid() throws IOException {
		assertChoice("column 4 of 4 (xmu)", "# energy time bkg xmu\n" + rows("E 1 2 V"));
		assertChoice("column 3 of 4 (mu)", "# energy norm mu flat\n" + rows("E 1 V 2"));
		assertChoice("column 2 of 4 (norm)", "# energy norm nbkg flat\n" + rows("E V 1 2"));
		assertChoice("column 4 of 4 (flat)", "# energy nbkg nder flat\n" + rows("E 1 2 V"));
		assertChoice("column 2 of 3", rows("E V 3"));
		assertChoice("column 1 of 3 (mu)", "mu, energy, time\n" + rows("V, E, 3"));
		assertChoice("column 2 of 3 (mu)", "#  energy             mu            i0\n" + rows("E V 3"));
	}

	@Test
	void detectorsBecomeAbsorption() throws IOException {
		final String rows = "7100 100 50 5\n7105 100 40 6\n7110 110 30 7\n7115 100 20 8\n7120 100 10 9\n";
		assertDetectors("ln(I0/It)", Math.log(110 / 30.), "# energy I0 It time\n" + rows);
		assertDetectors("If/I0", 7 / 110., "# energy I0 time If\n" + rows);
		assertDetectors("(Ifch1+Ifch2)/I0", 37 / 110., "# energy I0 Ifch1 Ifch2\n" + rows);
		assertDetectors("ln(I0/It), not of its fluorescence", Math.log(110 / 30.), "# energy I0 It If\n" + rows);
		assertDetectors("If/I0, not of its transmission", 7 / 110., "# fluorescence mode\n# energy I0 It If\n" + rows);
		assertDetectors("If/I0, not of its transmission", 110 / 7., "# energy If It I0\n" + rows.replace(" 40 ", " 0 "));
	}

	@Test
	void severalEnergyColumnsAreNotGuessedAt() {
		assertThrows(InputException.class, () -> read("energy,Goethite,energy,Pyrite\n" + rows("E,V,E,V")));
	}

	@Test
	void anEmptyFieldIsNoNumber() throws IOException {
		final ReferenceLibrary library = read("energy,A,B\n" + rows("E,V,V") + "7125,,1\n");
		assertEquals(List.of("B"), library.spectra().stream().map(Spectrum::name).toList());
		assertEquals("A", library.leftOut().get(0).name());
	}

	private void assertDetectors(final String how, final double third, final String text) throws IOException {
		final ReferenceLibrary library = read(text);
		assertEquals(third, library.spectra().get(0).values()[2], 1e-15);
		assertEquals(List.of("x.dat: absorption was made as " + how + "."), library.notes());
	}

	private void assertChoice(final String choice, final String text) throws IOException {
		final ReferenceLibrary library = read(text);
		assertArrayEquals(VALUES, library.spectra().get(0).values());
		assertArrayEquals(ENERGIES, library.spectra().get(0).energies().toArray());
		assertEquals(List.of("x.dat: " + choice + " was taken as the spectrum."), library.notes());
	}

	private void assertSpectrum(final String text) throws IOException {
		assertSpectrum(text.getBytes(StandardCharsets.UTF_8));
	}

	private void assertSpectrum(final byte[] bytes) throws IOException {
		final ReferenceLibrary library = read(bytes);
		assertEquals(1, library.spectra().size());
		assertEquals("x", library.spectra().get(0).name());
		assertArrayEquals(ENERGIES, library.spectra().get(0).energies().toArray());
		assertArrayEquals(VALUES, library.spectra().get(0).values());
		assertTrue(library.notes().isEmpty(), () -> library.notes().toString());
	}

	private ReferenceLibrary read(final String text) throws IOException {
		return read(text.getBytes(StandardCharsets.UTF_8));
	}

	private ReferenceLibrary read(final byte[] bytes) throws IOException {
		return SpectrumFile.library(Files.write(folder.resolve("x.dat"), bytes));
	}

	private static String rows(final String row) {
		final StringBuilder rows = new StringBuilder();
		for (final int i : new int[] { 0, 1, 2, 3, 4 }) rows.append(row.replace("E", String.valueOf(ENERGIES[i])).replace("V",
			String.valueOf(VALUES[i]))).append('\n');
		return rows.toString();
	}
}
