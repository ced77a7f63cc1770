// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.util.Optional;

import org.xanesj.stack.InputException;
import org.xanesj.stack.Mask;
import org.xanesj.stack.ReferenceLibrary;
import org.xanesj.stack.SpectralImage;
import org.xanesj.stack.Spectrum;

/**
 * What is handed in for speciation.
 *
 * @param stack counts or absorption
 * @param incident the measured I0; empty when there is none
 * @param mask the pixels to analyse; empty for those in which the element is found to be
 * @param references what it may be made of, as they were measured; may be empty
 */
public record Sample(SpectralImage stack, Optional<Spectrum> incident, Optional<Mask> mask,
	ReferenceLibrary references)
{

	/** An analysis needs as many energies. */
	static final int FEWEST = 5;

	/** @throws InputException when the stack has too few energies, or the mask another size */
	public Sample {
		if (stack.energies().size() < FEWEST) throw new InputException(stack.info().name() + " has " + stack.energies()
			.size() + " energies.", "At least " + FEWEST + " are needed for an analysis.");
		if (mask.isPresent() && mask.get().size() != stack.size()) throw new InputException("The mask has " + mask.get()
			.size() + " pixels and " + stack.info().name() + " has " + stack.size() + ".",
			"Give a mask of the stack's width and height.");
	}
}
