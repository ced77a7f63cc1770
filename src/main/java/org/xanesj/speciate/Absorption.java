// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.xanesj.block.Runner;
import org.xanesj.prepare.Absorbance;
import org.xanesj.prepare.IncidentIntensity;
import org.xanesj.stack.SpectralImage;
import org.xanesj.stack.Spectrum;

/**
 * A stack as absorption, whatever it came as.
 *
 * @param image absorption
 * @param mode what the values were taken for, never {@link Mode#AUTO}
 * @param notes what was assumed
 */
public record Absorption(SpectralImage image, Mode mode, List<String> notes) {

	/**
	 * @param incident the measured I0; without one a stack of counts takes its brightest pixels
	 */
	public static Absorption of(final SpectralImage stack, final Mode mode, final Optional<Spectrum> incident,
		final Runner runner)
	{
		final Mode resolved = mode.resolve(stack.info().signal(), incident.isPresent());
		final List<String> notes = new ArrayList<>();
		if (resolved == Mode.ABSORPTION) {
			notes.add("The values of the stack were taken as absorption (mode=" + mode + ").");
			if (incident.isPresent()) notes.add("The I0 " + incident.get().name() + " was not used: mode=absorption.");
			return new Absorption(stack, resolved, notes);
		}
		notes.add("The values of the stack were taken as transmitted counts (mode=" + mode + ").");
		final IncidentIntensity i0 = incident.isPresent() ? IncidentIntensity.of(incident.get()) : IncidentIntensity
			.ofBrightest(stack, runner);
		notes.add(i0.note());
		final Absorbance absorbance = Absorbance.of(stack, i0, runner);
		return new Absorption(absorbance.image(), resolved, notes);
	}
}
