// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import java.util.ArrayList;
import java.util.List;

import org.xanesj.fit.CombinationFit.Component;

/**
 * Which references are there, and so worth fitting in every pixel: those that the best combination of some cluster
 * holds above a small fraction and above its noise. Without the second condition wrong references come in.
 *
 * @param fraction the least share
 * @param errors the least multiple of the standard error
 */
public record InUse(double fraction, double errors) {

	/** Above 0.01 and above three standard errors. */
	public static final InUse DEFAULT = new InUse(0.01, 3);

	/**
	 * @param best the best combination of each cluster
	 * @return the names of the references in use, in the order in which the fits hold them
	 */
	public List<String> names(final List<CombinationFit> best) {
		final List<String> names = new ArrayList<>();
		for (final CombinationFit fit : best) for (final Component component : fit.components())
			if (holds(component, fit.edgeStep()) && !names.contains(component.name())) names.add(component.name());
		return names;
	}

	/** Shares do not depend on the units of the data. The only survivor has a fraction without an error. */
	private boolean holds(final Component component, final double sum) {
		if (!(component.amount() > fraction * sum)) return false;
		if (!component.atBound()) return component.fraction() > errors * component.fractionError();
		return Double.isNaN(component.amountError()) || component.amount() > errors * component.amountError();
	}
}
