// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.spark;

import java.util.List;

import org.xanesj.io.Paths;
import org.xanesj.report.RunRequest;

/** The keys of the command <i>Speciate XANES...</i> on a command line. */
final class RequestWords {

	/** The one key that is not the command's. */
	static final String MASTER = "master";

	static final List<String> KEYS = List.of("stack", "references", "output", "mode", "i0", "energies", "fit",
		"normalization", "components", "clusters", "max_species", "sum_to_one", "fit_from", "fit_to", "exclude", "core_hole",
		"mask", "seed", "calibrate", "errors", "false_alarm", MASTER);

	private RequestWords() {}

	/**
	 * @return what is asked for; the path of the stack is whole, so that it is the same from any folder
	 * @throws org.xanesj.stack.InputException when a value is missing or no number
	 */
	static RunRequest request(final Arguments a) {
		final RunRequest d = RunRequest.DEFAULT;
		final String stack = Paths.whole(a.required("stack", "the file or folder of the stack"));
		final String output = a.required("output", "a folder for the results");
		return new RunRequest(stack, a.text("energies", d.energies()), a.text("references", d.references()), output, a.text(
			"mode", d.mode()), a.text("i0", d.i0()), a.text("fit", d.fit()), a.text("normalization", d.normalization()), count(a,
				"components", d.components()), count(a, "clusters", d.clusters()), count(a, "max_species", d.maxSpecies()), a
					.truth("sum_to_one", d.sumToOne()), a.number("fit_from", d.fitFrom()), a.number("fit_to", d.fitTo()), a.text(
						"exclude", d.exclude()), a.number("core_hole", d.coreHole()), a.text("mask", d.mask()), a.whole("seed", d
							.seed(), Long.MAX_VALUE), a.text("calibrate", d.calibrate()), a.text("errors", d.errors()), a.number("false_alarm", d
								.falseAlarm()));
	}

	private static int count(final Arguments a, final String key, final int otherwise) {
		return (int) a.whole(key, otherwise, Integer.MAX_VALUE);
	}
}
