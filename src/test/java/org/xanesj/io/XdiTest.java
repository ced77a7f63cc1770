// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xanesj.RealData;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.InputException;
import org.xanesj.stack.ReferenceLibrary;
import org.xanesj.stack.Spectrum;

class XdiTest {

	private static final Spectrum PHANTOM = new Spectrum("hématite, 2nd", EnergyAxis.of(7100, 7105.123456789, 7110, 7115,
		7120), new double[] { 1e-12, -0.1, 1 / 3., 1.5, 12345.678 }, Map.of("Element.symbol", "Fe", "Element.edge", "K",
			"Mono.d_spacing", "3.1356", "Column.2", "itrans", "bkg_e0", "7112", "Sample.prep", "two\nlines"));

	@TempDir
	Path folder;

	@Test
	void ironReferencesInTransmission() {
		final ReferenceLibrary library = ReferenceFiles.open(RealData.at("xdi-fe"));
		assertEquals(12, library.spectra().size());
		assertEquals(List.of(), library.leftOut());
		assertEquals("Fe2O3_rt_01.xdi: absorption was made as ln(i0/itrans).", library.notes().get(0));
		// values by numpy; in the second file the transmitted intensity stands before the incident one
		final Spectrum hematite = named(library, "Fe2O3_rt_01");
		assertEquals(7125.9514, hematite.energies().at(100));
		assertEquals(1.7442093999965596, hematite.values()[100], 1e-14);
		final Spectrum siderite = named(library, "Hansel2001_siderite_xanes_001");
		assertEquals(7132.531, siderite.energies().at(60));
		assertEquals(-0.31052498704196557, siderite.values()[60], 1e-14);
		assertEquals("Fe", siderite.metadata().get("Element.symbol"));
		assertEquals("K", siderite.metadata().get("Element.edge"));
		assertEquals("FeCO3", siderite.metadata().get("Sample.formula"));
	}

	@Test
	void sulphurReferencesInFluorescenceByWhateverSuffix() {
		final ReferenceLibrary library = ReferenceFiles.open(RealData.at("xdi-s"));
		assertEquals(List.of("CaSO4_rt_01", "Na2SO3_rt_01", "S_elemental_rt_01", "gypsum_rt_01", "iron_sulfide_rt_01",
			"pentlandite_rt_01", "pyrite1_rt_01"), library.spectra().stream().map(Spectrum::name).toList());
		final Spectrum pyrite = named(library, "pyrite1_rt_01");
		assertEquals(2477.95, pyrite.energies().at(100));
		assertEquals(1.1682600035523691, pyrite.values()[100], 1e-14);
		assertEquals("3.13477", pyrite.metadata().get("Mono.d_spacing"));
	}

	@Test
	void theFirstLineDecidesAndTheFieldsNameTheColumns() throws IOException {
		final Path file = folder.resolve("x.odd");
		Files.writeString(file, "#XDI/1.1  GSE/1.0\n# Column.1: energy keV || mono:E\n# Column.2: i0 counts || ca1\n" +
			"# Column.3: mutrans\n# ///\n# Element.symbol: no field\n#----\n# a b c\n7.1 2 1\n7.11 2 3\n7.12 2 4\n7.13 2 5\n7.14 2 6\n");
		final Spectrum spectrum = SpectrumFile.read(file);
		assertArrayEquals(new double[] { 1, 3, 4, 5, 6 }, spectrum.values());
		assertEquals(7140, spectrum.energies().last());
		assertEquals("x.odd: column 3 of 3 (mutrans) was taken as the spectrum.\n" +
			"x.odd: energies up to 7.14 were taken as keV and converted to eV.", spectrum.metadata().get(SpectrumFile.NOTES));
		Files.writeString(file, Files.readString(file).replace("energy keV", "angle degrees"));
		assertThrows(InputException.class, () -> SpectrumFile.read(file));
	}

	@Test
	void whatIsWrittenIsReadAgainToTheLastBit() throws IOException {
		final Path file = folder.resolve("cluster 1.xdi");
		Files.writeString(file, "an older result");
		final Locale before = Locale.getDefault();
		Locale.setDefault(Locale.GERMANY);
		try {
			XdiWriter.write(PHANTOM, file);
		}
		finally {
			Locale.setDefault(before);
		}
		final Spectrum again = SpectrumFile.read(file);
		assertEquals("cluster 1", again.name());
		assertEquals(PHANTOM.energies(), again.energies());
		assertArrayEquals(PHANTOM.values(), again.values());
		assertEquals(Map.of("Element.symbol", "Fe", "Element.edge", "K", "Mono.d_spacing", "3.1356", "Sample.name",
			"hématite, 2nd", "Sample.prep", "two lines", "Column.1", "energy eV", "Column.2", "mu"), again.metadata());
		final List<String> lines = Files.readAllLines(file);
		assertEquals("# XDI/1.0 XanesJ", lines.get(0));
		assertEquals("#  energy  mu", lines.get(lines.size() - 6));
		assertTrue(lines.get(lines.size() - 7).startsWith("#---"));
	}

	@Test
	void aRealReferenceSurvivesWriting() throws IOException {
		final Spectrum foil = named(ReferenceFiles.open(RealData.at("xdi-fe")), "Fe_Foil_rt_2016Foils");
		XdiWriter.write(foil, "mutrans", folder.resolve("foil.xdi"));
		final Spectrum again = SpectrumFile.read(folder.resolve("foil.xdi"));
		assertEquals(foil.energies(), again.energies());
		assertArrayEquals(foil.values(), again.values());
		assertEquals("Fe", again.metadata().get("Element.symbol"));
		assertEquals("mutrans", again.metadata().get("Column.2"));
	}

	@Test
	void whatCannotBeWrittenLeavesNothing() throws IOException {
		final double[] spoilt = PHANTOM.values().clone();
		spoilt[2] = Double.NaN;
		assertThrows(InputException.class, () -> XdiWriter.write(PHANTOM.with(spoilt), folder.resolve("a.xdi")));
		assertThrows(InputException.class, () -> XdiWriter.write(PHANTOM, folder.resolve("missing/a.xdi")));
		Files.createDirectories(folder.resolve("taken.xdi/full"));
		assertThrows(InputException.class, () -> XdiWriter.write(PHANTOM, folder.resolve("taken.xdi")));
		try (Stream<Path> files = Files.list(folder)) {
			assertEquals(List.of(folder.resolve("taken.xdi")), files.toList());
		}
	}

	private static Spectrum named(final ReferenceLibrary library, final String name) {
		return library.spectra().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
	}
}
