// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.phantom;

import com.google.gson.Gson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.DatasetCreationOptions;
import io.jhdf.api.WritableDataset;
import io.jhdf.api.WritableGroup;

import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.Spectrum;

/**
 * Writes a large synthetic volume at the iron K edge in blocks of z, an HDF5 file each, with an {@code index.json} and the
 * references. Absorption is that of {@link IronPhantom}; the edge step is about 30 times the noise. At most one block is
 * in memory, twice.
 */
public final class VolumePhantom {

	/** Bytes of a chunk, at most: whole spectra of some rows. */
	private static final int CHUNK = 2 << 20;

	private static final double EDGE = 7112, EDGE_STEP_OVER_NOISE = 30;

	/** Optical density of the sample in the middle of the scan: the noise of a thicker pixel is higher, by its photons. */
	private static final double MEAN_ABSORPTION = 0.6;

	/** Distance of pixels and of planes in µm. */
	private static final double PIXEL = 0.25, PLANE = 0.5;

	private final Size size;
	private final EnergyAxis energies;
	private final VolumeLayout layout;
	private final VolumeNoise noise = new VolumeNoise();
	private final double[][] mu;

	/**
	 * @param energies at least 5
	 * @param planesPerFile z planes in a file
	 * @param packed whether chunks are compressed
	 */
	public record Size(int width, int height, int depth, int energies, int planesPerFile, boolean packed) {}

	VolumePhantom(final Size size) {
		this.size = size;
		energies = energies(size.energies);
		layout = new VolumeLayout(size.width, size.height, size.depth);
		mu = Arrays.stream(energies.toArray()).mapToObj(e -> IronSpecies.present().stream().mapToDouble(s -> s.mu(e)).toArray())
			.toArray(double[][]::new);
	}

	/** @param args the folder to write into, then width, height, depth, energies, planes in a file, and gzip or none */
	public static void main(final String[] args) throws IOException {
		final int[] n = { 512, 512, 80, 150, 2 };
		for (int i = 0; i < n.length && i + 1 < args.length; i++) n[i] = Integer.parseInt(args[i + 1]);
		write(Path.of(args[0]), new Size(n[0], n[1], n[2], n[3], n[4], args.length > 6 && args[6].equals("gzip")));
	}

	/** @param folder is made if it is not there */
	public static void write(final Path folder, final Size size) throws IOException {
		Files.createDirectories(folder.resolve("references"));
		for (final Spectrum reference : IronPhantom.references().spectra()) Files.write(folder.resolve("references").resolve(
			reference.name() + ".xdi"), PhantomText.xdi(reference, "Fe", "K"));
		final VolumePhantom phantom = new VolumePhantom(size);
		final List<Map<String, Object>> blocks = new ArrayList<>();
		final float[][][][] values = new float[size.energies][][][];
		for (int z = 0; z < size.depth; z += size.planesPerFile) {
			final int planes = Math.min(size.planesPerFile, size.depth - z);
			final String file = String.format("stack-z%04d.h5", z);
			phantom.fill(values, z, planes);
			phantom.writeBlock(folder.resolve(file), values, z, planes);
			blocks.add(new LinkedHashMap<>(Map.of("file", file, "first_plane", z, "planes", planes)));
		}
		Files.writeString(folder.resolve("index.json"), new Gson().toJson(Map.of("shape", new int[] { size.width, size.height,
			size.depth }, "energies", phantom.energies.toArray(), "blocks", blocks)));
	}

	/** The scan of the small phantom with more or fewer points in the same places. */
	static EnergyAxis energies(final int count) {
		final EnergyAxis scan = IronPhantom.ENERGIES;
		return EnergyAxis.of(IntStream.range(0, count).mapToDouble(i -> {
			final double at = (double) i * (scan.size() - 1) / (count - 1);
			final int below = Math.min((int) at, scan.size() - 2);
			return Math.rint(1000 * (scan.at(below) + (at - below) * (scan.at(below + 1) - scan.at(below)))) / 1000;
		}).toArray());
	}

	/** @param values by energy, z, y, x; what is there already is used again */
	void fill(final float[][][][] values, final int firstPlane, final int planes) {
		for (int e = 0; e < values.length; e++) if (values[e] == null || values[e].length != planes)
			values[e] = new float[planes][size.height][size.width];
		IntStream.range(0, planes * size.height).parallel().forEach(i -> {
			final int plane = i / size.height, y = i % size.height;
			final VolumeLayout.Row row = layout.row(y, firstPlane + plane);
			final float[] deviations = deviations(row);
			for (int e = 0; e < values.length; e++) {
				absorption(row, e, values[e][plane][y]);
				noise.add(firstPlane + plane, (long) e * size.height + y, deviations, values[e][plane][y]);
			}
		});
	}

	/** The truth, without noise. */
	void absorption(final VolumeLayout.Row row, final int energy, final float[] into) {
		final double[] step = row.edgeStep(), matrix = row.matrix(), share = mu[energy];
		final double[][] f = row.fractions();
		final double victoreen = StrictMath.pow(energies.at(energy) / EDGE, -3);
		for (int x = 0; x < into.length; x++) into[x] = (float) (matrix[x] * victoreen + step[x] * (f[0][x] * share[0] +
			f[1][x] * share[1] + f[2][x] * share[2] + f[3][x] * share[3]));
	}

	/** Of counted photons, the same number for every pixel and energy: the variance of -ln(I/I0) is 1/I. */
	private float[] deviations(final VolumeLayout.Row row) {
		final float[] deviations = new float[size.width];
		absorption(row, energies.size() / 2, deviations);
		for (int x = 0; x < deviations.length; x++) deviations[x] = (float) (VolumeLayout.MEAN_STEP / EDGE_STEP_OVER_NOISE *
			StrictMath.exp((deviations[x] - MEAN_ABSORPTION) / 2));
		return deviations;
	}

	private void writeBlock(final Path file, final float[][][][] values, final int firstPlane, final int planes) {
		final int rows = Math.min(size.height, Integer.highestOneBit(Math.max(1, CHUNK / Float.BYTES / size.energies /
			size.width)));
		final DatasetCreationOptions.Builder options = DatasetCreationOptions.builder().chunkDimensions(size.energies, 1, rows,
			size.width);
		if (size.packed) options.shuffle().deflate(4);
		try (WritableHdfFile root = HdfFile.write(file)) {
			final WritableGroup exchange = root.putGroup("exchange");
			final WritableDataset data = exchange.putDataset("data", values, options.build());
			data.putAttribute("axes", "energy:z:y:x");
			data.putAttribute("units", "OD");
			exchange.putDataset("energy", energies.toArray()).putAttribute("units", "eV");
			putPositions(exchange, "x", 0, size.width, PIXEL);
			putPositions(exchange, "y", 0, size.height, PIXEL);
			putPositions(exchange, "z", firstPlane, planes, PLANE);
		}
	}

	private static void putPositions(final WritableGroup exchange, final String axis, final int first, final int count,
		final double step)
	{
		exchange.putDataset(axis, IntStream.range(first, first + count).mapToDouble(i -> i * step).toArray()).putAttribute(
			"units", "um");
	}
}
