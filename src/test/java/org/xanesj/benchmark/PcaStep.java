// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.benchmark;

import java.util.List;

import com.google.gson.JsonObject;

import org.xanesj.factor.EigenImages;
import org.xanesj.factor.Pca;
import org.xanesj.factor.PcaVariant;

/** Components and scores of a stack in planes, against scikit-learn, which transposes it first. */
final class PcaStep implements BenchmarkStep {

	static final int COMPONENTS = 10;

	/** Components of the sample: four species, their mean subtracted. The others are noise, of nearly equal variances. */
	static final int SIGNAL = 3;

	private static final double TOLERANCE = 1e-3;
	private static final double ROUNDING = 1e-5;

	private final NormalizedStack normalized;
	private Pca pca;
	private float[][] scores;

	PcaStep(final NormalizedStack normalized) {
		this.normalized = normalized;
	}

	@Override
	public String name() {
		return "PCA, " + COMPONENTS + " components with scores";
	}

	@Override
	public Target target() {
		return Target.ratio(3.5);
	}

	@Override
	public List<String> needs() {
		return List.of("numpy", "sklearn");
	}

	@Override
	public JsonObject prepare() {
		normalized.image();
		final JsonObject request = Requests.of("pca", normalized.stack());
		request.addProperty("components", COMPONENTS);
		return request;
	}

	@Override
	public void run() {
		final BenchmarkStack stack = normalized.stack();
		pca = Pca.of(normalized.image(), stack.all(), stack.energies(), PcaVariant.CENTRED, BenchmarkStack.RUNNER);
		scores = EigenImages.of(normalized.image(), stack.all(), stack.energies(), pca, PcaVariant.CENTRED, COMPONENTS,
			BenchmarkStack.RUNNER);
	}

	@Override
	public void release() {
		pca = null;
		scores = null;
	}

	@Override
	public String check(final Answer theirs) {
		final float[] others = theirs.values("scores");
		double most = 0;
		for (int c = 0; c < SIGNAL; c++)
			most = Math.max(most, apart(scores[c], others, c * normalized.stack().pixels()));
		return explained(theirs.values("variances")) + "; " + Disagreement.unless("relative difference of the scores of " +
			"the first " + SIGNAL + " (rms)", most, TOLERANCE);
	}

	/** A randomised solver may find less in components of noise, but nobody can find more than there is. */
	private String explained(final float[] variances) {
		double ours = 0;
		double theirs = 0;
		for (int c = 0; c < COMPONENTS; c++) {
			ours += pca.eigenvalues()[c] / (pca.pixels() - 1);
			theirs += variances[c];
		}
		return Disagreement.unless("relative lack of explained variance", Math.max(0, 1 - ours / theirs), ROUNDING) + "; " +
			Disagreement.unless("relative difference of the first " + SIGNAL + " variances", largest(variances), TOLERANCE);
	}

	private double largest(final float[] variances) {
		double most = 0;
		for (int c = 0; c < SIGNAL; c++)
			most = Math.max(most, Differences.of(pca.eigenvalues()[c] / (pca.pixels() - 1) / variances[c], 1));
		return most;
	}

	/** The root mean square of the difference over that of the scores; scikit-learn chooses its own sign. */
	private static double apart(final float[] ours, final float[] theirs, final int from) {
		double plus = 0;
		double minus = 0;
		double size = 0;
		for (int p = 0; p < ours.length; p++) {
			plus += Math.pow(ours[p] - theirs[from + p], 2);
			minus += Math.pow(ours[p] + theirs[from + p], 2);
			size += (double) ours[p] * ours[p];
		}
		return Math.sqrt(Math.min(plus, minus) / size);
	}
}
