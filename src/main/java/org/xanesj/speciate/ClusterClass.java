// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import org.xanesj.stack.Spectrum;

/**
 * The pixels of one label.
 *
 * @param number the label, from 1, by falling size; pixels that fit no cluster come last
 * @param name in legends and tables
 * @param pixels how many there are
 * @param fractionOfArea their share of the mask
 * @param mean of their absorption, at all energies of the stack
 * @param sd standard deviation of their absorption, at the same energies
 * @param quality of the cluster; {@link Quality#NONE} for pixels that fit none
 */
public record ClusterClass(int number, String name, long pixels, double fractionOfArea, Spectrum mean, double[] sd,
	Quality quality)
{

	/** The name of what fits no cluster. */
	public static final String NO_CLUSTER = "no cluster";

	/**
	 * How much alike the pixels of a cluster are; NaN for what is not known.
	 *
	 * @param scatter root of the mean squared distance of its points to their mean, in units of the coordinates
	 * @param scatterOverNoise mean squared distance over what noise alone would make of it
	 * @param silhouette mean of its points, see {@link org.xanesj.cluster.Silhouette}
	 * @param misfit median over its pixels of the misfit of the cluster's spectrum, over that of pixels which differ by
	 *          their own noise alone
	 */
	public record Quality(double scatter, double scatterOverNoise, double silhouette, double misfit) {

		static final Quality NONE = new Quality(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
	}

	/** @return whether these pixels fit no cluster */
	public boolean isNone() {
		return name.equals(NO_CLUSTER);
	}
}
