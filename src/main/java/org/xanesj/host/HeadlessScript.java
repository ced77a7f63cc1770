// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.host;

import ij.IJ;
import ij.Macro;
import ij.macro.Interpreter;

import java.io.File;
import java.util.LinkedHashMap;
import java.util.Map;

import javax.script.ScriptEngine;
import javax.script.ScriptException;

import org.scijava.Context;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleRunner;
import org.scijava.module.process.ModulePreprocessor;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.PluginService;
import org.scijava.script.ScriptInfo;
import org.scijava.script.ScriptLanguage;
import org.scijava.script.ScriptModule;
import org.scijava.script.ScriptService;

/**
 * A script with {@code #@} parameters, without a display. Its argument fills them: {@code key=value,key2=value2},
 * where a comma starts the next pair only if a name and {@code =} follow it. Parameters without a value keep their
 * default.
 */
final class HeadlessScript {

	private final Context context;
	private final ScriptInfo script;

	private HeadlessScript(final Context context, final File file) {
		this.context = context;
		script = new ScriptInfo(context, file);
		final ScriptLanguage known = context.service(ScriptService.class).getLanguageByExtension("py");
		script.setLanguage(known == null ? jython(context) : known);
	}

	/** @throws RunFailure if the script, or a command that it started, failed */
	static void run(final Context context, final File file, final String argument) throws RunFailure {
		try (StartedCommands commands = new StartedCommands(context)) {
			new HeadlessScript(context, file).run(pairs(argument));
			commands.await();
		}
	}

	private static ScriptLanguage jython(final Context context) {
		final ScriptLanguage jython = new JythonLanguage();
		context.inject(jython);
		return jython;
	}

	/** Runs the script itself, not by its module, which would print an exception and end as if all were well. */
	private void run(final Map<String, String> arguments) throws RunFailure {
		Interpreter.batchMode = true; // images have no windows
		final ScriptModule module = inputs(arguments);
		final ScriptEngine engine = module.getEngine();
		engine.put(ScriptEngine.FILENAME, script.getPath());
		for (final ModuleItem<?> item : script.inputs())
			engine.put(item.getName(), module.getInput(item.getName()));
		try {
			engine.eval(script.getProcessedScript());
		}
		catch (final ScriptException e) {
			throw new RunFailure(message(e), e);
		}
	}

	private ScriptModule inputs(final Map<String, String> arguments) throws RunFailure {
		final ScriptModule module = new ScriptModule(script);
		context.inject(module);
		try {
			arguments.forEach((name, text) -> fill(module, name, text));
			script.inputs().forEach(item -> complete(module, item));
		}
		catch (final IllegalArgumentException e) {
			throw new RunFailure(e.getMessage(), e);
		}
		final ModulePreprocessor refused = new ModuleRunner(context, module, context.service(PluginService.class)
			.createInstancesOfType(PreprocessorPlugin.class), null).preProcess();
		if (refused != null) throw new RunFailure(refused.getCancelReason());
		return module;
	}

	private void fill(final ScriptModule module, final String name, final String text) {
		final ModuleItem<?> item = script.getInput(name);
		if (item == null) throw new IllegalArgumentException(name() + " has no parameter \"" + name +
			"\"\nits #@ lines name them");
		module.setInput(name, ParameterText.parse(item, text));
	}

	/** Gives a parameter that the argument does not name its default: without a display nobody can be asked. */
	private void complete(final ScriptModule module, final ModuleItem<?> item) {
		if (!ParameterText.supports(item)) return;
		final String name = item.getName();
		if (module.getInput(name) == null) module.setInput(name, item.getDefaultValue());
		if (module.getInput(name) == null && item.isRequired()) throw new IllegalArgumentException(name() +
			" needs its parameter \"" + name + "\"\ngive it as " + name + "=value");
		module.resolveInput(name);
	}

	private String name() {
		return new File(script.getPath()).getName();
	}

	static Map<String, String> pairs(final String argument) throws RunFailure {
		final Map<String, String> pairs = new LinkedHashMap<>();
		if (argument.isBlank()) return pairs;
		for (final String pair : argument.split(",(?=\\s*\\w+=)")) {
			final int equals = pair.indexOf('=');
			if (equals < 1) throw new RunFailure("the argument \"" + pair +
				"\" is no key=value\ngive a script's parameters as key=value,key2=value2");
			pairs.put(pair.substring(0, equals).trim(), pair.substring(equals + 1));
		}
		return pairs;
	}

	/** The message of the Java exception at the bottom, a command's own; else Python's line. */
	private static String message(final ScriptException thrown) {
		Throwable deepest = thrown;
		while (deepest.getCause() != null && deepest.getCause() != deepest)
			deepest = deepest.getCause();
		deepest = JythonLanguage.raised(deepest);
		if (deepest instanceof ScriptException || deepest.getClass().getName().startsWith("org.python."))
			return thrown.getMessage();
		if (!Macro.MACRO_CANCELED.equals(deepest.getMessage())) return CommandPlugIn.messageOf(deepest);
		final String reported = IJ.getErrorMessage(); // by IJ.run, whose exception has no message of its own
		return reported == null ? thrown.getMessage() : reported;
	}
}
