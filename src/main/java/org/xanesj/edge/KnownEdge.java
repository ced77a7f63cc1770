// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.edge;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * An absorption edge of an element by its binding energy (Elam, Ravel and Sieber, Radiat. Phys. Chem. 63, 121 (2002)): K
 * edges from carbon to tin, L3 edges from calcium to uranium.
 *
 * <pre>
 * KnownEdge.near(7123.5); // the K edge of Fe
 * KnownEdge.near(12660); // the K edge of Se and the L3 edge of Tl
 * </pre>
 *
 * @param element such as {@code Fe}
 * @param edge {@code K} or {@code L3}
 * @param energy of the level in eV
 */
public record KnownEdge(String element, String edge, double energy) {

	private static final String TABLE = "binding-energies.csv";

	/** Monochromators are off by a few eV, either way. */
	private static final double BELOW = 5, BELOW_RELATIVE = 0.0015;

	/** Oxidised species lie above the tabulated, mostly metallic, ones. */
	private static final double ABOVE = 8, ABOVE_RELATIVE = 0.003;

	/**
	 * @param e0 the energy at which an edge was found, in eV
	 * @return every edge that it may be, in the order of the table: E0 is at most 5 eV (or 0.15 %) below and 8 eV (or
	 *         0.3 %) above the tabulated energy, whichever is more
	 */
	public static List<KnownEdge> near(final double e0) {
		try (BufferedReader table = new BufferedReader(new InputStreamReader(KnownEdge.class.getResourceAsStream(TABLE),
			StandardCharsets.UTF_8)))
		{
			return table.lines().filter(line -> !line.startsWith("#")).skip(1).flatMap(KnownEdge::ofRow).filter(known -> known
				.mayBe(e0)).toList();
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static Stream<KnownEdge> ofRow(final String row) {
		final String[] cells = row.split(",", -1);
		return Stream.of(new String[] { "K", cells[1] }, new String[] { "L3", cells[2] }).filter(level -> !level[1]
			.isEmpty()).map(level -> new KnownEdge(cells[0], level[0], Double.parseDouble(level[1])));
	}

	private boolean mayBe(final double e0) {
		return e0 >= energy - Math.max(BELOW, BELOW_RELATIVE * energy) && e0 <= energy + Math.max(ABOVE, ABOVE_RELATIVE *
			energy);
	}

	/** @return such as {@code the K edge of Fe} */
	@Override
	public String toString() {
		return "the " + edge + " edge of " + element;
	}
}
