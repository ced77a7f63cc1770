// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.xanesj.block.Runner;
import org.xanesj.prepare.Absorbance;
import org.xanesj.prepare.FinitePixels;
import org.xanesj.prepare.IncidentIntensity;
import org.xanesj.stack.Heap;
import org.xanesj.stack.Mask;
import org.xanesj.stack.Signal;
import org.xanesj.stack.SpectralImage;
import org.xanesj.stack.Spectrum;

/**
 * A stack as absorption, whatever it came as.
 *
 * @param image absorption
 * @param usable the pixels that are neither dead nor saturated
 * @param mode what the values were taken for, never {@link Mode#AUTO}
 * @param incident the I0 that counts were divided by; empty when the values were absorption
 * @param notes what was assumed
 */
public record Absorption(SpectralImage image, Mask usable, Mode mode, Optional<IncidentIntensity> incident,
	List<String> notes)
{

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
			incident.ifPresent(i0 -> notes.add("The I0 " + i0.name() + " was not used: mode=absorption."));
			final FinitePixels finite = FinitePixels.of(stack, runner);
			notes.addAll(finite.notes());
			return new Absorption(stack, finite.mask(), resolved, Optional.empty(), notes);
		}
		requireRoom(stack);
		notes.add("The values of the stack were taken as transmitted counts (mode=" + mode + ").");
		final SpectralImage counts = stack.with(stack.info().with(Signal.COUNTS));
		final FinitePixels counted = FinitePixels.of(counts, runner);
		notes.addAll(counted.notes());
		final IncidentIntensity i0 = incident.isPresent() ? IncidentIntensity.of(incident.get()) : IncidentIntensity
			.ofBrightest(counts, counted.mask(), runner);
		notes.add(i0.note());
		final SpectralImage image = counts.source().isPresent() ? Absorbance.lazily(counts, i0) : Absorbance.of(counts, i0,
			runner).image();
		final Mask usable = counted.positive();
		final long dark = counted.mask().count() - usable.count();
		if (dark > 0) notes.add(dark + (dark == 1 ? " pixel" : " pixels") + " left out: counts of zero or less.");
		return new Absorption(image, usable, resolved, Optional.of(i0), notes);
	}

	/** Of counts in memory the absorption is a second stack. */
	private static void requireRoom(final SpectralImage counts) {
		if (counts.source().isPresent()) return;
		Heap.require(Heap.product(Float.BYTES, counts.size(), counts.energies().size()), counts.info().name(),
			"its absorption, beside its counts,",
			"Give Java a larger heap (-Xmx), or the file as stack: one that is too large is read piece by piece.");
	}
}
