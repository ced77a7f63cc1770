// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xanesj.stack.InputException;

class StateTableTest {

	@TempDir
	Path folder;

	private Path file(final String text) throws IOException {
		return Files.writeString(folder.resolve("states.csv"), text);
	}

	private String refusal(final String text) throws IOException {
		final Path file = file(text);
		return assertThrows(InputException.class, () -> StateTable.read(file)).getMessage();
	}

	@Test
	void namesAndNumbersOfAllSeparators() throws IOException {
		final Map<String, Double> states = StateTable.read(file(
			"name, state\r\n# iron\r\nFayalite,2\r\n\"Goethite, \"\"synthetic\"\"\", 3\r\nMagnetite;2.67\r\nFoil\t0\r\n\r\n"));
		assertEquals("{Fayalite=2.0, Goethite, \"synthetic\"=3.0, Magnetite=2.67, Foil=0.0}", states.toString());
	}

	@Test
	void whatIsNoTableIsRefused() throws IOException {
		assertTrue(refusal("Fayalite, 2\nGoethite\n").startsWith("states.csv: \"Goethite\" is not a name and a number."));
		assertTrue(refusal("Fayalite, 2\nGoethite, three\n").contains("Goethite, three"));
		assertTrue(refusal("Fayalite, 2\n, 3\n").contains("\", 3\""));
		assertTrue(refusal("Fayalite, 2\nFayalite, 3\n").startsWith("states.csv names Fayalite twice."));
		assertTrue(refusal("name, state\n").startsWith("states.csv holds no reference"));
		assertTrue(assertThrows(InputException.class, () -> StateTable.read(folder.resolve("none.csv"))).getMessage().contains(
			"is not there"));
	}
}
