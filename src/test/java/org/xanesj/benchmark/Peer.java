// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import org.xanesj.stack.InputException;

/** The Python program that does the same work, as a process that lives as long as the benchmark. */
final class Peer implements AutoCloseable {

	private final Process process;
	private final PrintStream requests;
	private final BufferedReader replies;
	private final JsonObject about;

	private Peer(final Process process) throws IOException {
		this.process = process;
		requests = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
		replies = process.inputReader(StandardCharsets.UTF_8);
		about = ask(request("hello"));
	}

	/**
	 * @param script of the peer
	 * @param threads that its libraries may use
	 * @throws InputException when there is no Python, or it ends at once
	 */
	static Peer start(final Path script, final int threads) {
		final String python = Optional.ofNullable(System.getenv("XANESJ_PYTHON")).orElse("/usr/bin/python3");
		final ProcessBuilder builder = new ProcessBuilder(python, script.toString());
		builder.redirectError(ProcessBuilder.Redirect.INHERIT);
		for (final String library : new String[] { "OMP", "OPENBLAS", "MKL" }) builder.environment().put(library +
			"_NUM_THREADS", String.valueOf(threads));
		builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
		try {
			return new Peer(builder.start());
		}
		catch (final IOException e) {
			throw new InputException(python + " could not be run: " + e.getMessage(),
				"Install Python 3 with the packages that scripts/benchmark names, or name another in XANESJ_PYTHON.", e);
		}
	}

	private static JsonObject request(final String what) {
		final JsonObject request = new JsonObject();
		request.addProperty("do", what);
		return request;
	}

	private JsonObject ask(final JsonObject request) throws IOException {
		requests.println(request);
		final String line = replies.readLine();
		if (line == null) throw new IOException("The Python program ended: see above.");
		final JsonObject reply = JsonParser.parseString(line).getAsJsonObject();
		final JsonElement error = reply.get("error");
		if (error != null) throw new IOException("The Python program failed: " + error.getAsString());
		return reply;
	}

	/** @return the version of each module that is there, and of Python */
	JsonObject versions() {
		return about.getAsJsonObject("versions");
	}

	/** @return the modules that are not there, with Debian's package of each */
	JsonObject missing() {
		return about.getAsJsonObject("missing");
	}

	/** @return numpy's matrix library and the kernels it chose; empty when not known */
	String blas() {
		return about.get("blas").getAsString();
	}

	/** @return which way it takes */
	String prepare(final JsonObject step) throws IOException {
		step.addProperty("do", "prepare");
		return ask(step).get("note").getAsString();
	}

	/** @return seconds */
	double run() throws IOException {
		return ask(request("run")).get("seconds").getAsDouble();
	}

	/** @return the result of the last run, by files in this folder */
	Answer answer(final Path folder) throws IOException {
		final JsonObject request = request("answer");
		request.addProperty("folder", folder.toString());
		return new Answer(ask(request).getAsJsonObject("arrays"));
	}

	void forget() throws IOException {
		ask(request("forget"));
	}

	@Override
	public void close() {
		requests.close();
		process.destroy();
	}
}
