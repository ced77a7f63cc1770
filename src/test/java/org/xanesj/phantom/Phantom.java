// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.phantom;

import java.util.List;

import org.xanesj.stack.Mask;
import org.xanesj.stack.ReferenceLibrary;
import org.xanesj.stack.SpectralImage;

/**
 * A synthetic stack of which the truth is known.
 *
 * @param image absorption (optical density), or counts
 * @param references raw: those in the sample first, in the order of {@code trueNames}, then the decoys
 * @param trueNames of the species in the sample
 * @param fractions by true species, then pixel in raster order: shares adding up to 1 in the sample, NaN elsewhere
 * @param edgeStep amount in every pixel: the edge step in optical density, or multiples of the references where these
 *          are used as they are (soft X-rays); 0 outside the sample
 * @param labels 0 background, then one number for each species alone, then mixtures
 * @param incident photons that were sent for each pixel, one number for each energy
 * @param sample the pixels that hold the element and whose detector is alive
 */
public record Phantom(SpectralImage image, ReferenceLibrary references, List<String> trueNames, float[][] fractions,
	float[] edgeStep, int[] labels, double[] incident, Mask sample)
{

	/** @return whether a label is that of one species alone */
	public boolean pure(final int label) {
		return label >= 1 && label <= trueNames.size();
	}

	/** @return the pixels of one species alone */
	public Mask pure() {
		return sample.and(p -> pure(labels[(int) p]));
	}
}
