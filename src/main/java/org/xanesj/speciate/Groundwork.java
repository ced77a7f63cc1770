// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.xanesj.block.GramFolds;
import org.xanesj.block.Runner;
import org.xanesj.factor.ComponentNumber;
import org.xanesj.factor.CrossValidation;
import org.xanesj.factor.NoiseModel;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.InputException;
import org.xanesj.stack.Mask;
import org.xanesj.stack.Signal;
import org.xanesj.stack.SpectralImage;

/**
 * What every analysis stands on: the stack as absorption, where the element is, the noise and the components above it.
 *
 * @param image absorption, with the element and the edge where the file says them or E0 does
 * @param usable the pixels that are neither dead nor saturated
 * @param mode what the stack's values were taken for
 * @param edge the pixels and the energies to analyse
 * @param noise at these energies
 * @param crossValidation of the number of components, of the spectra that were whitened with this noise
 * @param components as asked for, or as many as stand above the noise
 * @param notes what was assumed
 */
public record Groundwork(SpectralImage image, Mask usable, Mode mode, EdgeRegion edge, NoiseModel noise,
	CrossValidation crossValidation, int components, List<String> notes)
{

	/** No sample that lets any light through has an optical density like this. */
	private static final double OPAQUE = 20;

	/** @throws InputException when the stack, its mask or the options cannot be used */
	public static Groundwork of(final Sample sample, final SpeciateOptions options, final Runner runner) {
		return of(sample, options, NoiseOrigin.FOUND, runner);
	}

	/** @throws InputException also when the noise is to be that of counts and the stack has none */
	public static Groundwork of(final Sample sample, final SpeciateOptions options, final NoiseOrigin origin,
		final Runner runner)
	{
		return of(sample, options, origin, runner, new Stopwatch());
	}

	static Groundwork of(final Sample sample, final SpeciateOptions options, final NoiseOrigin origin, final Runner runner,
		final Stopwatch stopwatch)
	{
		final List<String> notes = new ArrayList<>(sample.stack().info().notes());
		final TrustedEnergies trusted = TrustedEnergies.of(sample, options.exclude());
		notes.addAll(trusted.notes());
		final Mode mode = origin.mode(options.mode(), trusted.stack().info().signal());
		final Absorption absorption = stopwatch.time("absorption", () -> Absorption.of(trusted.stack(), mode, trusted
			.incident(), runner));
		notes.addAll(absorption.notes());
		final SpectralImage image = absorption.image();
		final EdgeRegion edge = stopwatch.time("mask and E0", () -> EdgeRegion.of(image, absorption.usable(), sample.mask(),
			options.fitFrom(), options.fitTo(), runner));
		notes.addAll(edge.notes());
		if (absorption.mode() == Mode.ABSORPTION && edge.isUpsideDown()) notes.add(suspected(mode, image, edge));
		final int[] window = edge.window().indices();
		final CrossValidation.Options dealt = new CrossValidation.Options(CrossValidation.Options.DEFAULT.folds(), options.seed());
		final GramFolds folds = stopwatch.time("covariance", () -> GramFolds.of(image, edge.mask(), window, dealt.folds(), dealt
			.seed(), runner));
		final StackNoise whitening = stopwatch.time("components", () -> StackNoise.of(trusted.stack(), absorption, edge, folds
			.all(), origin, runner));
		notes.addAll(whitening.notes());
		final NoiseModel noise = whitening.model();
		final CrossValidation predicted = stopwatch.time("cross-validation", () -> CrossValidation.of(folds, noise
			.projection()));
		final NamedEdge named = NamedEdge.of(image.info(), edge.e0());
		named.note().ifPresent(notes::add);
		final int components = components(options.components(), noise, predicted, notes);
		return new Groundwork(image.with(named.info()), absorption.usable(), absorption.mode(), edge, noise, predicted, components, List
			.copyOf(notes));
	}

	/** Counts that nobody called so give nonsense without a word: where nobody said absorption either, that is no note. */
	private static String suspected(final Mode asked, final SpectralImage image, final EdgeRegion edge) {
		final double level = Arrays.stream(edge.mean().values()).average().orElse(0);
		if (asked == Mode.AUTO && image.info().signal() == Signal.UNKNOWN && level > OPAQUE) throw new InputException(image
			.info().name() + ": its values, about " + Math.round(level) + ", fall at the edge, as transmitted counts do.",
			"Use mode=transmission or give an I0, or make it XANES Optical Density first; mode=absorption takes it as it is.");
		return "The mean spectrum falls more steeply than it rises: if the values of the stack are transmitted counts, use " +
			"mode=transmission, or XANES Optical Density first.";
	}

	private static int components(final int asked, final NoiseModel noise, final CrossValidation predicted,
		final List<String> notes)
	{
		final int most = noise.pca().indicators().size();
		if (asked > most) throw new InputException("components=" + asked + ", but " + most +
			" is the most for these energies and pixels.", "Ask for fewer, or for 0 (automatic).");
		notes.add(found(noise) + " (" + ComponentNumber.suggested(noise.pca(), predicted) + ")" + (asked > 0 ? "; " + asked + " were asked for." : "."));
		if (noise.isBelowPrecision()) notes.add("What the components leave is within the precision of the stack's " +
			"numbers: all energies have the same weight, and reduced chi-squares mean nothing.");
		return asked > 0 ? asked : noise.components();
	}

	private static String found(final NoiseModel noise) {
		if (!noise.hasSignal()) return "No component stands above the noise: there may be no edge in these pixels";
		final String count = noise.components() == 1 ? "1 component stands" : noise.components() + " components stand";
		return noise.isAtLimit() ? "At least " + count + " above the noise; these energies and pixels tell no more apart"
			: count + " above the noise";
	}

	/** @return the same with fewer components, and why */
	Groundwork withComponents(final int fewer, final String note) {
		final List<String> all = new ArrayList<>(notes);
		all.add(note);
		return new Groundwork(image, usable, mode, edge, noise, crossValidation, fewer, List.copyOf(all));
	}

	/** @return indices of the energies that are analysed */
	public int[] window() {
		return edge.window().indices();
	}

	/** @return the energies that are analysed */
	public EnergyAxis axis() {
		return image.energies().select(window());
	}
}
