// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonObject;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.plugin.Parameter;
import org.xanesj.block.LocalRunner;
import org.xanesj.block.Progress;
import org.xanesj.block.Runner;
import org.xanesj.command.SpeciateXanes;
import org.xanesj.phantom.VolumePhantom;
import org.xanesj.report.RunRequest;
import org.xanesj.report.SpeciationFiles;
import org.xanesj.report.StackFile;
import org.xanesj.speciate.Findings;
import org.xanesj.speciate.Speciate;

/** The whole job on Spark: the files that threads of this machine write from the stack in memory. */
class SparkSpeciateTest {

	private static final Path IMAGES = Path.of("test-images").toAbsolutePath();

	/** They name their folder and the time they took. */
	private static final Set<String> TELL_THE_TIME = Set.of("run.json", "report.html");

	@TempDir
	Path folder;

	private final ByteArrayOutputStream said = new ByteArrayOutputStream();
	private final ByteArrayOutputStream complaints = new ByteArrayOutputStream();

	private int run(final String... words) {
		return new SparkSpeciate(new PrintStream(said, true, StandardCharsets.UTF_8), new PrintStream(complaints, true,
			StandardCharsets.UTF_8)).run(words);
	}

	private String complaint() {
		return complaints.toString(StandardCharsets.UTF_8).replace("\r", "").replace(folder.toString(), "DIR");
	}

	/** What the command does, without its windows. */
	private static void locally(final RunRequest request, final Path output) throws IOException {
		final StackFile stack = StackFile.find(Path.of(request.stack()), Optional.empty()).orElseThrow();
		final Runner runner = new LocalRunner(2, Progress.NONE);
		final Findings found = Speciate.find(request.sample(stack.open()), request.options(), runner);
		new SpeciationFiles(found, request.inputs(stack.energies(), found.options().mode()), runner).writeTo(Files
			.createDirectory(output));
	}

	private void assertSameFiles(final String... words) throws IOException {
		final Path local = folder.resolve("local"), spark = folder.resolve("spark");
		locally(RequestWords.request(new Arguments(Stream.concat(Arrays.stream(words), Stream.of("--output=" + local)).toList(),
			RequestWords.KEYS)), local);
		assertEquals(0, run(Stream.concat(Arrays.stream(words), Stream.of("--output=" + spark, "--master=local[2]")).toArray(
			String[]::new)), this::complaint);
		assertEquals(files(local), files(spark));
		for (final String file : files(local)) if (!TELL_THE_TIME.contains(file)) assertArrayEquals(Files.readAllBytes(local
			.resolve(file)), Files.readAllBytes(spark.resolve(file)), file);
		assertEquals(record(local), record(spark));
		assertTrue(said.toString(StandardCharsets.UTF_8).contains("XanesJ: The results are in " + spark));
	}

	private static Set<String> files(final Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(Files::isRegularFile).map(file -> folder.relativize(file).toString()).collect(Collectors
				.toSet());
		}
	}

	private static JsonObject record(final Path folder) throws IOException {
		final JsonObject run = new Gson().fromJson(Files.readString(folder.resolve("run.json")), JsonObject.class);
		run.remove("seconds");
		run.remove("macro");
		run.getAsJsonObject("parameters").remove("output");
		return run;
	}

	@Test
	void aVolumeInBlocksOfZ() throws IOException {
		VolumePhantom.write(folder.resolve("volume"), new VolumePhantom.Size(64, 48, 6, 50, 2, true));
		assertSameFiles("--stack", folder.resolve("volume").toString(), "--references=" + folder.resolve("volume/references"),
			"--clusters", "4");
	}

	@Test
	void countsTheClassicWay() throws IOException {
		assertSameFiles("--stack", IMAGES.resolve("iron-l/iron-l.tif").toString(), "--references=" + IMAGES.resolve(
			"iron-l/references"), "--i0", IMAGES.resolve("iron-l/i0.txt").toString(), "--fit=normalized", "--seed=7");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {
		"--stack DIR/none.h5 --output DIR/out | DIR/none.h5 is not there.",
		"--stack DIR/text.h5 --output DIR/out | DIR/text.h5 is no HDF5 file: its first bytes are others.",
		"--stack DIR/text.h5 | --output is missing.",
		"--output DIR/out | --stack is missing.",
		"--stack DIR/none.h5 --output DIR/text.h5 | DIR/text.h5 is a file.",
		"--stack DIR/none.h5 --output DIR/out --fit best | fit=best is not known.",
		"--stack DIR/none.h5 --output DIR/out --references DIR/out | output=DIR/out is the folder of the references.",
		"--stack IMAGES/iron-k/iron-k.tif --output DIR/out --references DIR/none | DIR/none is not there.",
		"--stack IMAGES/iron-k/iron-k.tif --output DIR/out --master nowhere | master=nowhere cannot be used: Could not parse Master URL: 'nowhere'",
	})
	void aMistakeIsStatusOneAndThreeLines(final String words, final String problem) throws IOException {
		Files.writeString(folder.resolve("text.h5"), "no HDF5");
		assertEquals(1, run(words.replace("DIR", folder.toString()).replace("IMAGES", IMAGES.toString()).split(" ")));
		final List<String> lines = complaint().lines().toList();
		assertEquals(problem, lines.get(0));
		assertTrue(lines.size() == 2 || lines.size() == 3, complaint());
		assertFalse(Files.exists(folder.resolve("out")));
	}

	/** Those of the command that concern files, in the same words. */
	@Test
	void theKeysAreTheCommands() {
		final Set<String> keys = Arrays.stream(SpeciateXanes.class.getDeclaredFields()).filter(field -> field
			.isAnnotationPresent(Parameter.class) && (field.getType().isPrimitive() || field.getType() == String.class) && !field
				.getName().equals("rest")).map(field -> field.getName()).collect(Collectors.toSet());
		keys.remove("add_rois");
		keys.add(RequestWords.MASTER);
		assertEquals(keys, Set.copyOf(RequestWords.KEYS));
	}
}
