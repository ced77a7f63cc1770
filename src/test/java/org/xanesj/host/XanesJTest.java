// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ij.IJ;
import ij.ImagePlus;

import java.awt.GraphicsEnvironment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code --headless} ends with: its status and its standard error; and files opened by SciJava's readers. */
class XanesJTest {

	@TempDir
	Path folder;

	private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

	@BeforeAll
	static void skipWithDisplay() {
		assumeTrue(GraphicsEnvironment.isHeadless(), "skipped: there is a display, and this is without one");
	}

	private Path write(final String name, final String text) throws IOException {
		return Files.writeString(folder.resolve(name), text);
	}

	private int status(final String... arguments) {
		return XanesJ.headless(arguments, new PrintStream(errors, true));
	}

	private List<String> errorLines() {
		return errors.toString().lines().toList();
	}

	@Test
	void successIsStatusZeroAndSilent() throws IOException {
		assertEquals(0, status("--headless", write("a b.ijm", "run(\"Echo Test...\", \"components=5\");").toString()));
		assertEquals(0, status("--headless", write("a.py", "x = 1\n").toString(), ""));
		assertEquals(List.of(), errorLines());
	}

	@Test
	void aFailingCommandIsStatusOneWithItsMessage() throws IOException {
		assertEquals(1, status("--headless", write("a.ijm", "\nrun(\"Echo Test...\", \"method=x\");").toString()));
		assertEquals(List.of("method = \"x\" is not known", "give larch, pre-edge, area or none", "in line 2 of a.ijm"),
			errorLines());
	}

	@Test
	void aFailingScriptIsStatusOneWithItsMessage() throws IOException {
		assertEquals(1, status("--headless", write("a.py", "undefined()\n").toString()));
		assertEquals(1, errorLines().size());
		assertTrue(errorLines().get(0).startsWith("NameError"), errorLines().get(0));
	}

	@Test
	void whatCannotBeRunIsStatusOne() throws IOException {
		assertEquals(1, status("--headless", "/no/such.ijm"));
		assertEquals(1, status("--headless", write("a.js", "").toString()));
		assertEquals(1, status("--headless"));
		assertEquals(1, status("--help"));
		assertEquals(List.of("/no/such.ijm: there is no such file", "give a macro (.ijm) or a script (.py)",
			"a.js is neither a macro (.ijm) nor a Jython script (.py)", "rename it if it is one of them"), errorLines()
				.subList(0, 4));
		assertEquals(2, errorLines().stream().filter(line -> line.startsWith("usage: ")).count());
	}

	@Test
	void eagerReadersOpenFiles() throws IOException {
		final String path = write("a stack.xtest", "x").toString().replace('\\', '/');
		final Path macro = write("open.ijm", "open(\"" + path + "\");" +
			"if (getTitle() != \"a stack.xtest\") exit(\"no image\");" +
			"if (Property.getSliceLabel(2) != \"7112.00 eV\") exit(\"no label\");" +
			"saveAs(\"tiff\", getArgument());");
		final String out = folder.resolve("out.tif").toString();
		assertEquals(0, status("--headless", macro.toString(), out), () -> "" + errorLines());
		final ImagePlus saved = IJ.openImage(out);
		assertEquals("7112.00 eV", saved.getStack().getSliceLabel(2));
		assertEquals("Fe", saved.getProp("element"));
		assertEquals("micron", saved.getCalibration().getUnit());
		assertNotNull(IJ.openImage(path));
	}

	@Test
	void aFileThatAnEagerReaderCannotReadEndsTheMacroWithItsMessage() throws IOException {
		final String path = write("nothing.xtest", "").toString().replace('\\', '/');
		final Path macro = write("open.ijm", "open(\"" + path + "\"); print(\"never\");");
		assertEquals(1, status("--headless", macro.toString()));
		assertEquals(List.of("nothing.xtest is empty", "give another file", "in line 1 of open.ijm"), errorLines());
	}
}
