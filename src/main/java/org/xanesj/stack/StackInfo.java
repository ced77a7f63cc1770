// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.stack;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What is known of a stack besides its pixels and energies.
 *
 * @param name of the file or window
 * @param pixelSize or {@link PixelSize#UNKNOWN}
 * @param signal what the values are
 * @param element such as {@code Fe}; empty when not known
 * @param edge such as {@code K}; empty when not known
 * @param notes what was assumed or changed on the way in, one sentence each, for the user to read
 */
public record StackInfo(String name, PixelSize pixelSize, Signal signal, String element, String edge, List<String> notes) implements Serializable {

	public StackInfo {
		Objects.requireNonNull(name);
		notes = List.copyOf(notes);
	}

	/** A stack of which only the name is known. */
	public static StackInfo named(final String name) {
		return new StackInfo(name, PixelSize.UNKNOWN, Signal.UNKNOWN, "", "", List.of());
	}

	public StackInfo with(final PixelSize other) {
		return new StackInfo(name, other, signal, element, edge, notes);
	}

	public StackInfo with(final Signal other) {
		return new StackInfo(name, pixelSize, other, element, edge, notes);
	}

	public StackInfo with(final String otherElement, final String otherEdge) {
		return new StackInfo(name, pixelSize, signal, otherElement, otherEdge, notes);
	}

	/** @return the same with more notes after those there are */
	public StackInfo noting(final List<String> more) {
		final List<String> all = new ArrayList<>(notes);
		all.addAll(more);
		return new StackInfo(name, pixelSize, signal, element, edge, all);
	}
}
