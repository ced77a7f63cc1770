// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where and when the numbers were measured. */
final class Machine {

	private Machine() {}

	/** @return processor, cores, Java, and the peer's versions */
	static String text(final Peer peer) {
		final String versions = peer.versions().entrySet().stream().map(v -> v.getKey() + " " + v.getValue().getAsString())
			.collect(Collectors.joining(", "));
		return processor() + ", " + Runtime.getRuntime().availableProcessors() + " threads; " + System.getProperty(
			"java.vm.name") + " " + Runtime.version() + "; " + versions + (peer.blas().isEmpty() ? "" : "; " + peer.blas());
	}

	static String date() {
		return LocalDate.now().toString();
	}

	private static String processor() {
		final Path info = Path.of("/proc/cpuinfo");
		if (Files.isReadable(info)) try (Stream<String> lines = Files.lines(info)) {
			return lines.filter(l -> l.startsWith("model name")).findFirst().map(l -> l.replaceFirst(".*:\\s*", "")).orElse(
				System.getProperty("os.arch"));
		}
		catch (final IOException e) {
			// then by its kind only
		}
		return System.getProperty("os.name") + " " + System.getProperty("os.arch");
	}
}
