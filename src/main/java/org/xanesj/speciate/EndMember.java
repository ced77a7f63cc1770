// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.util.Optional;

import org.xanesj.stack.Spectrum;

/**
 * A species that was resolved from the pixels.
 *
 * @param spectrum at all energies of the stack, without its pre-edge line, of edge step one (or maximum one, without
 *          closure); that of a fixed reference is the reference itself. Its name is that of a reference it looks like,
 *          or {@code component N}
 * @param error one standard error at each energy, were the amounts known
 * @param lowest the least value at each energy over all spectra that explain the pixels as well, two standard errors
 *          below
 * @param highest the largest, two standard errors above
 * @param share of the sum of all amounts, in the sampled pixels
 * @param least share over all sets of species that explain the pixels as well
 * @param most the largest
 * @param alone sampled pixels in which it is the only species above the noise: what its spectrum rests on
 * @param match the reference that is most alike
 * @param isFixed whether it was given
 */
public record EndMember(Spectrum spectrum, double[] error, double[] lowest, double[] highest, double share,
	double least, double most, long alone, Optional<Match> match, boolean isFixed)
{

	/**
	 * How alike a reference is.
	 *
	 * @param reference its name
	 * @param rms of what is left of the spectrum, in edge steps, after the reference with the best scale and line
	 */
	public record Match(String reference, double rms) {}

	public String name() {
		return spectrum.name();
	}
}
