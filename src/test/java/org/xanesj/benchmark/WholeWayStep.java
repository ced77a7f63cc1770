// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.google.gson.JsonObject;

import org.xanesj.cluster.KMeans;

/** The whole way in memory, against the fastest that is composed of numpy, scipy and scikit-learn. */
final class WholeWayStep implements BenchmarkStep {

	static final String NAME = "The whole way in memory";

	/** Of variances that numpy sums in single precision, and of an inertia in another minimum that is nearly as deep. */
	private static final double TOLERANCE = 1e-3;

	private final BenchmarkStack stack;
	private final List<Map<String, Double>> runs = new ArrayList<>();
	private List<float[]> planes;
	private WholeWay result;

	WholeWayStep(final BenchmarkStack stack) {
		this.stack = stack;
	}

	@Override
	public String name() {
		return NAME + ", " + stack.shape();
	}

	@Override
	public Target target() {
		return Target.ratio(10);
	}

	@Override
	public List<String> needs() {
		return List.of("numpy", "scipy", "sklearn");
	}

	@Override
	public JsonObject prepare() {
		planes = stack.newPlanes();
		final JsonObject request = Requests.of("way", stack, NnlsStep.SAMPLE);
		request.addProperty("threads", Runtime.getRuntime().availableProcessors());
		request.addProperty("components", PcaStep.COMPONENTS);
		request.addProperty("clusters", KMeansStep.CLUSTERS);
		request.addProperty("starts", KMeans.Options.of(KMeansStep.CLUSTERS, 1).starts());
		request.addProperty("fitted", WholeWay.FITTED);
		return request;
	}

	@Override
	public void run() {
		result = WholeWay.run(stack, planes);
		runs.add(result.seconds());
	}

	@Override
	public void release() {
		result = null;
	}

	@Override
	public String check(final Answer theirs) {
		runs.clear();
		final float[] variances = theirs.values("variances");
		double most = 0;
		for (int c = 0; c < PcaStep.SIGNAL; c++)
			most = Math.max(most, Differences.of(result.pca().eigenvalues()[c] / stack.pixels() / variances[c], 1));
		final double inertia = result.inertia() / theirs.values("inertia")[0];
		final String said = String.format(Locale.ROOT, "inertia of all over the peer's %.5f, at most %.3f", inertia, 1 + TOLERANCE);
		if (!(inertia <= 1 + TOLERANCE)) throw new Disagreement(said);
		return Disagreement.unless("relative difference of the first " + PcaStep.SIGNAL + " variances", most, TOLERANCE) + "; " + said + "; " + NnlsStep
			.compared(result.maps().fractions(), theirs.values("amounts"), stack);
	}

	/** @return the median seconds of each of our steps, in order */
	Map<String, Double> seconds() {
		final Map<String, Double> medians = new LinkedHashMap<>();
		for (final String step : runs.get(0).keySet()) medians.put(step, Spread.of(runs.stream().mapToDouble(r -> r.get(
			step)).toArray()).median());
		return medians;
	}
}
