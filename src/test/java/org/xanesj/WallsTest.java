// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xanesj.stack.SpectralImage;

/** Which room may know which, and which library stays in which room. */
class WallsTest {

	/** Only what ships: the place that the foundation was compiled to. */
	private static final JavaClasses CLASSES = new ClassFileImporter().importUrl(SpectralImage.class.getProtectionDomain()
		.getCodeSource().getLocation());

	private static final List<String> ALGORITHMS = List.of("prepare", "factor", "cluster", "fit", "edge", "learn");

	/** Rooms from the ground up, each with those it may know. */
	private static final Map<String, List<String>> MAY_KNOW = Map.ofEntries(
		Map.entry("stack", List.of()),
		Map.entry("block", List.of("stack")),
		Map.entry("prepare", List.of("stack", "block")),
		Map.entry("factor", List.of("stack", "block")),
		Map.entry("cluster", List.of("stack", "block")),
		Map.entry("fit", List.of("stack", "block")),
		Map.entry("edge", List.of("stack", "block")),
		Map.entry("learn", List.of("stack", "block")),
		Map.entry("speciate", with(ALGORITHMS, "stack", "block")),
		Map.entry("io", List.of("stack")),
		Map.entry("imagej", List.of("stack")),
		Map.entry("report", with(ALGORITHMS, "stack", "block", "speciate", "io", "imagej")),
		Map.entry("explore", with(ALGORITHMS, "stack", "block", "speciate", "io", "imagej", "report")),
		Map.entry("command", with(ALGORITHMS, "stack", "block", "speciate", "io", "imagej", "report", "explore")),
		Map.entry("host", List.of()),
		Map.entry("spark", with(ALGORITHMS, "stack", "block", "speciate", "io", "imagej", "report", "explore")));

	/** Libraries that only some rooms may use. */
	private static final Map<String, List<String>> LIBRARIES = Map.of(
		"ij..", List.of("imagej", "command", "explore", "host"),
		"java.awt..", List.of("imagej", "command", "explore", "host"),
		"javax.swing..", List.of("imagej", "command", "explore", "host"),
		"io.jhdf..", List.of("io"),
		"loci.poi..", List.of("io"),
		"smile..", List.of("learn"),
		"ai.djl..", List.of("learn.net"),
		"org.apache.spark..", List.of("spark"),
		"org.scijava..", List.of("command", "explore", "host"));

	private static List<String> with(final List<String> rooms, final String... more) {
		final List<String> all = new ArrayList<>(rooms);
		all.addAll(List.of(more));
		return List.copyOf(all);
	}

	static Stream<String> rooms() {
		return MAY_KNOW.keySet().stream();
	}

	static Stream<String> libraries() {
		return LIBRARIES.keySet().stream();
	}

	private static String[] packages(final Stream<String> rooms) {
		return rooms.map(room -> "org.xanesj." + room + "..").toArray(String[]::new);
	}

	@Test
	void everyClassLivesInARoom() {
		final List<String> homeless = CLASSES.stream().filter(c -> rooms().noneMatch(room -> c.getPackageName().startsWith(
			"org.xanesj." + room))).map(c -> c.getName()).toList();
		assertTrue(CLASSES.size() > 20, "classes found: " + CLASSES.size());
		assertTrue(homeless.isEmpty(), homeless.toString());
	}

	@ParameterizedTest
	@MethodSource("rooms")
	void aRoomKnowsOnlyThoseItMay(final String room) {
		final String[] others = packages(rooms().filter(other -> !other.equals(room) && !MAY_KNOW.get(room).contains(other)));
		noClasses().that().resideInAPackage("org.xanesj." + room + "..").should().dependOnClassesThat().resideInAnyPackage(
			others).allowEmptyShould(true).check(CLASSES);
	}

	@ParameterizedTest
	@MethodSource("libraries")
	void aLibraryStaysInItsRooms(final String library) {
		noClasses().that().resideOutsideOfPackages(packages(LIBRARIES.get(library).stream())).should().dependOnClassesThat()
			.resideInAnyPackage(library).check(CLASSES);
	}

	@Test
	void thereAreNoCircles() {
		slices().matching("org.xanesj.(*)..").should().beFreeOfCycles().check(CLASSES);
	}

	/** But for the programs themselves, which are started from a command line. */
	@Test
	void theProductPrintsNothing() {
		noClasses().that().resideOutsideOfPackage("org.xanesj.host..").and().doNotHaveFullyQualifiedName(
			"org.xanesj.spark.SparkSpeciate").should().accessField(System.class, "out").orShould()
			.accessField(System.class, "err").check(CLASSES);
	}

	@Test
	void noFileIsLong() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
			for (final Path file : files.filter(f -> f.toString().endsWith(".java")).toList())
				try (Stream<String> lines = Files.lines(file)) {
					final long count = lines.count();
					assertTrue(count <= 400, file + " has " + count + " lines");
				}
		}
	}
}
