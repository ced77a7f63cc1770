// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.command;

import java.util.ArrayList;
import java.util.List;

import org.xanesj.edge.EdgeMaps;
import org.xanesj.edge.StateCalibration;
import org.xanesj.edge.StateMaps;

/** Maps of measured edges with their slice labels, and beside them, in the same order, their errors. */
record EdgeImages(List<String> labels, List<float[]> maps, List<String> errorLabels, List<float[]> errorMaps) {

	static EdgeImages of(final EdgeMaps maps) {
		final EdgeImages images = new EdgeImages(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
		for (int q = 0; q < maps.quantities().size(); q++) images.add(maps.quantities().get(q).label(), maps.values()[q], maps
			.errors()[q]);
		return images;
	}

	private void add(final String label, final float[] map, final float[] error) {
		labels.add(label);
		maps.add(map);
		errorLabels.add("error of " + label);
		errorMaps.add(error);
	}

	void add(final StateMaps states) {
		add("oxidation state", states.states(), states.errors());
		errorLabels.add("error of oxidation state from noise");
		errorMaps.add(states.fromNoise());
	}

	float[][] values() {
		return maps.toArray(float[][]::new);
	}

	float[][] errors() {
		return errorMaps.toArray(float[][]::new);
	}

	static String note(final StateMaps states) {
		return states.beyond() + " pixels have an energy that lies beyond the references by more than " +
			(int) StateCalibration.BEYOND + " of its errors: they have no oxidation state.";
	}
}
