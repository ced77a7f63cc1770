// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.macro.Interpreter;

import java.awt.GraphicsEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commands in macros without a display: the keys, the values, the images and the errors. */
class HeadlessMacroTest {

	private static final String DEFAULTS = "path= output= method=pre-edge components=3 reference_energy=7112.5 " +
		"e0=0.0 sum_to_one=true seed=1 model=null";

	private static final String UNKNOWN_METHOD = "method = \"gauss\" is not known\ngive larch, pre-edge, area or none";

	@BeforeAll
	static void registerCommands() {
		assumeTrue(GraphicsEnvironment.isHeadless(), "skipped: there is a display, and these are macros without one");
		XanesJ.registerCommands();
	}

	private static String title(final String options) throws RunFailure {
		return HeadlessMacro.run("test.ijm", "run(\"Echo Test...\", \"" + options + "\"); return getTitle();", "");
	}

	private static String failure(final String macro) {
		return assertThrows(RunFailure.class, () -> HeadlessMacro.run("test.ijm", macro, "")).getMessage();
	}

	@ParameterizedTest
	@CsvSource({ "path=/a/b.hdr, path=, path=/a/b.hdr", "path=[/a b/c d.hdr], path=, path=/a b/c d.hdr",
		"components=7, components=3, components=7", "components=7.0, components=3, components=7",
		"e0=7120, e0=0.0, e0=7120.0", "reference_energy=7000.25, reference_energy=7112.5, reference_energy=7000.25",
		"sum_to_one=false, sum_to_one=true, sum_to_one=false", "sum_to_one=true, nothing, nothing",
		"sum_to_one, nothing, nothing", "seed=9007199254740993, seed=1, seed=9007199254740993",
		"method=area, method=pre-edge, method=area", "model=[/m n.json], model=null, model=/m n.json" })
	void keysSetFieldsAndTheOthersKeepTheirDefaults(final String options, final String before, final String after)
		throws RunFailure
	{
		assertEquals(DEFAULTS.replaceFirst("(^| )" + before + "(?= |$)", "$1" + after), title(options));
	}

	@Test
	void aKeyThatTheCommandDoesNotHaveIsNamed() {
		final String said = assertThrows(RunFailure.class, () -> title("methods=x")).getMessage();
		assertTrue(said.startsWith("methods is no key of Echo Test.\nIts keys are: "), said);
	}

	@Test
	void aCommandWithoutOptionsTakesItsDefaults() throws RunFailure {
		assertEquals(DEFAULTS, HeadlessMacro.run("test.ijm", "run(\"Echo Test...\"); return getTitle();", ""));
	}

	@Test
	void anOutputImageIsListedOnce() throws RunFailure {
		assertEquals("2", HeadlessMacro.run("test.ijm",
			"n = nImages; run(\"Echo Test...\"); run(\"Echo Test...\", \"seed=2\"); return \"\" + nImages - n;", ""));
	}

	@Test
	void theActiveImageIsTheInput() throws RunFailure {
		assertEquals("a stack x2", HeadlessMacro.run("test.ijm",
			"newImage(\"a stack\", \"32-bit\", 4, 4, 3); run(\"Image Test...\"); return getTitle();", ""));
	}

	@Test
	void theMacroMayNameTheImage() throws RunFailure {
		assertEquals("first x5", HeadlessMacro.run("test.ijm", "newImage(\"first\", \"8-bit\", 4, 4, 1);" +
			"id = getImageID(); newImage(\"second\", \"8-bit\", 4, 4, 1);" +
			"run(\"Image Test...\", \"input=first factor=5\");" +
			"selectImage(id); return getTitle();", ""));
	}

	@Test
	void imageJRunOutsideAMacro() {
		final ImagePlus image = new ImagePlus("given", new ij.process.ByteProcessor(2, 2));
		IJ.run(image, "Image Test...", "factor=4");
		assertEquals("given x4", image.getTitle());
	}

	@Test
	void noImageIsSaidClearly() {
		assertEquals("There are no images open: Image Test works on the active image\n" +
			"open a stack first, with Open Energy Stack...\nin line 1 of test.ijm", failure(
				"close(\"*\"); run(\"Image Test...\");"));
	}

	@Test
	void anUnknownChoiceGivesTheCommandsOwnMessage() {
		assertEquals(UNKNOWN_METHOD + "\nin line 2 of test.ijm", failure(
			"x = 1;\nrun(\"Echo Test...\", \"method=gauss\");\nprint(\"never\");"));
	}

	@Test
	void aValueOfTheWrongTypeNamesItsKey() {
		assertTrue(failure("run(\"Echo Test...\", \"components=many\");").startsWith(
			"components = \"many\" is not a number\n"));
		assertTrue(failure("run(\"Echo Test...\", \"components=2.5\");").startsWith(
			"components = \"2.5\" is not a whole number\n"));
		assertTrue(failure("run(\"Echo Test...\", \"sum_to_one=yes\");").startsWith(
			"sum_to_one = \"yes\" is neither true nor false\n"));
	}

	@Test
	void aCancelledCommandEndsTheMacroWithItsReason() {
		assertTrue(failure("run(\"Echo Test...\", \"components=13\");").startsWith(
			"thirteen components bring bad luck\n"));
	}

	@Test
	void nothingRunsAfterAFailure(@TempDir final Path folder) {
		final Path file = folder.resolve("after.txt");
		failure("function f() { run(\"Echo Test...\", \"method=x\"); }\nfor (i = 0; i < 3; i++) { f(); }\n" +
			"File.saveString(\"x\", \"" + file.toString().replace('\\', '/') + "\");");
		assertTrue(Files.notExists(file));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "x = undefined + 1;|Undefined variable",
		"run(\"No Such Command\");|Unrecognized",
		"exit(\"no spectra today\");|no spectra today", "if (true) exit (\"bad\");|bad",
		"waitForUser(\"hello\");|needs a display",
		"newImage(\"a\", \"8-bit\", 9, 9, 1); run(\"Duplicate...\", \"title=b\");|needs a display",
		"open(\"/no/such/file.tif\");|no/such/file.tif" })
	void macroErrorsFail(final String macro, final String message) {
		assertTrue(failure(macro).contains(message), () -> failure(macro));
	}

	@Test
	void exitWithoutAWordIsNoFailure() throws RunFailure {
		assertNull(HeadlessMacro.run("test.ijm", "print(\"done\");\nexit();\nrun(\"No Such Command\");", ""));
	}

	@Test
	void theArgumentReachesTheMacro() throws RunFailure {
		assertEquals("a b,c", HeadlessMacro.run("test.ijm", "return getArgument();", "a b,c"));
	}

	@Test
	void imageJsOwnCommandsWithoutDialogsWork(@TempDir final Path folder) throws RunFailure {
		final String png = folder.resolve("a b.png").toString().replace('\\', '/');
		HeadlessMacro.run("test.ijm", "newImage(\"a\", \"8-bit ramp\", 9, 9, 1); run(\"32-bit\"); run(\"8-bit\");" +
			"run(\"Flip Horizontally\"); saveAs(\"PNG\", \"" + png + "\");", "");
		assertTrue(Files.exists(Path.of(png)));
	}

	@Test
	void aPlainInterpreterLearnsOfAFailureToo() {
		final Interpreter interpreter = new Interpreter();
		interpreter.setIgnoreErrors(true);
		interpreter.run("run(\"Echo Test...\", \"method=gauss\");", "");
		assertEquals(UNKNOWN_METHOD, interpreter.getErrorMessage());
	}
}
