// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xanesj.RealData;
import org.xanesj.stack.InputException;
import org.xanesj.stack.ReferenceLibrary;
import org.xanesj.stack.ReferenceLibrary.LeftOut;
import org.xanesj.stack.Spectrum;

class ReferenceFilesTest {

	private static final String GOOD = "7100 0.1\n7105 0.2\n7110 0.5\n7115 1.1\n7120 1.0\n";

	@TempDir
	Path folder;

	@Test
	void everyFileOfTheAlsLibraryIsRead() {
		final ReferenceLibrary library = ReferenceFiles.open(RealData.at("references-fe-k"));
		assertEquals(40, library.spectra().size());
		assertEquals(List.of(), library.leftOut());
		assertEquals(List.of(), library.notes());
		assertEquals("AT11 Glass_Toner FeEXAFS", library.spectra().get(0).name());
		// sums made by numpy over the two-number lines of all files
		assertEquals(15028, library.spectra().stream().mapToInt(s -> s.values().length).sum());
		assertEquals(11389.13575372073, library.spectra().stream().flatMapToDouble(s -> DoubleStream.of(s.values())).sum(),
			1e-8);
		final Spectrum goethite = named(library, "Goethite FeXANES");
		assertEquals("alpha-Fe3+O(OH)", goethite.metadata().get("Empirical formula"));
	}

	@Test
	void theGoldStandardsAreRead() {
		final ReferenceLibrary library = ReferenceFiles.open(RealData.at("lcf-au-l3"));
		assertEquals(List.of("s1", "s2", "s3", "s4", "s5", "s6", "unknown"), names(library));
		assertEquals(List.of(), library.leftOut());
		assertEquals(0.006723, named(library, "s1").values()[0]);
		assertEquals(12889.805, named(library, "s1").energies().last());
	}

	@Test
	void whatIsNoSpectrumOfAnEdgeIsLeftOutByName() {
		final ReferenceLibrary library = ReferenceFiles.open(RealData.at("simulations"));
		assertEquals(List.of("ZnO_SSHADE.data", "anatase_exp", "anatase_theory_FEFF", "anatase_theory_VASP"), names(
			library));
		// energies relative to the edge
		assertEquals(List.of("ZnO_FDMNES", "ZnO_FDMNES_conv", "anatase_xspectra"), library.leftOut().stream().map(
			LeftOut::name).toList());
		assertEquals("Energy 1 is -30.0.", library.leftOut().get(0).reason());
		final ReferenceLibrary iron = ReferenceFiles.open(RealData.at("simulations/fdmnes-fesio4"));
		// with decimal commas; the tables of parameters and of computed spectra in rows are no spectra
		assertEquals(List.of("Fe2O3_alpha", "Fe2SiO4", "FeO"), names(iron));
		assertEquals(6863.933, iron.spectra().get(0).energies().first());
		assertEquals(0.0039156994, iron.spectra().get(0).values()[0]);
		assertEquals(List.of("params", "spectra"), iron.leftOut().stream().map(LeftOut::name).toList());
	}

	@Test
	void besideAStackTheIncidentIntensityIsNoReference() {
		final ReferenceLibrary library = ReferenceFiles.open(RealData.at("stxm-fe-l/stack"));
		assertEquals(List.of("oxidized", "oxidized (2)", "reduced", "reduced (2)"), names(library));
		assertEquals(List.of("i0.xsp"), library.leftOut().stream().map(LeftOut::name).toList());
		assertEquals(0.015291122, library.spectra().get(1).values()[0]);
	}

	@Test
	void aFolderIsReadInOrderAndWhatFailsIsNamed() throws IOException {
		write("b.dat", GOOD);
		write("a.txt", "# E mu\n" + GOOD);
		write("README.md", "words");
		write("README", GOOD);
		write("LICENSE.txt", GOOD);
		write("paper.pdf", "%PDF");
		write(".hidden.dat", GOOD);
		write("empty.dat", "");
		write("few.dat", "7100 1\n7101 2\n7102 3\n7103 4\n");
		write("nan.dat", GOOD + "7125 NaN\n");
		write("flat.dat", GOOD.replaceAll(" .*", " 1"));
		write("one.txt", GOOD.replaceAll(" .*", ""));
		write("prose.txt", "nothing measured here\n");
		final byte[] junk = new byte[2000];
		new Random(1).nextBytes(junk);
		Files.write(folder.resolve("junk.dat"), junk);
		Files.createDirectories(folder.resolve("inner"));
		write("inner/c.dat", GOOD);
		final ReferenceLibrary library = ReferenceFiles.open(folder);
		assertEquals(List.of("a", "b"), names(library));
		assertEquals(List.of("empty.dat", "few", "flat", "junk.dat", "nan", "one.txt", "prose.txt"), library.leftOut()
			.stream().map(LeftOut::name).toList());
		assertEquals(List.of("empty.dat is empty.", "It has 4 points; 5 are needed.", "All its values are 1.0.",
			"junk.dat is not text, XDI or an Athena project.", "Its value at 7125.00 eV is not a finite number.",
			"one.txt has one column of numbers only.", "prose.txt holds no columns of numbers."), library.leftOut().stream().map(
				LeftOut::reason).toList());
	}

	@Test
	void nothingUsableIsAnErrorThatNamesIt() throws IOException {
		assertMessage("is not there", folder.resolve("missing"));
		assertMessage("no usable reference spectrum", folder);
		write("nan.dat", "7100 nan\n7105 0.2\n7110 0.5\n7115 1.1\n7120 1.0\n");
		assertMessage("7100.00 eV is not a finite number", folder);
		assertMessage("nan.dat", folder.resolve("nan.dat"));
	}

	@Test
	void energiesAreConvertedSortedAndAveragedAndItIsSaid() throws IOException {
		write("kev.dat", "7.100 1\n7.110 3\n7.105 2\n7.115 4\n7.120 5\n7.120 7\n");
		final ReferenceLibrary library = ReferenceFiles.open(folder);
		final Spectrum spectrum = library.spectra().get(0);
		assertEquals(List.of(7100., 7105., 7110., 7115., 7120.), DoubleStream.of(spectrum.energies().toArray()).boxed()
			.toList());
		assertEquals(List.of(1., 2., 3., 4., 6.), DoubleStream.of(spectrum.values()).boxed().toList());
		assertEquals(3, library.notes().size());
		assertTrue(library.notes().stream().allMatch(note -> note.startsWith("kev.dat: ")));
	}

	@Test
	void wavenumbersAreNotTakenForEnergiesInKeV() throws IOException {
		write("k.dat", "0.05 1\n0.1 2\n5 3\n10 4\n15 5\n");
		assertMessage("no energies in eV or keV", folder);
		write("k.dat", "# k chi\n0.05 1\n0.1 2\n5 3\n10 4\n15 5\n");
		assertMessage("not an energy", folder);
	}

	private void assertMessage(final String expected, final Path path) {
		final InputException e = assertThrows(InputException.class, () -> ReferenceFiles.open(path));
		assertTrue(e.getMessage().contains(expected), e.getMessage());
		assertEquals(2, e.getMessage().lines().count());
	}

	private void write(final String name, final String text) throws IOException {
		Files.writeString(folder.resolve(name), text);
	}

	private static List<String> names(final ReferenceLibrary library) {
		return library.spectra().stream().map(Spectrum::name).toList();
	}

	private static Spectrum named(final ReferenceLibrary library, final String name) {
		return library.spectra().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
	}
}
