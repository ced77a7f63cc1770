// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import org.xanesj.stack.InputException;

/**
 * How pixels are grouped. The names are those of the command.
 *
 * @param method what a cluster is
 * @param criterion for the number of clusters
 * @param clusters how many; 0 for automatic
 * @param falseAlarm share of the pixels that belong to a cluster which may be called {@code no cluster}; 0 assigns all
 * @param eps how near neighbours are, for density; 0 for automatic
 * @param minPoints neighbours of a core point, for density; 0 for automatic
 * @param seed of the random numbers
 */
public record GroupingOptions(Method method, Criterion criterion, int clusters, double falseAlarm, double eps,
	int minPoints, long seed)
{

	/** What a cluster is. */
	public enum Method {
		/** The pixels nearest to a centre. */
		K_MEANS,
		/** A normal distribution, of any covariance. */
		GAUSSIAN_MIXTURE,
		/** A region in which pixels lie densely, of any shape. */
		DENSITY
	}

	/** What tells the number of clusters. */
	public enum Criterion {
		/** {@link #NOISE} where the noise of the points is known, else {@link #SILHOUETTE}. */
		AUTO, NOISE, SILHOUETTE, BIC
	}

	/** k-means, as many clusters as the noise demands, one of a thousand pixels that belong called {@code no cluster}. */
	public static final GroupingOptions DEFAULT = new GroupingOptions(Method.K_MEANS, Criterion.AUTO, 0, 0.001, 0, 0, 1);

	/** @throws InputException when a number is out of its range, or options do not go together */
	public GroupingOptions {
		if (clusters < 0 || clusters > Short.MAX_VALUE) throw new InputException("clusters=" + clusters +
			" is out of range.", "Use 0 for automatic, or a number of clusters.");
		if (!(falseAlarm >= 0 && falseAlarm < 0.5)) throw new InputException("false_alarm=" + falseAlarm +
			" is out of range.", "Give the share of good pixels that may be called no cluster, such as 0.001, or 0 to assign all.");
		if (!(eps >= 0) || Double.isInfinite(eps)) throw new InputException("eps=" + eps + " is no distance.",
			"Give a distance between points, or 0 for automatic.");
		if (minPoints < 0) throw new InputException("min_points=" + minPoints + " is negative.", "Use 0 for automatic.");
		final boolean density = method == Method.DENSITY;
		if (density && clusters > 0) throw new InputException("clusters=" + clusters +
			", but method=density finds the number itself.", "Leave clusters out; a larger eps makes fewer.");
		if (density && criterion != Criterion.AUTO) throw new InputException("A criterion is given, but method=density " +
			"finds the number of clusters itself.", "Leave criterion out.");
		if (!density && (eps > 0 || minPoints > 0)) throw new InputException("eps and min_points are those of method=density.",
			"Use method=density, or leave them out.");
		if (clusters > 0 && criterion != Criterion.AUTO) throw new InputException("clusters=" + clusters +
			" and a criterion for their number are given.", "Leave one of them out.");
	}

	/** @return whether a pixel's own noise tells if it fits its cluster */
	boolean isTestedByNoise() {
		return method == Method.K_MEANS && falseAlarm > 0;
	}
}
