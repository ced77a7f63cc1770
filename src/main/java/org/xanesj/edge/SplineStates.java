// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.edge;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.xanesj.stack.InputException;

/**
 * A curved calibration: a {@link MonotoneCubic} through the mean energy of the references of each state. Its error is
 * that of these means, carried through the curve, and the scatter of compounds of one state, which only several
 * references of one state can tell; without such the references' own errors take its place.
 */
final class SplineStates implements StateCurve {

	/** Of the range of energies: a change small enough for a derivative. */
	private static final double SMALL = 1e-4;

	private final double[] energies;
	private final double[] states;
	private final double[] knotErrors;
	private final double scatter;
	private final int degrees;
	private final MonotoneCubic curve;

	/** @throws InputException when there are fewer than two states, or the energies do not rise with them or fall */
	SplineStates(final List<CalibrationPoint> points) {
		final double[] rising = points.stream().mapToDouble(CalibrationPoint::state).distinct().sorted().toArray();
		final double[] means = IntStream.range(0, rising.length).mapToDouble(k -> mean(of(points, rising[k]))).toArray();
		final boolean falls = means[0] > means[means.length - 1];
		energies = falls ? reversed(means) : means;
		states = falls ? reversed(rising) : rising;
		requireOrder();
		degrees = points.size() - states.length;
		final double squares = points.stream().mapToDouble(p -> Math.pow(p.energy() - mean(of(points, p.state())), 2)).sum();
		final double own = Math.sqrt(points.stream().mapToDouble(p -> p.error() * p.error()).average().orElseThrow());
		scatter = degrees == 0 ? own : StudentFactor.of(degrees) * Math.sqrt(squares / degrees);
		knotErrors = IntStream.range(0, states.length).mapToDouble(k -> scatter / Math.sqrt(of(points, states[k]).size()))
			.toArray();
		curve = new MonotoneCubic(energies, states);
	}

	private static List<CalibrationPoint> of(final List<CalibrationPoint> points, final double state) {
		return points.stream().filter(p -> p.state() == state).toList();
	}

	private static double mean(final List<CalibrationPoint> points) {
		return points.stream().mapToDouble(CalibrationPoint::energy).average().orElseThrow();
	}

	private static double[] reversed(final double[] values) {
		return IntStream.range(0, values.length).mapToDouble(i -> values[values.length - 1 - i]).toArray();
	}

	private void requireOrder() {
		if (states.length < 2) throw new InputException("The references of the calibration have one state, " + states[0] +
			".", "At least two states are needed.");
		for (int k = 1; k < energies.length; k++) if (energies[k] <= energies[k - 1]) throw new InputException(String.format(
			Locale.ROOT, "The energies do not follow the states: state %s lies at %.3f eV and state %s at %.3f eV.", states[k -
				1], energies[k - 1], states[k], energies[k]), "Use curve=linear, or leave the reference out that does not fit.");
	}

	@Override
	public double state(final double energy) {
		return curve.value(energy);
	}

	@Override
	public double slope(final double energy) {
		return curve.slope(energy);
	}

	@Override
	public double error(final double energy) {
		double variance = Math.pow(slope(energy) * scatter, 2);
		final double small = SMALL * (energies[energies.length - 1] - energies[0]);
		for (int k = 0; k < energies.length; k++) {
			final double change = (moved(k, small).value(energy) - moved(k, -small).value(energy)) / (2 * small);
			variance += Math.pow(change * knotErrors[k], 2);
		}
		return Math.sqrt(variance);
	}

	private MonotoneCubic moved(final int knot, final double by) {
		final double[] others = energies.clone();
		others[knot] += by;
		return new MonotoneCubic(others, states);
	}

	@Override
	public String note() {
		return "a monotone cubic through " + states.length + " states" + (degrees == 0
			? "; no state has two references, which would tell how far compounds lie from the curve: the errors of the states " +
				"are too small." : String.format(Locale.ROOT, ", compounds of one state within %.3f eV.", scatter));
	}
}
