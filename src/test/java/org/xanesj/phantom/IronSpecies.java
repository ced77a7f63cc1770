// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.phantom;

import java.util.Arrays;
import java.util.List;

import org.xanesj.phantom.EdgeShape.Peak;
import org.xanesj.phantom.EdgeShape.Shell;
import org.xanesj.phantom.EdgeShape.Step;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.Spectrum;

/**
 * The species of the iron K phantom: the first four are in the sample, the others are decoys. Invented spectra: only
 * their landmarks are nature's. Energies are on the scale on which metallic iron's edge is 7112.0 eV (Bearden & Burr,
 * Rev. Mod. Phys. 39 (1967) 125); the pre-edge peaks lie at the centroids of Fe(II), 7112.1 eV, and Fe(III), 7113.5 eV
 * (Wilke et al., Am. Mineral. 86 (2001) 714); the rising edge moves up by about 4 to 5 eV from Fe(II) to Fe(III) oxides
 * and silicates (Waychunas, Apted & Brown, Phys. Chem. Minerals 10 (1983) 1). Steps are wider than the core hole,
 * 1.19 eV (Krause & Oliver, J. Phys. Chem. Ref. Data 8 (1979) 329), by the monochromator and the band of final states.
 */
enum IronSpecies {

	GOETHITE("Goethite-like", 1.72, 0.85, -1.1e-3, new EdgeShape(7124.0, 0.0250, //
		List.of(new Step(.35, 7121.5, 3.5), new Step(.65, 7125.4, 3.2)), //
		List.of(new Peak(7113.5, .055, 3.0), new Peak(7129.7, .50, 6.3), new Peak(7136.5, .08, 8)), //
		List.of(new Shell(.30, 1.95, 2.9, .006), new Shell(.10, 3.05, .5, .008)))),

	HEMATITE("Hematite-like", 0.64, -0.22, 2.0e-4, new EdgeShape(7123.2, 0.0270, //
		List.of(new Step(.40, 7120.6, 3.5), new Step(.60, 7125.0, 3.4)), //
		List.of(new Peak(7113.5, .075, 3.4), new Peak(7131.0, .40, 7.5), new Peak(7135.8, .22, 7)), //
		List.of(new Shell(.26, 1.97, 2.6, .006), new Shell(.17, 2.95, 1.1, .008)))),

	FAYALITE("Fayalite-like", 2.31, 1.40, -2.4e-3, new EdgeShape(7119.6, 0.0450, //
		List.of(new Step(.25, 7117.2, 3.5), new Step(.75, 7120.6, 3.0)), //
		List.of(new Peak(7112.1, .035, 2.6), new Peak(7125.2, .62, 6.0), new Peak(7134, .12, 9)), //
		List.of(new Shell(.26, 2.15, 2.6, .009), new Shell(.07, 3.2, 0, .010)))),

	PYRITE("Pyrite-like", 0.37, 0.11, 3.5e-4, new EdgeShape(7117.6, 0.0760, //
		List.of(new Step(.70, 7116.6, 3.2), new Step(.30, 7121.5, 6)), //
		List.of(new Peak(7112.6, .22, 3.2), new Peak(7119.6, .16, 5), new Peak(7131.5, .20, 10)), //
		List.of(new Shell(.34, 2.25, 4.2, .005), new Shell(.16, 3.45, 2.2, .007)))),

	MAGNETITE("Magnetite-like", 1.18, 0.42, -6.0e-4, new EdgeShape(7122.0, 0.0180, //
		List.of(new Step(.5, 7119.2, 4.5), new Step(.5, 7124.6, 4)), //
		List.of(new Peak(7113.3, .13, 3.2), new Peak(7130.6, .36, 7.5), new Peak(7146, .14, 12)), //
		List.of(new Shell(.20, 1.93, 2.2, .007), new Shell(.18, 3.1, 3.6, .008)))),

