// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.stack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Reference spectra by name, and what could not be used of those that were given. Names are unique: a second
 * spectrum of the same name gets {@code (2)} behind it.
 *
 * @param spectra each on its own energies
 * @param leftOut what was left out, with the reason
 * @param notes what was assumed on the way in, one sentence each, for the user to read
 */
public record ReferenceLibrary(List<Spectrum> spectra, List<LeftOut> leftOut, List<String> notes) {

	/**
	 * A reference that is not used.
	 *
	 * @param name of the file or the spectrum
	 * @param reason one sentence
	 */
	public record LeftOut(String name, String reason) {}

	public ReferenceLibrary {
		spectra = uniquelyNamed(spectra);
		leftOut = List.copyOf(leftOut);
		notes = List.copyOf(notes);
	}

	public static ReferenceLibrary of(final List<Spectrum> spectra) {
		return new ReferenceLibrary(spectra, List.of(), List.of());
	}

	private static List<Spectrum> uniquelyNamed(final List<Spectrum> spectra) {
		final Set<String> taken = new HashSet<>();
		final List<Spectrum> named = new ArrayList<>();
		for (final Spectrum spectrum : spectra) {
			String name = spectrum.name();
			for (int i = 2; !taken.add(name); i++) name = spectrum.name() + " (" + i + ")";
			named.add(name.equals(spectrum.name()) ? spectrum : spectrum.named(name));
		}
		return List.copyOf(named);
	}

	/** @return the library with what became of its spectra */
	public ReferenceLibrary with(final List<Spectrum> others) {
		return new ReferenceLibrary(others, leftOut, notes);
	}

	/** @return these and the others, names made unique again */
	public ReferenceLibrary and(final ReferenceLibrary other) {
		return new ReferenceLibrary(joined(spectra, other.spectra), joined(leftOut, other.leftOut), joined(notes,
			other.notes));
	}

	/** @return the library without the spectra for which {@code reason} gives one; null keeps a spectrum */
	public ReferenceLibrary without(final Function<Spectrum, String> reason) {
		final List<Spectrum> kept = new ArrayList<>();
		final List<LeftOut> out = new ArrayList<>(leftOut);
		for (final Spectrum spectrum : spectra) {
			final String why = reason.apply(spectrum);
			if (why == null) kept.add(spectrum);
			else out.add(new LeftOut(spectrum.name(), why));
		}
		return new ReferenceLibrary(kept, out, notes);
	}

	private static <T> List<T> joined(final List<T> a, final List<T> b) {
		final List<T> all = new ArrayList<>(a);
		all.addAll(b);
		return all;
	}
}
