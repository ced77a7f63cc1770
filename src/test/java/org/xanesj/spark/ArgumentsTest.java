// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xanesj.stack.InputException;

class ArgumentsTest {

	private static final List<String> KEYS = List.of("stack", "output", "clusters", "max_species", "fit_from",
		"sum_to_one");

	private static Arguments of(final String... words) {
		return new Arguments(List.of(words), KEYS);
	}

	@Test
	void bothWaysToWriteAKey() {
		final Arguments arguments = of("--stack", "/a b/c=d.h5", "--output=/out=1", "--clusters", "-4", "--fit_from=7112.5",
			"--sum_to_one", "FALSE");
		assertEquals("/a b/c=d.h5", arguments.required("stack", "it"));
		assertEquals("/out=1", arguments.text("output", ""));
		assertEquals(-4, arguments.whole("clusters", 0, Integer.MAX_VALUE));
		assertEquals(7112.5, arguments.number("fit_from", 0));
		assertEquals(false, arguments.truth("sum_to_one", true));
	}

	@Test
	void whatIsNotGivenIsAsItWas() {
		assertEquals("x", of().text("output", "x"));
		assertEquals(3, of().whole("max_species", 3, 9));
		assertEquals(0.5, of().number("fit_from", 0.5));
		assertEquals(true, of().truth("sum_to_one", true));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {
		"--clutsers 4 | --clutsers is not known. Is --clusters meant?",
		"--max-species 4 | --max-species is not known. Is --max_species meant?",
		"--add_rois true | --add_rois is not known.",
		"--clusters | --clusters has no value.",
		"--clusters --stack a | --clusters has no value.",
		"out --stack a | out stands alone: it is no --key.",
		"--stack=a --stack b | --stack is given twice.",
	})
	void whatCannotBeUnderstood(final String line, final String problem) {
		assertEquals(problem, assertThrows(InputException.class, () -> of(line.split(" "))).getMessage().lines().findFirst()
			.orElseThrow());
	}

	@Test
	void valuesOfTheWrongKind() {
		final Arguments arguments = of("--clusters=2.5", "--max_species=3000000000", "--fit_from=7e3eV", "--sum_to_one=yes",
			"--stack= ");
		assertEquals("--clusters=2.5 is not a whole number up to 2147483647.\nGive one.", assertThrows(InputException.class,
			() -> arguments.whole("clusters", 0, Integer.MAX_VALUE)).getMessage());
		assertThrows(InputException.class, () -> arguments.whole("max_species", 0, Integer.MAX_VALUE));
		assertEquals("--fit_from=7e3eV is not a number.\nGive one, with a dot as the decimal point.", assertThrows(
			InputException.class, () -> arguments.number("fit_from", 0)).getMessage());
		assertEquals("--sum_to_one=yes is neither true nor false.\nGive true or false.", assertThrows(InputException.class,
			() -> arguments.truth("sum_to_one", true)).getMessage());
		assertEquals("--stack is missing.\nGive a file: --stack PATH.", assertThrows(InputException.class, () -> arguments
			.required("stack", "a file")).getMessage());
	}
}
