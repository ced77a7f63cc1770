// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.xanesj.command.SpeciateMacro.message;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xanesj.SmallStack;
import org.xanesj.host.RunFailure;
import org.xanesj.host.XanesJ;

/** HDF5 and SDF stacks that are wrong, and that the good ones they are made of are used. */
class BadScanTest {

	@TempDir
	private Path folder;

	private SpeciateMacro macro;
	private final double[] energies = SmallStack.ENERGIES.toArray();

	@BeforeAll
	static void registerCommands() {
		assumeTrue(GraphicsEnvironment.isHeadless(), "skipped: there is a display, and these are macros without one");
		XanesJ.registerCommands();
	}

	@BeforeEach
	void write() throws IOException {
		macro = new SpeciateMacro(folder);
	}

	private Path exchange(final double... energy) {
		final List<float[]> planes = SmallStack.planes(SmallStack.halves());
		final float[][][] data = new float[planes.size()][SmallStack.HEIGHT][SmallStack.WIDTH];
		for (int e = 0; e < data.length; e++) for (int y = 0; y < SmallStack.HEIGHT; y++) System.arraycopy(planes.get(e), y *
			SmallStack.WIDTH, data[e][y], 0, SmallStack.WIDTH);
		final Path file = folder.resolve("scan.h5");
		try (WritableHdfFile root = HdfFile.write(file)) {
			final WritableGroup exchange = root.putGroup("exchange");
			exchange.putDataset("data", data);
			exchange.putDataset("energy", energy);
		}
		return file;
	}

	@Test
	void whichAxisIsTheEnergyIsSaid() throws IOException, RunFailure {
		final SpeciateMacro.Outcome outcome = macro.speciate(exchange(energies), "");
		assertEquals(List.of("reduced", "oxidized"), outcome.species());
		assertTrue(outcome.assumptions().contains("scan.h5: exchange/data (41 x 10 x 12) was read as energy, y, x."), outcome
			.assumptions().toString());
	}

	@Test
	void energiesThatMatchNoAxisAreRefused() throws IOException {
		assertEquals(message("DIR/scan.h5: no axis of exchange/data (41 x 10 x 12) is as long as exchange/energy (40).",
			"Give one energy for each image."), macro.refusal(exchange(Arrays.copyOf(energies, 40)), ""));
	}

	@Test
	void anEnergyThatIsNoNumberIsRefused() throws IOException {
		energies[3] = Double.NaN;
		assertEquals(message("scan.h5: energy 4 is NaN.", "Correct it: energies are positive numbers, in eV or keV."), macro
			.refusal(exchange(energies), ""));
	}

	@Test
	void aTruncatedFileSaysHowMuchIsMissing() throws IOException {
		final byte[] whole = Files.readAllBytes(exchange(energies));
		final Path half = Files.write(folder.resolve("half.h5"), Arrays.copyOf(whole, whole.length / 2));
		assertEquals(message("DIR/half.h5 is truncated: it has " + whole.length / 2 + " of " + whole.length + " bytes.",
			"Copy it again from where it was measured."), macro.refusal(half, ""));
	}

	@Test
	void anotherFileOfTheSameKindSaysWhatIsMissing() throws IOException {
		final Path other = folder.resolve("other.h5");
		try (WritableHdfFile root = HdfFile.write(other)) {
			root.putDataset("temperature", new double[] { 293, 294 });
		}
		assertEquals(message("DIR/other.h5: there is no exchange/data with exchange/energy.",
			"Choose an HDF5 file in the Data Exchange layout."), macro.refusal(other, ""));
		final Path nexus = Files.copy(other, folder.resolve("other.nxs"));
		assertEquals(message("DIR/other.nxs: no entry holds an energy stack; there is no group of data.",
			"Choose a stack: a group of data with an energy axis, sample_x and sample_y."), macro.refusal(nexus, ""));
	}

