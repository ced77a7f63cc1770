// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.xanesj.SmallStack;
import org.xanesj.host.HeadlessMacro;
import org.xanesj.host.RunFailure;

/** Macros on small stacks in a folder of their own, and what comes of them. */
final class SpeciateMacro {

	/** Nothing is active that an earlier macro left. */
	private static final String CLEAN = "while (nImages > 0) close(); ";

	final Path folder;
	final Path references;
	final Path stack;
	private int runs;

	/** Writes a good stack of two species, {@code small.tif}, and their two references. */
	SpeciateMacro(final Path folder) throws IOException {
		this.folder = folder;
		references = SmallStack.writeReferences(folder.resolve("references"));
		stack = SmallStack.writeTiff(folder.resolve("small.tif"), SmallStack.halves());
	}

	/** What a run of the main job left. */
	record Outcome(Path output, String log) {

		JsonObject run() throws IOException {
			return JsonParser.parseString(Files.readString(output.resolve("run.json"))).getAsJsonObject();
		}

		List<String> assumptions() throws IOException {
			final List<String> texts = new ArrayList<>();
			for (final JsonElement text : run().getAsJsonArray("assumptions")) texts.add(text.getAsString());
			return texts;
		}

		/** @return the lines of a table, the header first */
		List<String> table(final String name) throws IOException {
			return Files.readAllLines(output.resolve(name));
		}

		/** @return the last column of {@code clusters.csv} */
		List<String> species() throws IOException {
			return table("clusters.csv").stream().skip(1).map(line -> line.substring(line.lastIndexOf(',') + 1)).toList();
		}
	}

	/** Runs the main job with the two references on a stack, with more keys. */
	Outcome speciate(final Path image, final String more) throws RunFailure {
		return run("stack=[" + image + "] references=[" + references + "] " + more);
	}

	/** Runs the main job with these keys into a new folder. */
	Outcome run(final String keys) throws RunFailure {
		final Path output = folder.resolve("output-" + ++runs);
		return new Outcome(output, log(job(keys, output)));
	}

	/**
	 * Runs the main job with these keys, which must be refused, and nothing written: neither a new folder made nor an old
	 * result touched.
	 *
	 * @return the whole message, DIR for the folder
	 */
	String refusal(final String keys) throws IOException {
		final Path fresh = folder.resolve("never-made");
		final String message = failure(job(keys, fresh));
		assertFalse(Files.exists(fresh), "a folder was made");
		final Path old = Files.createDirectories(folder.resolve("old"));
		Files.writeString(old.resolve("run.json"), "an older result");
		assertEquals(message, failure(job(keys, old)));
		try (Stream<Path> files = Files.list(old)) {
			assertEquals(List.of(old.resolve("run.json")), files.toList(), "an old result was touched");
		}
		assertEquals("an older result", Files.readString(old.resolve("run.json")));
		return message;
	}

	/** @return what {@link #refusal(String)} says of a stack with the two references and more keys */
	String refusal(final Path image, final String more) throws IOException {
		return refusal("stack=[" + image + "] references=[" + references + "] " + more);
	}

	/** @return the whole message of a macro that must fail, DIR for the folder */
	String failure(final String macro) {
		final RunFailure failure = assertThrows(RunFailure.class, () -> log(macro));
		assertFalse(failure.getMessage().lines().count() > 3, failure.getMessage());
		return failure.getMessage().replace(folder.toString(), "DIR");
	}

	/** @return what the macro printed */
	String log(final String macro) throws RunFailure {
		final PrintStream out = System.out;
		final ByteArrayOutputStream printed = new ByteArrayOutputStream();
		System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
		try {
			HeadlessMacro.run("bad.ijm", CLEAN + macro, "");
		}
		finally {
			System.setOut(out);
		}
		return printed.toString(StandardCharsets.UTF_8);
	}

	private static String job(final String keys, final Path output) {
		return "run(\"Speciate XANES...\", \"" + keys + " output=[" + output + "]\");";
	}

	/** @return the message of a refusal: what is wrong, what to do, and where in the macro */
	static String message(final String problem, final String remedy) {
		return problem + "\n" + remedy + "\nin line 1 of bad.ijm";
	}
}
