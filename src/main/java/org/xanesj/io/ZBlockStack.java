// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.EnergyOrder;
import org.xanesj.stack.InputException;
import org.xanesj.stack.StackInfo;
import org.xanesj.stack.StoredStack;

/**
 * A volume cut into blocks of z, an HDF5 file each: a folder with an {@code index.json}, or that index. A folder of two or
 * more files of the Data Exchange layout without an index counts too: they are joined in the order of their names.
 */
public final class ZBlockStack implements StackFormat {

	private final StackFormat exchange = new Hdf5ExchangeStack();
	private final List<StackFormat> formats = List.of(exchange, new NxStxmStack());

	@Override
	public boolean reads(final Path path) {
		try {
			final Path index = index(path);
			if (Files.isRegularFile(index)) return ZBlockIndex.read(index).blocks().stream().allMatch(
				block -> Hdf5File.hasExtension(Path.of(block.file())));
			return Files.isDirectory(path) && files(path).stream().filter(exchange::reads).limit(2).count() == 2;
		}
		catch (final IOException | RuntimeException e) {
			return false;
		}
	}

	/** @return whether this is an index by its name, or a folder with one */
	static boolean hasIndex(final Path path) {
		return isNamedIndex(path) || Files.isRegularFile(path.resolve(ZBlockIndex.NAME));
	}

	/**
	 * @param path of anything
	 * @return the index and the blocks that it names, which all lie in its folder; empty when the path is neither that of
	 *         an index of an energy stack, whatever the format of its blocks, nor of a folder with one
	 */
	public static List<Path> indexedFiles(final Path path) {
		final Path index = index(path);
		if (!Files.isRegularFile(index)) return List.of();
		try {
			return Stream.concat(Stream.of(index), ZBlockIndex.read(index).blocks().stream().map(block -> index.resolveSibling(
				block.file()))).filter(Files::isRegularFile).distinct().toList();
		}
		catch (final InputException e) {
			return List.of();
		}
	}

	private static boolean isNamedIndex(final Path path) {
		return path.getFileName() != null && path.getFileName().toString().equals(ZBlockIndex.NAME);
	}

	private static Path index(final Path path) {
		return isNamedIndex(path) ? path : path.resolve(ZBlockIndex.NAME);
	}

	/** Files whose name is that of an HDF5 file, but not those that a system hides. */
	private static List<Path> files(final Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter(file -> Hdf5File.hasExtension(file) && !file.getFileName().toString().startsWith(".") && Files
				.isRegularFile(file)).sorted(Comparator.comparing(file -> file.getFileName().toString(), new NaturalOrder()))
				.toList();
		}
	}

	@Override
	public StoredStack find(final Path path) {
		final Path index = index(path);
		return Files.isRegularFile(index) ? indexed(index) : joined(path);
	}

	private StoredStack indexed(final Path path) {
		final ZBlockIndex index = ZBlockIndex.read(path);
		final EnergyAxis energies = EnergyOrder.of(index.energies(), path.toString()).axis();
		final List<Path> files = new ArrayList<>();
		final List<StoredStack> blocks = new ArrayList<>();
		for (final ZBlockIndex.Block block : index.blocks()) {
			final Path file = path.resolveSibling(block.file());
			if (!Files.isRegularFile(file)) throw new InputException(path + ": its block " + block.file() + " is not there.",
				"Copy the folder again, with all its files.");
			final StoredStack stored = formats.stream().filter(format -> format.reads(file)).findFirst().orElse(exchange).find(
				file);
			SameVolume.requireGrid(file, stored, index.shape()[0], index.shape()[1], energies, path.toString());
			if (stored.source().depth() != block.planes()) throw new InputException(file + " has " + stored.source().depth() +
				" planes, not " + block.planes() + " as " + path + " says.", "Copy the folder again, with all its files.");
			files.add(file);
			blocks.add(stored);
		}
		return join(name(path.toAbsolutePath().getParent()), files, blocks, List.of());
	}

	private StoredStack joined(final Path folder) {
		final List<StoredStack> blocks = new ArrayList<>();
		final List<Path> files = filesToJoin(folder);
		for (final Path file : files) {
			final StoredStack stored = exchange.find(file);
			blocks.add(stored);
			final StoredStack first = blocks.get(0);
			SameVolume.requireGrid(file, stored, first.source().width(), first.source().height(), first.energies(), files.get(0).toString());
		}
		final String name = name(folder.toAbsolutePath());
		return join(name, files, blocks, List.of(name + ": " + files.size() + " files were joined along z in the order of their names, " +
			"from " + files.get(0).getFileName() + " to " + files.get(files.size() - 1).getFileName() + "."));
	}

	private static String name(final Path folder) {
		return folder.getFileName() == null ? folder.toString() : folder.getFileName().toString();
	}

	private static List<Path> filesToJoin(final Path folder) {
		try {
			if (!Files.exists(folder)) throw new InputException(folder + " does not exist.",
				"Choose a folder of HDF5 files, or its index.json.");
			final List<Path> files = Files.isDirectory(folder) ? files(folder) : List.of();
			if (files.isEmpty()) throw new InputException(folder + " is no folder of HDF5 files.",
				"Choose a folder of files in the Data Exchange layout, or its index.json.");
			return files;
		}
		catch (final IOException e) {
			throw Unreadable.because(folder, e);
		}
	}

	/** Blocks say the same of themselves: each sentence but the names is said once. */
	private static StoredStack join(final String name, final List<Path> files, final List<StoredStack> blocks,
		final List<String> notes)
	{
		final StoredStack first = blocks.get(0);
		final List<String> said = new ArrayList<>(notes);
		for (final StoredStack block : blocks) for (final String note : block.info().notes()) {
			final String ofFirst = note.replace(block.info().name(), first.info().name());
			if (!said.contains(ofFirst)) said.add(ofFirst);
		}
		final StackInfo info = SameVolume.info(files, blocks);
		return new StoredStack(new StackedPlanes(blocks.stream().map(StoredStack::source).toList()), first.energies(),
			new StackInfo(name, info.pixelSize(), info.signal(), info.element(), info.edge(), said));
	}
}