	/** A scan in text, transmitted counts; the first row and column are beside the sample. */
	private Path sdf() throws IOException {
		final Path scan = Files.createDirectory(folder.resolve("sdf"));
		final String axis = "{ Name = \"Sample %s\"; Unit = \"um\"; Points = (%s);\n};";
		Files.writeString(scan.resolve("scan.hdr"), "ScanDefinition = { Label = \"scan.hdr\"; Type = \"NEXAFS Image Scan\";" +
			" Flags = \"Image Stack\"; Dwell = 1;\nRegions = (1,\n{\nPAxis = " + String.format(axis, "X", points(SmallStack.WIDTH,
				i -> 0.1 * i)) + "\nQAxis = " + String.format(axis, "Y", points(SmallStack.HEIGHT, i -> 0.1 * i)) + "\n});\n" +
			"StackAxis = { Name = \"Energy\"; Unit = \"eV\"; Points = (" + points(energies.length, i -> energies[i]) + ");\n};\n" +
			"Channels = (1,\n{ Name = \"PMT\"; Unit = \"Hz\";});\n};\n");
		final List<float[]> planes = SmallStack.planes(SmallStack.halves());
		for (int e = 0; e < energies.length; e++) {
			final float[] plane = planes.get(e);
			final StringBuilder text = new StringBuilder();
			for (int p = 0; p < plane.length; p++) {
				final boolean beside = p < SmallStack.WIDTH || p % SmallStack.WIDTH == 0;
				text.append(Math.round((1e5 + 100 * e) * Math.exp(beside ? 0 : -plane[p]))).append(p % SmallStack.WIDTH == SmallStack.WIDTH - 1
					? "\n" : "\t");
			}
			Files.writeString(frame(scan, e), text);
		}
		return scan;
	}

	private static Path frame(final Path scan, final int number) {
		return scan.resolve(String.format(Locale.ROOT, "scan_a%03d.xim", number));
	}

	private static String points(final int count, final IntToDoubleFunction value) {
		return count + ", " + IntStream.range(0, count).mapToObj(i -> String.valueOf(value.applyAsDouble(i))).collect(
			Collectors.joining(", "));
	}

	private static void halve(final Path file) throws IOException {
		final String whole = Files.readString(file);
		Files.writeString(file, whole.substring(0, whole.length() / 2));
	}

	@Test
	void aMissingImageIsNamedAndTheOthersUsed() throws IOException, RunFailure {
		final Path scan = sdf();
		Files.delete(frame(scan, 5));
		final SpeciateMacro.Outcome outcome = macro.speciate(scan, "");
		assertTrue(outcome.assumptions().contains(
			"scan.hdr: 1 of 41 images are missing and left out with their energies: scan_a005.xim (7092.50 eV)."), outcome
				.assumptions().toString());
		assertEquals(List.of("oxidized", "reduced"), outcome.species());
		assertEquals(99, outcome.run().get("pixels").getAsInt());
	}

	@Test
	void aTruncatedImageIsRefusedByName() throws IOException {
		final Path scan = sdf();
		halve(frame(scan, 5));
		final String said = macro.refusal(scan, "");
		assertTrue(said.startsWith("DIR/sdf/scan_a005.xim: 5 rows, one of "), said);
		assertTrue(said.endsWith(" values, where 12 x 10 are needed.\n" +
			"The file may be truncated or belong to another scan; copy it again.\nin line 1 of bad.ijm"), said);
	}

	@Test
	void aTruncatedHeaderIsRefused() throws IOException {
		final Path header = sdf().resolve("scan.hdr");
		halve(header);
		final String said = macro.refusal(header, "");
		assertTrue(said.startsWith("DIR/sdf/scan.hdr, line "), said);
		assertTrue(said.endsWith("\nThe header may be truncated; copy it again.\nin line 1 of bad.ijm"), said);
		Files.writeString(header, "ENVI\nsamples = 12\n");
		assertEquals(message("DIR/sdf/scan.hdr is no SDF header and holds none.",
			"Choose one file that ends in .hdr and begins with ScanDefinition."), macro.refusal(header, ""));
	}
}
