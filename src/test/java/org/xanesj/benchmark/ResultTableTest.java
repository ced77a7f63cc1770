// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultTableTest {

	@TempDir
	Path folder;

	private static ResultTable table(final Row... rows) {
		return new ResultTable("2026-01-01", "a \"good\" machine", "copy 30 GB/s", "4 x 4 x 5", List.of(rows));
	}

	@Test
	void aTargetSaysByHowMuchItWasMissed() {
		assertEquals("met", Target.ratio(50).verdict(50, 1));
		assertEquals("missed by 20 %", Target.ratio(50).verdict(40, 1));
		assertEquals("met", Target.seconds(15).verdict(Double.NaN, 14.9));
		assertEquals("missed by 3.5 s", Target.seconds(15).verdict(Double.NaN, 18.5));
		assertEquals("", Target.NONE.verdict(0, 0));
	}

	@Test
	void ratiosAreThoseOfPairsOfRuns() {
		assertEquals("2.50 (1.00 to 4.00)", Spread.of(4, 1, 3, 2).text(""));
		assertEquals("0.0123", Spread.number(0.01234));
		assertEquals("1234", Spread.number(1234.4));
	}

	@Test
	void programsReadQuotedFields() {
		final String[] lines = table(Row.without("PCA", Target.ratio(3.5), "left out", "apt install a, b")).csv().split(
			"\r\n");
		assertEquals(2, lines.length);
		assertTrue(lines[1].startsWith("\"2026-01-01\",\"a \"\"good\"\" machine\",\"copy 30 GB/s\",\"PCA\",,,,,,,,,,\"≥ 3.50\","),
			lines[1]);
		assertEquals(lines[0].split(",").length - 1, lines[1].replace("a, b", "a b").chars().filter(c -> c == ',').count());
	}

	@Test
	void answersThatDifferAreNotTimed() {
		assertEquals("amounts: 1.0e-06, at most 1e-05", Disagreement.unless("amounts", 1e-6, 1e-5));
		assertThrows(Disagreement.class, () -> Disagreement.unless("amounts", 2e-5, 1e-5));
		assertThrows(Disagreement.class, () -> Disagreement.unless("amounts", Differences.of(1, Float.NaN), 1e-5));
	}

	@Test
	void theTableTakesItsPlaceInTheReadme() throws IOException {
		final Path readme = Files.copy(Path.of("README.md"), folder.resolve("README.md"));
		ReadmeTable.replace(readme, table(Row.alone("A step", Spread.of(1), Target.NONE, "")).summary());
		final String text = Files.readString(readme);
		assertTrue(text.contains("| A step | 1.00 s |  |  |  |  |\n"), text);
		ReadmeTable.replace(readme, "");
		assertTrue(!Files.readString(readme).contains("A step") && text.startsWith("# XanesJ"));
		Files.writeString(readme, "no place");
		assertThrows(IOException.class, () -> ReadmeTable.replace(readme, ""));
	}
}
