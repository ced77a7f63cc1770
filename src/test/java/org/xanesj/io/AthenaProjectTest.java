// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xanesj.RealData;
import org.xanesj.stack.InputException;
import org.xanesj.stack.ReferenceLibrary;
import org.xanesj.stack.ReferenceLibrary.LeftOut;
import org.xanesj.stack.Spectrum;

class AthenaProjectTest {

	private static final String HEAD = "# Athena project file -- Demeter version 0.9.26\n# This file created at 2020\n\n";
	private static final String XY = "@x = ('7100','7105','7110','7115','7120');\n@y = ('0.1',0.2,'5e-1','1.1',1);\n";
	private static final double[] Y = { 0.1, 0.2, 0.5, 1.1, 1 };

	@TempDir
	Path folder;

	@Test
	void theGoldProjectHasItsSeventeenGroups() {
		final ReferenceLibrary library = ReferenceFiles.open(RealData.at("athena/cyanobacteria.prj"));
		assertEquals(List.of("0.12", "2.42", "4.73", "7.03", "9.33", "20", "33", "720", "Au foil", "Au1 Cl", "Au3 Cl aq",
			"Au hydroxide", "Au cyanide", "Au thiocyanide", "Au sulphide", "Au thiosulphate aq", "Au thiomalate aq"), library
				.spectra().stream().map(Spectrum::name).toList());
		assertEquals(List.of(), library.leftOut());
		assertEquals(List.of("0.12: -0.23", "2.42: -0.26", "4.73: -0.25", "7.03: -0.24", "9.33: -0.24"), library.notes().stream()
			.map(n -> n.replaceAll("cyanobacteria.prj, (.*): energies were shifted by (.*) eV, as the project says.", "$1: $2"))
			.toList());
		// E0, numbers of points and sums of mu as a parser in Python found them
		assertEquals(List.of("11919.006181370001", "11919.053", "11919.023", "11919.083", "11919.107", "11918.528",
			"11919.045", "11918.925", "11919.0", "11918.795", "11918.989", "11919.240", "11922.39", "11919.083", "11921.299",
			"11921.799", "11921.689"), library.spectra().stream().map(s -> s.metadata().get("bkg_e0")).toList());
		assertArrayEquals(new int[] { 325, 325, 327, 325, 327, 251, 308, 327, 327, 327, 327, 308, 327, 327, 327, 324, 325 },
			library.spectra().stream().mapToInt(s -> s.values().length).toArray());
		final double[] sums = { -110.93206247608337, -107.18311077917542, -103.99606053388526, -101.30601822567561,
			-99.8659880312421, -93.23444207130905, 403.08888606063937, -92.10568881168602, 290.10521842519455,
			-27.899243933679017, -80.36124923461088, 6.125835608955929, 118.91290617044682, 115.1203771533645,
			-33.21851055880599, 47.35641228418812, 4.875792431550926 };
		assertArrayEquals(sums, library.spectra().stream().mapToDouble(s -> Arrays.stream(s.values()).sum()).toArray(), 1e-9);
		final Map<String, String> first = library.spectra().get(0).metadata();
		assertEquals("-0.23", first.get("bkg_eshift"));
		assertEquals("Au", first.get("bkg_z"));
		assertEquals("l3", first.get("fft_edge"));
		assertEquals("", first.get("source"));
		assertEquals(4, first.get("titles").lines().count());
	}

	@Test
	void theShiftIsThatOfTheProject() throws IOException {
		final Spectrum spectrum = only(gzip(HEAD + group("foil", "'bkg_eshift','5','bkg_e0',7112")));
		assertEquals(7105, spectrum.energies().first());
		assertEquals("5", spectrum.metadata().get("bkg_eshift"));
		assertEquals("7112", spectrum.metadata().get("bkg_e0"));
		assertArrayEquals(Y, spectrum.values());
	}

	@Test
	void perlIsReadAsItIsWrittenAndNotRun() throws IOException {
		final Spectrum spectrum = only((HEAD + group("it\\'s \\\\ 1", "'titles',['a, (b)','c'],'xdi_column',{},'empty','',none,"
			+ "undef,\"greek\" => \"\\x{3bc}\",'object',bless( {'k' => [1,2]}, 'Demeter' ),'file','@&^^null^^&@','run',`rm`"))
				.getBytes(StandardCharsets.UTF_8));
		assertEquals("it's \\ 1", spectrum.name());
		final Map<String, String> metadata = spectrum.metadata();
		assertEquals("a, (b)\nc", metadata.get("titles"));
		assertEquals("", metadata.get("none"));
		assertEquals("\u03bc", metadata.get("greek"));
		assertEquals("", metadata.get("file"));
		assertEquals("`rm`", metadata.get("run"));
	}

	@Test
	void whatIsNotMuOfEIsLeftOut() throws IOException {
		final ReferenceLibrary library = read(gzip(HEAD + group("chi", "'is_chi',1") + group("good", "'is_chi',0") +
			"$old_group = 'abcd';\n@args = ('label','half';\n[record]\n" + "$old_group = 'efgh';\n@args = ('label','bare');\n" +
			"[record]\n" + group("odd", "'a',1").replace("'0.1',", "") + group("word", "'a',1").replace("'0.1'", "'none'")));
		assertEquals(List.of("good"), library.spectra().stream().map(Spectrum::name).toList());
		assertEquals(List.of("chi", "abcd", "bare", "odd", "word"), library.leftOut().stream().map(LeftOut::name).toList());
		assertEquals("It is chi(k), not mu(E).", library.leftOut().get(0).reason());
		assertEquals("It has 4 values for 5 energies.", library.leftOut().get(3).reason());
	}

