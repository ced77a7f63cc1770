// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.phantom;

import java.util.List;

import org.xanesj.phantom.EdgeShape.Peak;
import org.xanesj.phantom.EdgeShape.Step;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.Spectrum;

/**
 * The species of the iron L phantom. Invented spectra with nature's landmarks: at L3, Fe(II) peaks at 707.8 eV with a
 * broader, weaker peak at 710.5 eV, and Fe(III) at 709.5 eV behind a smaller peak at 708.0 eV (van Aken, Liebscher &
 * Styrsa, Phys. Chem. Minerals 25 (1998) 323); L2 lies some 13 eV above L3 (Fuggle & Mårtensson, J. Electron Spectrosc.
 * Relat. Phenom. 21 (1980) 275).
 */
enum SoftSpecies {

	FERROUS("Ferrous-like", 0.11, List.of(new Peak(706.4, .5, 1.0), new Peak(707.8, 6.6, 1.5), new Peak(710.5, 1.7, 2.6),
		new Peak(720.8, 1.9, 2.6), new Peak(724.2, .8, 3))), //
	FERRIC("Ferric-like", 0.09, List.of(new Peak(708.0, 3.2, 1.1), new Peak(709.5, 7.8, 1.6), new Peak(712.8, .8, 3),
		new Peak(721.4, 1.7, 2), new Peak(723.0, 2.3, 2.2)));

	/** The energies of the references, eV: finer than the stack's. */
	private static final EnergyAxis GRID = EnergyGrid.from(699).to(705, 0.5).to(727, 0.1).to(731, 0.5).axis();

	private final String title;
	private final double scale;
	private final EdgeShape shape;

	SoftSpecies(final String title, final double scale, final List<Peak> peaks) {
		this.title = title;
		this.scale = scale;
		this.shape = new EdgeShape(709.5, 0, continuum(), peaks, List.of());
	}

	/** Twice as strong above L3 (four electrons) as above L2 (two). */
	private static List<Step> continuum() {
		return List.of(new Step(2 / 3., 709.5, 4), new Step(1 / 3., 722.6, 4));
	}

	String title() {
		return title;
	}

	/** @return optical density of one unit at an energy in eV */
	double od(final double e) {
		return scale * shape.at(e);
	}

	Spectrum reference() {
		final double[] od = new double[GRID.size()];
		for (int i = 0; i < od.length; i++) od[i] = Math.rint(1e6 * od(GRID.at(i))) / 1e6;
		return new Spectrum(title, GRID, od);
	}
}
