// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SdfHeaderTest {

	@Test
	void blocksListsWordsAndTextsNest() {
		final SdfHeader.Block header =
			SdfHeader.parse("\r\nA = { B = \"x; y = {1}\"; C = (2, 1.5, -2e3); D = {E = two words;};};" +
			" L = (2,\n{ N = 1;},\n{ N = 2;});\n F=-0;");
		final SdfHeader.Block a = header.block("A");
		assertEquals("x; y = {1}", a.text("B"));
		assertArrayEquals(new double[] { 1.5, -2000 }, a.numbers("C"), 0);
		assertEquals("two words", a.block("D").text("E"));
		assertEquals(2, header.items("L").size());
		assertTrue(header.items("L").get(1) instanceof SdfHeader.Block second && second.text("N").equals("2"));
		assertEquals("-0", header.text("F"));
		assertEquals("", header.text("missing"));
	}

	@Test
	void theFirstOfOneNameCountsAndStrayBracesInListsAreSkipped() {
		final SdfHeader.Block header = SdfHeader.parse("A = 1; A = 2; P = (2, 3, 4});");
		assertEquals("1", header.text("A"));
		assertArrayEquals(new double[] { 3, 4 }, header.numbers("P"), 0);
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = '|', value = { "A = { B = 1; | '}' is missing",
		"A = (2, 1, | it ends within a list", "A = \"open; | a quotation mark is not closed",
			"A = 1; } B = 2; | '}' without '{'", "A B; | '=' is missing after 'A B'",
			"A = ; | a value is missing before ';'", "A = | it ends too early" }) void whatIsWrongIsSaid(
			final String text, final String wrong) {
		final String message = assertThrows(IllegalArgumentException.class, () -> SdfHeader.parse(text)).getMessage();
		assertEquals("line 1: " + wrong, message);
	}

	@Test
	void listsAreHeldToTheirCount() {
		final SdfHeader.Block header = SdfHeader.parse("A = (3, 1, 2); B = (1, one); C = (0); D = ();");
		assertEquals("the list 'A' holds 2 items and announces 3", assertThrows(IllegalArgumentException.class,
			() -> header.numbers("A")).getMessage());
		assertEquals("'B' holds 'one', which is no number", assertThrows(IllegalArgumentException.class,
			() -> header.numbers("B")).getMessage());
		assertEquals(0, header.numbers("C").length);
		assertThrows(IllegalArgumentException.class, () -> header.items("D"));
		assertThrows(IllegalArgumentException.class, () -> header.items("missing"));
		assertThrows(IllegalArgumentException.class, () -> header.block("A"));
	}
}
