// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import net.imglib2.RandomAccess;
import net.imglib2.type.numeric.real.FloatType;

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

	/** Energy by energy within a row: the rows that decide are in the first cell, and hardly any stack needs a second. */
	private static int[] of(final SpectralImage image) {
		List<Integer> suspects = new ArrayList<>(IntStream.range(0, image.energies().size()).boxed().toList());
		final RandomAccess<FloatType> at = image.pixels().randomAccess();
		final int last = image.pixels().numDimensions() - 1;
		for (int z = 0; z < image.depth() && !suspects.isEmpty(); z++) for (int y = 0; y < image.height() && !suspects
			.isEmpty(); y++) {
			at.setPosition(y, 1);
			if (last == 3) at.setPosition(z, 2);
			suspects = suspects.stream().filter(e -> {
				at.setPosition(e, last);
				return isBlank(at, image.width());
			}).toList();
		}
		return suspects.stream().mapToInt(Integer::intValue).toArray();
	}

	private static boolean isBlank(final RandomAccess<FloatType> row, final int width) {
		for (int x = 0; x < width; x++) {
			row.setPosition(x, 0);
			final float value = row.get().get();
			if (value != 0 && !Float.isNaN(value)) return false;
		}
		return true;
	}
}
