// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.edge;

import java.io.Serializable;

/**
 * A number that is mapped.
 *
 * @param name in slice labels, such as {@code white line}
 * @param unit such as {@code eV}; empty for none
 */
public record Quantity(String name, String unit) implements Serializable {

	/** The energy of the edge, whatever the method. */
	public static final Quantity E0 = new Quantity("E0", "eV");
	public static final Quantity WHITE_LINE = new Quantity("white line", "eV");
	public static final Quantity WHITE_LINE_HEIGHT = new Quantity("white line height", "");
	public static final Quantity WHITE_LINE_AREA = new Quantity("white line area", "eV");
	public static final Quantity PRE_EDGE_CENTROID = new Quantity("pre-edge centroid", "eV");
	public static final Quantity PRE_EDGE_AREA = new Quantity("pre-edge area", "eV");

	/** As many are measured at once, at most. */
	public static final int MOST = 6;

	/** @return the name with its unit, {@code E0 (eV)} */
	public String label() {
		return unit.isEmpty() ? name : name + " (" + unit + ")";
	}

	/** @return the name of its column in tables, {@code white_line_eV} */
	public String column() {
		return stem() + (unit.isEmpty() ? "" : "_" + unit);
	}

	/** @return the name of the column of its errors, {@code white_line_sigma} */
	public String sigmaColumn() {
		return stem() + "_sigma";
	}

	private String stem() {
		return name.replace(' ', '_').replace('-', '_');
	}
}
