// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.util.List;

/** A map that a result will have. */
public sealed interface PlannedMap {

	/** @return the stem of its files' names, such as {@code species} */
	String name();

	/** @return what a slice of each plane shows, one name for each slice */
	List<String> names();

	/** @return bytes of a pixel in one slice */
	int bytes();

	/**
	 * Values in 32 bits.
	 *
	 * @param names of the slices of each plane
	 */
	record Values(String name, List<String> names) implements PlannedMap {

		/** @throws org.xanesj.stack.InputException when there is no name */
		public Values {
			MapImages.checkNames(name, names, names.size());
			names = List.copyOf(names);
		}

		@Override
		public int bytes() {
			return Float.BYTES;
		}
	}

	/**
	 * Labels in 16 bits.
	 *
	 * @param legend whose colours are those of the labels 1, 2, …
	 */
	record Labels(String name, List<LegendEntry> legend) implements PlannedMap {

		public Labels {
			legend = List.copyOf(legend);
		}

		@Override
		public List<String> names() {
			return List.of(name);
		}

		@Override
		public int bytes() {
			return Short.BYTES;
		}
	}
}
