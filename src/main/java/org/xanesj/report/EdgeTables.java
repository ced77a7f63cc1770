// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.xanesj.edge.CalibrationPoint;
import org.xanesj.edge.EdgeMaps;
import org.xanesj.edge.Quantity;
import org.xanesj.edge.StateCalibration;
import org.xanesj.speciate.EdgeSurvey;

/** The tables of measured edges. Their columns are what users' scripts hold on to. */
public final class EdgeTables {

	private EdgeTables() {}

	/**
	 * The detection limit is in eV.
	 *
	 * @param quantities what was measured of each region
	 * @param calibrated index of the energy that gives the state
	 */
	public static Csv regions(final List<Quantity> quantities, final List<EdgeSurvey.Region> regions,
		final Optional<StateCalibration> calibration, final int calibrated)
	{
		final List<String> header = new ArrayList<>(List.of("spectrum", "pixels"));
		for (final Quantity quantity : quantities) header.addAll(List.of(quantity.column(), quantity.sigmaColumn()));
		header.add("detection_limit");
		if (calibration.isPresent()) header.addAll(List.of("state", "state_sigma", "state_sigma_noise"));
		final Csv csv = new Csv(header.toArray(String[]::new));
		for (final EdgeSurvey.Region region : regions) {
			final List<Object> row = new ArrayList<>(List.of(region.name(), region.pixels()));
			final double[] values = region.numbers().values(), errors = region.numbers().errors();
			for (int q = 0; q < values.length; q++) row.addAll(List.of(values[q], errors[q]));
			row.add(EdgeMaps.DETECTED * errors[quantities.indexOf(Quantity.E0)]);
			if (calibration.isPresent()) {
				final StateCalibration.Prediction found = calibration.get().of(values[calibrated], errors[calibrated]);
				row.addAll(List.of(found.state(), found.error(), found.fromNoise()));
			}
			csv.row(row.toArray());
		}
		return csv;
	}

	/** The references, what the curve says of each, and how far that is from what it should say. */
	public static Csv calibration(final StateCalibration calibration) {
		final Csv csv = new Csv("reference", "state", "energy_eV", "energy_sigma", "state_of_curve", "difference");
		for (final CalibrationPoint point : calibration.points()) {
			final double found = calibration.of(point.energy(), point.error()).state();
			csv.row(point.name(), point.state(), point.energy(), point.error(), found, found - point.state());
		}
		return csv;
	}
}
