// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

import org.junit.jupiter.api.Test;

class CsvTest {

	@Test
	void quotesEmptyFieldsAndNumbersAreThoseOfTheStandard() {
		final Locale before = Locale.getDefault();
		try {
			Locale.setDefault(Locale.GERMANY);
			final Csv csv = new Csv("name", "a", "b", "c").row("Fe, \"metal\"", 0.1, Double.NaN, true).row("µ", 1e-9, 7112.5f, null)
				.row("", 3, -0.0, 0.30000000000000004);
			assertEquals("name,a,b,c\r\n\"Fe, \"\"metal\"\"\",0.1,,true\r\nµ,1E-9,7112.5,\r\n,3,0,0.3\r\n", new String(csv
				.bytes(), StandardCharsets.UTF_8));
		}
		finally {
			Locale.setDefault(before);
		}
	}

	@Test
	void aRowOfAnotherLengthIsRefused() {
		assertThrows(IllegalArgumentException.class, () -> new Csv("a", "b").row(1));
	}
}
