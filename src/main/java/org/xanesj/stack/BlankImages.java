// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.stack;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/** A scan that was stopped leaves the images that were not reached as they were allotted. */
final class BlankImages {

	/** Named one by one, at most. */
	private static final int NAMED = 10;

	private BlankImages() {}

	/** @return a sentence on the energies at which every value is zero or NaN; none when there are none */
	static List<String> notes(final SpectralImage image) {
		final EnergyAxis axis = image.energies();
		final List<String> blank = IntStream.of(of(image)).mapToObj(e -> EnergyAxis.label(axis.at(e))).toList();
		if (blank.isEmpty()) return List.of();
		return List.of(image.info().name() + ": " + blank.size() + " of " + axis.size() +
			" images hold nothing but zeros or NaN (" + blank.stream().limit(NAMED).collect(Collectors.joining(", ")) + (blank
				.size() > NAMED ? ", …" : "") + "); the scan may have been stopped.");
	}

	/** Piece by piece: the first decides on nearly every energy, and only those that are left are read from the next. */
	private static int[] of(final SpectralImage image) {
		int[] suspects = IntStream.range(0, image.energies().size()).toArray();
		final int last = image.pixels().numDimensions() - 1;
		if (image.source().isPresent()) return of(image.source().get(), suspects);
		for (int z = 0; z < image.depth(); z++) {
			final int plane = z;
			suspects = IntStream.of(suspects).filter(e -> isBlank(last == 2 ? Views.hyperSlice(image.pixels(), 2, e) : Views
				.hyperSlice(Views.hyperSlice(image.pixels(), 3, e), 2, plane))).toArray();
		}
		return suspects;
	}

	private static boolean isBlank(final RandomAccessibleInterval<FloatType> plane) {
		for (final FloatType value : Views.iterable(plane)) if (value.get() != 0 && !Float.isNaN(value.get())) return false;
		return true;
	}

	private static int[] of(final SpectraSource source, final int[] energies) {
		int[] suspects = energies;
		for (int z = 0; z < source.depth(); z += source.planesTogether()) {
			final int planes = Math.min(source.planesTogether(), source.depth() - z);
			for (int y = 0; y < source.height() && suspects.length > 0; y += source.rowsTogether())
				suspects = blank(source, new Piece(y, Math.min(source.rowsTogether(), source.height() - y), z, planes), suspects);
		}
		return suspects;
	}

	private static int[] blank(final SpectraSource source, final Piece piece, final int[] energies) {
		final int run = piece.rows() * piece.planes() * source.width();
		final float[] values = new float[run * energies.length];
		source.read(piece, energies, Destination.cell(values, piece, source.width(), energies.length));
		return IntStream.range(0, energies.length).filter(i -> isBlank(values, i * run, run)).map(i -> energies[i]).toArray();
	}

	private static boolean isBlank(final float[] values, final int from, final int count) {
		for (int i = from; i < from + count; i++) if (values[i] != 0 && !Float.isNaN(values[i])) return false;
		return true;
	}
}