	@Test
	void theJsonKindIsReadInItsOrder() throws IOException {
		final String x = "\"x\": [7100, \"7105\", 7110, 7115, 7120], \"i0\": [1,2,3,4,5], \"y\": [0.1, 0.2, 5e-1, \"1.1\", 1]";
		final String json = "{\"_____header1\": \"# Athena project file -- Demeter version 0.9.20\",\n\"b\": {\"args\": " +
			"[\"label\", \"second\", \"bkg_e0\", \"7112\", \"titles\", [\"t\", null]], " + x + "},\n\"a\": {\"args\": " +
			"{\"label\": \"first\", \"bkg_eshift\": -0.5, \"marked\": true}, " + x + "},\n\"c\": {\"args\": {\"label\": \"nan\"}, " +
			x.replace("0.2", "NaN") + "},\n\"_____order\": [\"a\", \"b\", \"c\"], \"_____journal\": {\"text\": [[]]}}";
		for (final byte[] bytes : List.of(json.getBytes(StandardCharsets.UTF_8), gzip(json))) {
			final ReferenceLibrary library = read(bytes);
			assertEquals(List.of("first", "second"), library.spectra().stream().map(Spectrum::name).toList());
			assertArrayEquals(Y, library.spectra().get(1).values());
			assertEquals("-0.5", library.spectra().get(0).metadata().get("bkg_eshift"));
			assertEquals("7112", library.spectra().get(1).metadata().get("bkg_e0"));
			assertEquals(List.of("nan"), library.leftOut().stream().map(LeftOut::name).toList());
		}
		final String cut = json.substring(0, json.length() - 60);
		assertRefused("cannot be read as an Athena project", cut.getBytes(StandardCharsets.UTF_8));
		assertRefused("nested too deeply", json.replace("[[]]", "[".repeat(100_000)).getBytes(StandardCharsets.UTF_8));
		assertRefused("no JSON project", json.replace("[\"a\", \"b\", \"c\"]", "7").getBytes(StandardCharsets.UTF_8));
	}

	@Test
	void aTruncatedProjectIsRefusedAndSaid() throws IOException {
		final StringBuilder many = new StringBuilder(HEAD);
		for (int i = 0; i < 200; i++) many.append(group("g" + i * 7919L, "'a'," + i * 104729L));
		final byte[] whole = gzip(many.toString());
		assertEquals(200, read(whole).spectra().size());
		assertRefused("truncated", Arrays.copyOf(whole, whole.length / 2));
		assertRefused("truncated", Arrays.copyOf(whole, 15));
		// without compression the groups before the break are whole
		final String text = HEAD + group("one", "'a',1") + group("two", "'a',1").replace("[record]\n", "");
		final ReferenceLibrary library = read(text.getBytes(StandardCharsets.UTF_8));
		assertEquals(1, library.spectra().size());
		assertEquals(List.of(new LeftOut("two", "The project breaks off before its end.")), library.leftOut());
	}

	@Test
	void aSmallFileThatUnpacksToMuchIsRefused() throws IOException {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (OutputStream out = new GZIPOutputStream(bytes)) {
			out.write(HEAD.getBytes(StandardCharsets.UTF_8));
			final byte[] zeros = new byte[1 << 20];
			Arrays.fill(zeros, (byte) ' ');
			for (int i = 0; i < 20; i++) out.write(zeros);
		}
		assertTrue(bytes.size() < 100_000);
		assertRefused("never ends", bytes.toByteArray());
		assertRefused("never ends", gzip(HEAD + "@x = (" + "(".repeat(17 << 20)));
		final ReferenceLibrary deep = read(gzip(HEAD + group("ok", "'a',1") + group("deep", "'a'," + "[".repeat(100_000))));
		assertEquals(1, deep.spectra().size());
		assertEquals(1, deep.leftOut().size());
		assertRefused("holds no Athena project", gzip("7100 1\n7105 2\n"));
		assertThrows(IOException.class, () -> new BoundedInput(new java.io.ByteArrayInputStream(new byte[10]), 9).readAllBytes());
		assertEquals(10, new BoundedInput(new java.io.ByteArrayInputStream(new byte[10]), 10).readAllBytes().length);
	}

	private void assertRefused(final String why, final byte[] bytes) {
		final InputException e = assertThrows(InputException.class, () -> read(bytes));
		assertTrue(e.getMessage().startsWith("x.prj ") && e.getMessage().contains(why), e.getMessage());
	}

	private Spectrum only(final byte[] bytes) throws IOException {
		final ReferenceLibrary library = read(bytes);
		assertEquals(List.of(), library.leftOut());
		assertEquals(1, library.spectra().size());
		return library.spectra().get(0);
	}

	private ReferenceLibrary read(final byte[] bytes) throws IOException {
		return SpectrumFile.library(Files.write(folder.resolve("x.prj"), bytes));
	}

	private static String group(final String label, final String more) {
		return "$old_group = 'abcd';\n@args = ('label','" + label + "'," + more + ");\n" + XY + "@i0 = ('1');\n[record]\n\n";
	}

	private static byte[] gzip(final String text) throws IOException {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (OutputStream out = new GZIPOutputStream(bytes)) {
			out.write(text.getBytes(StandardCharsets.UTF_8));
		}
		return bytes.toByteArray();
	}
}