	SIDERITE("Siderite-like", 0.91, -0.35, 5.0e-4, new EdgeShape(7120.9, 0.0110, //
		List.of(new Step(.2, 7118.4, 3), new Step(.8, 7121.8, 2.6)), //
		List.of(new Peak(7112.1, .025, 2.4), new Peak(7126.4, .50, 4.5), new Peak(7132.6, .20, 5), //
			new Peak(7139, .14, 7)), //
		List.of(new Shell(.28, 2.12, 2.2, .009), new Shell(.14, 2.95, 3.0, .011)))),

	FERRIHYDRITE("Ferrihydrite-like", 1.46, 0.07, -3.0e-4, new EdgeShape(7123.8, 0.0500, //
		List.of(new Step(.45, 7121.2, 5.0), new Step(.55, 7125.6, 4.5)), //
		List.of(new Peak(7113.6, .085, 3.6), new Peak(7132.2, .46, 10.5)), //
		List.of(new Shell(.20, 1.93, 3.2, .012), new Shell(.05, 3.0, .9, .014)))),

	JAROSITE("Jarosite-like", 0.33, 0.62, -8.0e-4, new EdgeShape(7125.2, -0.0130, //
		List.of(new Step(.2, 7121.2, 3), new Step(.8, 7126.6, 2.6)), //
		List.of(new Peak(7113.5, .045, 2.6), new Peak(7130.9, .86, 5.2), new Peak(7144, .16, 10)), //
		List.of(new Shell(.24, 1.98, 2.4, .007), new Shell(.14, 3.3, 2.6, .009)))),

	WUESTITE("Wuestite-like", 2.05, -0.80, 1.5e-3, new EdgeShape(7118.9, 0.0640, //
		List.of(new Step(.45, 7116.6, 4), new Step(.55, 7121.0, 3.6)), //
		List.of(new Peak(7112.2, .05, 3.2), new Peak(7127.6, .52, 7.5), new Peak(7139.5, .10, 8)), //
		List.of(new Shell(.26, 2.14, 1.6, .010), new Shell(.26, 3.05, 4.4, .008)))),

	IRON_METAL("Iron metal-like", 1.02, 0.30, -1.6e-3, new EdgeShape(7112.0, 0.0110, //
		List.of(new Step(.42, 7112.0, 2.6), new Step(.58, 7119.6, 5.5)), //
		List.of(new Peak(7114.6, .06, 4), new Peak(7131.4, .24, 8), new Peak(7145, .06, 14)), //
		List.of(new Shell(.24, 2.48, 5.2, .006), new Shell(.14, 4.06, 3.4, .007))));

	/** How many of the species are in the sample. */
	static final int PRESENT = 4;

	/** The energies at which the references were "measured", eV: finer than the stack's, and reaching further. */
	static final EnergyAxis GRID = EnergyGrid.from(7000).to(7095, 5).to(7108, 0.5).to(7140, 0.25).to(7180, 1).to(7350, 2)
		.axis();

	private final String title;
	/** Edge step of the raw reference. */
	private final double scale;
	/** Background of the raw reference at 7112 eV, and its change in an eV. */
	private final double offset;
	private final double slope;
	private final EdgeShape shape;

	IronSpecies(final String title, final double scale, final double offset, final double slope, final EdgeShape shape) {
		this.title = title;
		this.scale = scale;
		this.offset = offset;
		this.slope = slope;
		this.shape = shape;
	}

	static List<IronSpecies> present() {
		return Arrays.asList(values()).subList(0, PRESENT);
	}

	/** @return the name in legends; with {@code -like}, so that none takes it for a measured mineral */
	String title() {
		return title;
	}

	/** @return the truth: absorption at an energy in eV for an edge step of 1 */
	double mu(final double e) {
		return shape.at(e);
	}

	/** @return raw absorption as a beamline records it: an edge of its own height on a sloping background of its own */
	Spectrum reference() {
		final double[] raw = new double[GRID.size()];
		for (int i = 0; i < raw.length; i++) {
			final double e = GRID.at(i);
			raw[i] = Math.rint(1e6 * (scale * mu(e) + offset + slope * (e - 7112))) / 1e6;
		}
		return new Spectrum(title, GRID, raw);
	}
}
