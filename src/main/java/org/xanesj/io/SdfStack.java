// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.xanesj.stack.EnergyOrder;
import org.xanesj.stack.EnergyUnit;
import org.xanesj.stack.InputException;
import org.xanesj.stack.Signal;
import org.xanesj.stack.StackInfo;
import org.xanesj.stack.StoredStack;

/**
 * SDF, the self-defining format of STXM instruments (ALS, CLS, MAX IV, PolLux): a header {@code NAME.hdr} and a text
 * image {@code NAME_a000.xim} for each energy. Values are transmitted counts. The folder of a single header counts
 * too.
 */
public final class SdfStack implements StackFormat {

	/** A header of thousands of energies has less than a megabyte. */
	private static final long LARGEST_HEADER = 64L << 20;
	private static final Pattern SDF = Pattern.compile("\\s*ScanDefinition\\s*=\\s*\\{");

	@Override
	public boolean reads(final Path path) {
		try {
			return headers(path).size() == 1;
		}
		catch (final IOException | RuntimeException e) {
			return false;
		}
	}

	@Override
	public StoredStack find(final Path path) {
		final Path file = header(path);
		final SdfHeader.Block header = parse(file);
		try {
			return find(file, header);
		}
		catch (final InputException e) {
			throw e;
		}
		catch (final IllegalArgumentException e) {
			throw new InputException(file + ": " + e.getMessage() + ".", "The header may be truncated; copy it again.",
				e);
		}
	}

	/** The headers of this format that a path stands for. */
	private static List<Path> headers(final Path path) throws IOException {
		if (!Files.isDirectory(path)) return isSdf(path) ? List.of(path) : List.of();
		final List<Path> found = new ArrayList<>();
		try (Stream<Path> files = Files.list(path)) {
			for (final Path file : files.filter(SdfStack::isNamedHeader).sorted().toList())
				if (isSdf(file)) found.add(file);
		}
		return found;
	}

	/** @return whether the name is that of a header */
	static boolean isNamedHeader(final Path path) {
		final Path name = path.getFileName();
		return name != null && name.toString().toLowerCase(Locale.ROOT).endsWith(".hdr");
	}

	/** ENVI and Analyze name their headers the same: only the first words tell. */
	private static boolean isSdf(final Path path) throws IOException {
		if (!isNamedHeader(path) || !Files.isRegularFile(path)) return false;
		try (InputStream in = Files.newInputStream(path)) {
			return SDF.matcher(new String(in.readNBytes(256), StandardCharsets.ISO_8859_1)).lookingAt();
		}
	}

	private static Path header(final Path path) {
		if (!Files.exists(path))
			throw new InputException(path + " does not exist.", "Choose the header of a scan, or its folder.");
		try {
			final List<Path> headers = headers(path);
			if (headers.size() == 1) return headers.get(0);
			throw new InputException(path + (headers.isEmpty() ? " is no SDF header and holds none." : " holds " +
				headers.size() + " SDF headers."),
				"Choose one file that ends in .hdr and begins with ScanDefinition.");
		}
		catch (final IOException e) {
			throw Unreadable.because(path, e);
		}
	}

	private static SdfHeader.Block parse(final Path file) {
		try {
			if (Files.size(file) > LARGEST_HEADER)
				throw new InputException(file + ": " + Files.size(file) + " bytes are too many for a header.",
					"Check that it is the header of a scan.");
			// Old files write the micro sign in one byte; no other character outside ASCII matters.
			return SdfHeader.parse(Files.readString(file, StandardCharsets.ISO_8859_1));
		}
		catch (final IOException e) {
			throw Unreadable.because(file, e);
		}
		catch (final InputException e) {
			throw e;
		}
		catch (final IllegalArgumentException e) {
			throw new InputException(file + ", " + e.getMessage() + ".", "The header may be truncated; copy it again.",
				e);
		}
	}

	private static StoredStack find(final Path file, final SdfHeader.Block header) {
		final SdfHeader.Block scan = header.block("ScanDefinition");
		requireStack(file, scan);
		if (!(scan.items("Regions").get(0) instanceof SdfHeader.Block region))
			throw new InputException(file + ": its region has no axes.", "The header may be damaged; copy it again.");
		final SdfHeader.Block columns = region.block("PAxis"), rows = region.block("QAxis");
		final double[] x = columns.numbers("Points"), y = rows.numbers("Points");
		final double[] energies = scan.block("StackAxis").numbers("Points");
		if (x.length == 0 || y.length == 0 || energies.length == 0)
			throw new InputException(file + ": an axis has no points.", "The scan holds no image.");
		final String name = file.getFileName().toString();
		final PixelGrid grid = PixelGrid.of(x, y, columns.text("Unit"), rows.text("Unit"), name);
		final List<String> notes = new ArrayList<>(grid.notes());
		notes.add(name + ": rows are in the order of the file; aXis and MANTiS show y upwards.");
		final SdfFrames planned = SdfFrames.of(file, header, energies, notes);
		channels(scan, name, notes);
		final SdfFrames frames = planned.there(notes);
		final EnergyUnit unit = EnergyUnit.named(scan.block("StackAxis").text("Unit"));
		return StoredStack.of(frames.images(x.length, y.length), EnergyOrder.of(frames.energies(), unit, name),
			new StackInfo(name, grid.size(), Signal.COUNTS, "", "", notes));
	}

	private static void requireStack(final Path file, final SdfHeader.Block scan) {
		final String type = scan.text("Type"), flags = scan.text("Flags");
		final int regions = scan.has("Regions") ? scan.items("Regions").size() : 0;
		if (type.contains("Line") || type.contains("Point") || !flags.contains("Stack") || regions == 0)
			throw new InputException(file + ": a scan of type '" + type + "' (" + flags + ") is not an energy stack.",
				"Choose the header of a 'NEXAFS Image Scan' whose flags say 'Image Stack'.");
		final SdfHeader.Block axis = scan.block("StackAxis");
		if (!axis.text("Name").contains("Energy") && !axis.text("Unit").endsWith("eV"))
			throw new InputException(file + ": the images differ in '" + axis.text("Name") + "' (" +
				axis.text("Unit") + "), not in energy.", "Choose a scan whose stack axis is the energy.");
		if (regions != 1)
			throw new InputException(file + ": the scan has " + regions + " regions.",
				"Only scans of one region can be opened; export the regions one by one.");
	}

	private static void channels(final SdfHeader.Block scan, final String name, final List<String> notes) {
		if (!scan.has("Channels")) return;
		final List<SdfHeader.Value> channels = scan.items("Channels");
		if (channels.size() > 1)
			notes.add(name + ": the first of " + channels.size() + " channels was opened (" + channels.stream()
				.map(c -> c instanceof SdfHeader.Block block ? block.text("Name") : "?")
				.collect(Collectors.joining(", ")) + ").");
	}
}
