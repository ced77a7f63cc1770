// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.prepare;

import java.io.Serializable;
import java.util.List;

import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.InputException;
import org.xanesj.stack.Spectrum;

/**
 * Larch-compatible normalisation of one spectrum. Noisy pixels are better fitted unnormalised; a whole stack goes
 * through {@link StackNormalization}.
 *
 * <pre>
 * NormalizedSpectrum normal = Normalization.of(spectrum, Normalization.Options.AUTOMATIC.withE0(7112));
 * normal.norm().values();
 * </pre>
 */
public final class Normalization {

	/** The degree follows from the width of the post-edge range: 2, below 300 eV 1, below 30 eV 0. */
	public static final int AUTOMATIC_DEGREE = -1;

	private static final int LARGEST_DEGREE = 5;

	private Normalization() {}

	/**
	 * What a user may fix; NaN leaves a value to Larch's rules. Swapped ranges are swapped back and all are clipped to
	 * the data. A negative {@code norm2} means the end of the data, as Larch's numbers have it.
	 *
	 * @param e0 in eV
	 * @param pre1 start of the pre-edge range, relative to E0 in eV, as are the other three
	 * @param pre2 its end
	 * @param norm1 start of the post-edge range
	 * @param norm2 its end
	 * @param degree of the post-edge polynomial, 0 to 5 (Athena's {@code nnorm} counts coefficients: one more), or
	 *          {@link #AUTOMATIC_DEGREE}
	 * @param nvict the pre-edge line is fitted to absorption x energy^nvict; 0 is Larch's default
	 */
	public record Options(double e0, double pre1, double pre2, double norm1, double norm2, int degree, int nvict)
		implements Serializable
	{

		/** Everything by Larch's rules. */
		public static final Options AUTOMATIC = new Options(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN,
			AUTOMATIC_DEGREE, 0);

		/** @throws InputException when a value is infinite, E0 is not positive, or the degree is out of range */
		public Options {
			if (e0 <= 0) throw new InputException("E0 is " + e0 + " eV.", "Give a positive energy in eV, or none.");
			for (final double value : new double[] { e0, pre1, pre2, norm1, norm2 })
				if (Double.isInfinite(value)) throw new InputException("A normalisation range ends at " + value + " eV.",
					"Give energies relative to E0 in eV.");
			if (degree < AUTOMATIC_DEGREE || degree > LARGEST_DEGREE) throw new InputException(
				"The degree of the post-edge polynomial is " + degree + ".", "Give 0 (constant) to " + LARGEST_DEGREE +
					"; 2 is usual.");
		}

		public Options withE0(final double other) {
			return new Options(other, pre1, pre2, norm1, norm2, degree, nvict);
		}

		public Options withPreEdge(final double from, final double to) {
			return new Options(e0, from, to, norm1, norm2, degree, nvict);
		}

		public Options withPostEdge(final double from, final double to) {
			return new Options(e0, pre1, pre2, from, to, degree, nvict);
		}

		public Options withDegree(final int other) {
			return new Options(e0, pre1, pre2, norm1, norm2, other, nvict);
		}
	}

	/**
	 * Larch's {@code pre_edge}. A given E0 is used as it is; one that is not between the second and the last but one
	 * energy is replaced by the E0 that is found, as Larch does, and this is noted. Spectra of any length work.
	 *
	 * @throws InputException when a value is not finite
	 */
	public static NormalizedSpectrum of(final Spectrum spectrum, final Options options) {
		FiniteValues.require(spectrum);
		final EnergyAxis axis = spectrum.energies();
		final int n = axis.size();
		final boolean given = !Double.isNaN(options.e0());
		final boolean usable = given && n > 2 && options.e0() >= axis.at(1) && options.e0() <= axis.at(n - 2);
		final double e0 = usable ? options.e0() : EdgeFinder.e0(spectrum);
		final List<String> notes = !given || usable ? List.of() : List.of(spectrum.name() + ": E0 " + EnergyAxis.label(
			options.e0()) + " is not inside the spectrum; " + EnergyAxis.label(e0) + " was found and used.");
		final NormalizationOperator operator = NormalizationOperator.of(NormalizationMethod.LARCH, axis, e0, options);
		final double[] mu = spectrum.values();
		return new NormalizedSpectrum(operator.ranges(), operator.edgeStep(mu), spectrum.with(operator.preEdge(mu)),
			spectrum.with(operator.postEdge(mu)), spectrum.with(operator.apply(mu)), spectrum.with(operator.flattened().apply(
				mu)), notes);
	}

	/**
	 * @param method {@link NormalizationMethod#AUTO} goes by the spectrum's own range
	 * @return the spectrum normalised by any of the methods, on its own E0 where none is given
	 * @throws InputException when a value is not finite, or the given E0 is not within the spectrum
	 */
	public static Spectrum of(final Spectrum spectrum, final NormalizationMethod method, final Options options) {
		final double e0 = Double.isNaN(options.e0()) ? EdgeFinder.e0(spectrum) : options.e0();
		FiniteValues.require(spectrum);
		final EnergyAxis axis = spectrum.energies();
		if (e0 < axis.first() || e0 > axis.last()) throw new InputException(spectrum.name() + ": E0 " + EnergyAxis.label(
			e0) + " is not within its energies, " + EnergyAxis.label(axis.first()) + " to " + EnergyAxis.label(axis.last()) +
			".", "Give an E0 within them, or none to have it found.");
		return spectrum.with(NormalizationOperator.of(method, axis, e0, options).apply(spectrum.values()));
	}
}
