// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.stack;

import java.util.List;
import java.util.stream.IntStream;

/** A source with its energies sorted, averaged where they repeat, or only some of them. */
record ArrangedSpectra(SpectraSource source, List<int[]> sources) implements DerivedSpectra {

	/**
	 * @param order which energies of the source belong to each energy, one or more to average
	 * @return the source itself when nothing changes
	 */
	static SpectraSource of(final SpectraSource source, final List<int[]> order) {
		final boolean same = order.size() == source.energies() && IntStream.range(0, order.size()).allMatch(i -> order.get(
			i).length == 1 && order.get(i)[0] == i);
		return same ? source : new ArrangedSpectra(source, List.copyOf(order));
	}

	@Override
	public int energies() {
		return sources.size();
	}

	@Override
	public void read(final Piece piece, final int[] energies, final Destination into) {
		final int[] single = IntStream.range(0, energies.length).filter(i -> sources.get(energies[i]).length == 1).toArray();
		if (single.length > 0) source.read(piece, IntStream.of(single).map(i -> sources.get(energies[i])[0]).toArray(), into
			.energies(single));
		for (int i = 0; i < energies.length; i++)
			if (sources.get(energies[i]).length > 1) average(piece, sources.get(energies[i]), into.energies(i));
	}

	private void average(final Piece piece, final int[] repeats, final Destination into) {
		final int run = piece.rows() * width();
		final float[] all = new float[Math.multiplyExact(repeats.length * piece.planes(), run)];
		final Destination read = Destination.cell(all, piece, width(), repeats.length);
		source.read(piece, repeats, read);
		for (int z = 0; z < piece.planes(); z++) for (int p = 0; p < run; p++) {
			double sum = 0;
			for (int r = 0; r < repeats.length; r++) sum += all[read.offset(r, z) + p];
			into.array(0, z)[into.offset(0, z) + p] = (float) (sum / repeats.length);
		}
	}
}
