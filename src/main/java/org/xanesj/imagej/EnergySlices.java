// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import ij.ImagePlus;

import org.xanesj.stack.EnergyOrder;
import org.xanesj.stack.InputException;
import org.xanesj.stack.SpectraSource;
import org.xanesj.stack.StackInfo;
import org.xanesj.stack.StoredStack;

/**
 * An ImageJ image taken for an energy stack, without its pixels: which slice belongs to which energy and z plane, and all
 * else that the image says.
 *
 * @param layout of the slices
 * @param order of the energies, as they stand along the layout
 * @param info with notes of what was assumed, but for the order
 * @param last a note to stand behind all others; none or one
 */
record EnergySlices(SliceLayout layout, EnergyOrder order, StackInfo info, List<String> last) {

	/** @throws InputException when the labels carry no energies, or the image is RGB or has too many dimensions */
	static EnergySlices of(final ImagePlus imp) {
		requireGrey(imp);
		final EnergyLabels labels = EnergyLabels.of(imp.getStack()).orElseThrow(() -> new InputException(imp.getTitle() +
			": " + EnergyLabels.lack(imp.getStack()) + ".",
			"Label each slice as in '7112.00 eV', or give a file of energies to Open Energy Stack... or Speciate XANES..."));
		final SliceLayout layout = SliceLayout.of(imp, labels.values());
		return new EnergySlices(layout, labels.at(layout.firstPlane()).order(imp.getTitle()), info(imp, layout), List.of());
	}

	/**
	 * @param order energies from elsewhere; where the slice labels carry others, that is noted
	 * @throws InputException when their number fits no dimension of the image, or it is RGB
	 */
	static EnergySlices of(final ImagePlus imp, final EnergyOrder order) {
		requireGrey(imp);
		final SliceLayout layout = SliceLayout.of(imp, order.sources().stream().mapToInt(s -> s.length).sum());
		final Optional<EnergyLabels> labels = EnergyLabels.of(imp.getStack()).map(l -> l.at(layout.firstPlane()));
		final boolean same = labels.isEmpty() || labels.get().order(imp.getTitle()).axis().equals(order.axis());
		return new EnergySlices(layout, order, info(imp, layout), same ? List.of() : List.of(imp.getTitle() +
			": the given energies were used; the slice labels carry others."));
	}

	private static void requireGrey(final ImagePlus imp) {
		if (imp.getBitDepth() == 24) throw new InputException(imp.getTitle() + " is a colour (RGB) image.",
			"Open the measured grey values (8, 16 or 32 bits), not a picture of them.");
	}

	private static StackInfo info(final ImagePlus imp, final SliceLayout layout) {
		return StackProperties.read(imp, layout.depth()).noting(layout.notes());
	}

	/** @return {@link #info} with all notes */
	StackInfo noted() {
		final List<String> notes = new ArrayList<>(order.notes());
		notes.addAll(last);
		return info.noting(notes);
	}

	/** @param source of the values, in the order of the layout */
	StoredStack stored(final SpectraSource source) {
		final StoredStack stored = StoredStack.of(source, order, info);
		return new StoredStack(stored.source(), stored.energies(), noted());
	}
}
