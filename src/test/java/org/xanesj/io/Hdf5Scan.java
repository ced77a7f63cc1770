// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import java.nio.file.Path;
import java.util.function.Consumer;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.DatasetCreationOptions;
import io.jhdf.api.WritableGroup;
import io.jhdf.api.WritableNode;

/**
 * Writes small HDF5 stacks for tests. The value of a pixel says where it belongs: 1000 energy + 100 z + 10 row +
 * column.
 */
final class Hdf5Scan {

	private Hdf5Scan() {}

	/** @return a file of the Data Exchange layout with what {@code more} adds to its group */
	static Path exchange(final Path folder, final Object data, final Object energies,
		final Consumer<WritableGroup> more)
	{
		return write(folder.resolve("stack.h5"), root -> {
			final WritableGroup exchange = root.putGroup("exchange");
			exchange.putDataset("data", data);
			exchange.putDataset("energy", energies);
			more.accept(exchange);
		});
	}

	static Path exchange(final Path folder, final Object data, final Object energies) {
		return exchange(folder, data, energies, exchange -> {});
	}

	static Path write(final Path file, final Consumer<WritableGroup> content) {
		try (WritableHdfFile root = HdfFile.write(file)) {
			content.accept(root);
		}
		return file;
	}

	/** Sets an attribute of a data set that has been put. */
	static void attribute(final WritableGroup group, final String name, final String attribute, final Object value) {
		((WritableNode) group.getChild(name)).putAttribute(attribute, value);
	}

	static float value(final int energy, final int z, final int y, final int x) {
		return 1000 * energy + 100 * z + 10 * y + x;
	}

	/** Data of four axes named by their letters, slowest first, such as {@code ezyx}. */
	static float[][][][] volume(final String order, final int energies, final int depth, final int height,
		final int width)
	{
		final int[] shape = order.chars().map(c -> c == 'e' ? energies : c == 'z' ? depth : c == 'y' ? height : width)
			.toArray();
		final float[][][][] data = new float[shape[0]][shape[1]][shape[2]][shape[3]];
		final int[] at = new int[4];
		for (at[0] = 0; at[0] < shape[0]; at[0]++)
			for (at[1] = 0; at[1] < shape[1]; at[1]++)
				for (at[2] = 0; at[2] < shape[2]; at[2]++)
					for (at[3] = 0; at[3] < shape[3]; at[3]++)
						data[at[0]][at[1]][at[2]][at[3]] = value(at[order.indexOf('e')], at[order.indexOf('z')], at[order.indexOf(
							'y')], at[order.indexOf('x')]);
		return data;
	}

	/** @return a file of the Data Exchange layout whose data, of four axes, are stored as told */
	static Path volume(final Path file, final String order, final float[][][][] data, final double[] energies,
		final DatasetCreationOptions options)
	{
		return write(file, root -> {
			final WritableGroup exchange = root.putGroup("exchange");
			exchange.putDataset("data", data, options).putAttribute("axes", String.join(":", order.split("")));
			exchange.putDataset("energy", energies);
		});
	}

	/** Data of three axes named by their letters, slowest first, such as {@code eyx}. */
	static float[][][] data(final String order, final int energies, final int height, final int width) {
		final int[] shape = order.chars().map(c -> c == 'e' ? energies : c == 'y' ? height : width).toArray();
		final float[][][] data = new float[shape[0]][shape[1]][shape[2]];
		final int[] at = new int[3];
		for (at[0] = 0; at[0] < shape[0]; at[0]++)
			for (at[1] = 0; at[1] < shape[1]; at[1]++)
				for (at[2] = 0; at[2] < shape[2]; at[2]++)
					data[at[0]][at[1]][at[2]] = value(at[order.indexOf('e')], 0, at[order.indexOf('y')],
						at[order.indexOf('x')]);
		return data;
	}
}
