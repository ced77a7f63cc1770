// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

class MacroKeysTest {

	@Test
	void keysStandBeforeTheirValues() {
		assertEquals(List.of("stack", "references", "flag", "i0"), MacroKeys.keys(
			"stack=[/a b/c=d.tif] references=/r flag i0= "));
		assertEquals(List.of(), MacroKeys.keys(" "));
	}

	@Test
	void aBracketThatIsNotClosedIsNamed() {
		for (final String options : List.of("references=[/a output=[/b]", "references=[/a b"))
			assertTrue(assertThrows(IllegalArgumentException.class, () -> MacroKeys.keys(options)).getMessage().startsWith(
				"The bracket of [/a"));
	}
}
