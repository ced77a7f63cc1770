// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.xanesj.block.Runner;
import org.xanesj.prepare.EdgeFinder;
import org.xanesj.prepare.EdgeWindow;
import org.xanesj.prepare.MeanSpectrum;
import org.xanesj.stack.InputException;
import org.xanesj.stack.Mask;
import org.xanesj.stack.SpectralImage;
import org.xanesj.stack.Spectrum;

/**
 * Where the element is: in which pixels, and at which energies. E0 is that of the mean spectrum of the mask; the
 * automatic mask needs a window around E0: a first E0 comes from the mean of all usable pixels. Where the element is
 * does not depend on what is fitted.
 *
 * @param mask the pixels to analyse
 * @param mean of the mask
 * @param e0 in eV
 * @param window the energies to analyse
 * @param notes what was assumed
 */
public record EdgeRegion(Mask mask, Spectrum mean, double e0, EdgeWindow window, List<String> notes) {

	/** White lines fall as steeply as they rise, but hardly more. */
	private static final double MUCH = 1.5;

	/**
	 * @param image absorption
	 * @param finite the pixels that can be analysed
	 * @param given the pixels to analyse; empty for automatic
	 * @param from first energy in eV, 0 for automatic
	 * @param to last energy in eV, 0 for automatic
	 * @throws InputException when no pixel or too few energies are left
	 */
	public static EdgeRegion of(final SpectralImage image, final Mask finite, final Optional<Mask> given, final double from,
		final double to, final Runner runner)
	{
		final List<String> notes = new ArrayList<>();
		final Mask usable = given.map(mask -> finite.and(mask::contains)).orElse(finite);
		if (usable.count() == 0) throw new InputException(image.info().name() + ": " + (given.isPresent()
			? "the mask holds no usable pixel." : "no pixel is usable."),
			"Every pixel is dead, saturated or outside: check the stack, the mode and the mask.");
		Mask mask = usable;
		if (given.isEmpty()) {
			final double rough = EdgeFinder.e0(MeanSpectrum.of(image, usable, runner).mean());
			final EdgeWindow around = EdgeWindow.of(image.energies(), rough, 0, 0);
			final ElementMask element = ElementMask.of(image, usable, around.indices(), runner);
			notes.add(element.note());
			mask = element.mask();
		}
		else notes.add("Mask: " + mask.count() + " usable pixels of the " + given.get().count() + " that were given.");
		final Spectrum mean = MeanSpectrum.of(image, mask, runner).mean();
		final double e0 = EdgeFinder.e0(mean);
		final EdgeWindow window = EdgeWindow.of(image.energies(), e0, from, to);
		notes.add(String.format(Locale.ROOT, "E0 of the mean spectrum is %.2f eV; %d energies from %.2f to %.2f eV are analysed.",
			e0, window.indices().length, image.energies().at(window.indices()[0]), image.energies().at(window
				.indices()[window.indices().length - 1])));
		return new EdgeRegion(mask, mean, e0, window, List.copyOf(notes));
	}

	/** @return whether the mean spectrum falls much more steeply than it rises, as transmitted counts do at an edge */
	boolean isUpsideDown() {
		final int[] at = window.indices();
		double rise = 0;
		double fall = 0;
		for (int i = 1; i < at.length; i++) {
			final double step = mean.energies().at(at[i]) - mean.energies().at(at[i - 1]);
			final double slope = (mean.values()[at[i]] - mean.values()[at[i - 1]]) / step;
			rise = Math.max(rise, slope);
			fall = Math.max(fall, -slope);
		}
		return fall > MUCH * rise;
	}
}
