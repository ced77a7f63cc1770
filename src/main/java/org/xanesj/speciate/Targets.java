// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.xanesj.block.LineProjection;
import org.xanesj.factor.TargetScale;
import org.xanesj.factor.TargetTest;
import org.xanesj.stack.ReferenceLibrary;
import org.xanesj.stack.Spectrum;

/** The target tests of a library. */
public final class Targets {

	private Targets() {}

	/**
	 * @param references normalised
	 * @return the test of each, the smallest SPOIL first and those that are undecided last; of equal ones that with the
	 *         smaller R-factor, then that which was named first
	 */
	public static List<TargetTest> of(final ReferenceLibrary references, final Groundwork ground,
		final TargetScale scale)
	{
		final LineProjection projection = ground.noise().projection();
		final double[] step = projection.apply(step(ground));
		final List<TargetTest> tests = new ArrayList<>();
		for (final Spectrum reference : references.spectra()) {
			final double[] x = projection.apply(reference.on(ground.axis()).values());
			tests.add(scale == TargetScale.FREE ? TargetTest.of(reference.name(), x, ground.noise().pca(), ground.components())
				: TargetTest.ofFixedScale(reference.name(), x, step, ground.noise().pca(), ground.components()));
		}
		tests.sort(Comparator.comparingDouble(TargetTest::spoil).thenComparingDouble(TargetTest::rFactor));
		return List.copyOf(tests);
	}

	/** @return 0 below E0 and 1 from there on: its product with a spectrum measures the height of the edge beside a line */
	private static double[] step(final Groundwork ground) {
		final double[] step = ground.axis().toArray();
		for (int e = 0; e < step.length; e++) step[e] = step[e] < ground.edge().e0() ? 0 : 1;
		return step;
	}

	/** @return what the components and a line make of a reference in a test, in its own unit at the energies of the window */
	public static double[] projected(final TargetTest test, final Spectrum reference, final Groundwork ground) {
		final LineProjection projection = ground.noise().projection();
		final double[] left = test.target().clone();
		for (int i = 0; i < left.length; i++) left[i] -= test.projection()[i];
		final double[] whitened = projection.expand(left);
		final double[] values = reference.on(ground.axis()).values().clone();
		for (int e = 0; e < values.length; e++) values[e] -= whitened[e] / projection.weights()[e];
		return values;
	}
}
