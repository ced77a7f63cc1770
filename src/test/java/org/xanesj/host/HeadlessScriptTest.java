// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jython scripts without a display. */
class HeadlessScriptTest {

	private static final String RUN_ECHO = "#@ CommandService command\n#@ File result\n" +
		"#@ String (label=\"Method\", value=\"area\") method\n#@ int (value=4) components\n" +
		"inputs = ['method', method, 'components', components]\n" +
		"module = command.run('org.xanesj.host.EchoCommand', True, inputs).get()\n" +
		"out = open(str(result), 'w')\nout.write(str(module.getOutput('echo').getTitle()))\nout.close()\n";

	private static final String UNKNOWN_METHOD = "method = \"x\" is not known\ngive larch, pre-edge, area or none";

	@TempDir
	Path folder;

	@BeforeAll
	static void skipWithDisplay() {
		assumeTrue(GraphicsEnvironment.isHeadless(), "skipped: there is a display, and these are scripts without one");
		XanesJ.registerCommands();
	}

	private void run(final String script, final String argument) throws IOException, RunFailure {
		HeadlessScript.run(SuiteContext.get(), Files.writeString(folder.resolve("a script.py"), script).toFile(),
			argument);
	}

	private String failure(final String script, final String argument) {
		return assertThrows(RunFailure.class, () -> run(script, argument)).getMessage();
	}

	@Test
	void parametersHaveDefaultsAndTheArgumentSetsThem() throws IOException, RunFailure {
		final Path result = folder.resolve("result.txt");
		run(RUN_ECHO, "result=" + result);
		assertTrue(Files.readString(result).contains(" method=area components=4 reference_energy=7112.5 e0=0.0"));
		run(RUN_ECHO, "components=5,method=larch,result=" + result);
		assertTrue(Files.readString(result).contains(" method=larch components=5 "));
	}

	@Test
	void aFailingCommandFailsTheScriptWithItsMessage() {
		assertEquals(UNKNOWN_METHOD, failure(RUN_ECHO, "method=x,result=" + folder.resolve("never.txt")));
	}

	@Test
	void aCancelledCommandFailsTheScript() {
		assertEquals("thirteen components bring bad luck", failure("#@ CommandService command\n" +
			"command.run('org.xanesj.host.EchoCommand', True, ['components', 13]).get()\n", ""));
	}

	@Test
	void aScriptMayGoOnAfterAFailureAndFailsAtItsEnd() throws IOException {
		final Path after = folder.resolve("after.txt");
		assertEquals(UNKNOWN_METHOD, failure("#@ CommandService command\ntry:\n" +
			"  command.run('org.xanesj.host.EchoCommand', True, ['method', 'x']).get()\n" +
			"except:\n  open('" + after + "', 'w').close()\n", ""));
		assertTrue(Files.exists(after));
	}

	@Test
	void aScriptThatDoesNotAskHowACommandWentFailsWithIt() {
		assertEquals(UNKNOWN_METHOD, failure(
			"#@ CommandService command\ncommand.run('org.xanesj.host.EchoCommand', True, ['method', 'x'])\n", ""));
	}

	@Test
	void pythonErrorsFail() {
		assertTrue(failure("x = 1\nprint(undefined_name)\n", "").contains("undefined_name"));
		assertTrue(failure("def f(:\n", "").contains("SyntaxError"));
		assertTrue(failure("from ij import IJ\nIJ.run('Echo Test...', 'method=x')\n", "").contains("method = \"x\""));
	}

	@Test
	void aJavaExceptionRaisedByTheScriptIsItsMessage() {
		assertEquals("1 of 2 stacks failed\nb.tif: no", failure(
			"from java.lang import RuntimeException\nraise RuntimeException('1 of 2 stacks failed\\nb.tif: no')\n", ""));
	}

	@Test
	void argumentsThatFitNoParameterFail() {
		assertTrue(failure(RUN_ECHO, "methods=x").startsWith("a script.py has no parameter \"methods\""));
		assertTrue(failure(RUN_ECHO, "x").startsWith("the argument \"x\" is no key=value"));
		assertTrue(failure("#@ File needed\nprint(needed)\n", "").contains("needs its parameter \"needed\""));
	}

	@Test
	void commasInValuesDoNotEndThem() throws RunFailure {
		assertEquals(Map.of("exclude", "7120-7121,7150", "out", "/a b, c/d"), HeadlessScript.pairs(
			"exclude=7120-7121,7150,out=/a b, c/d"));
		assertEquals(Map.of(), HeadlessScript.pairs(""));
	}
}
