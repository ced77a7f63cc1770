// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.benchmark;

import java.util.List;

import com.google.gson.JsonObject;

import org.xanesj.fit.Constraint;
import org.xanesj.fit.Design;
import org.xanesj.fit.FitOptions;
import org.xanesj.fit.FitWay;
import org.xanesj.fit.PixelFit;
import org.xanesj.fit.SpeciesMaps;

/** Non-negative least squares in every pixel with errors and residuals, against {@code scipy.optimize.nnls}. */
final class NnlsStep implements BenchmarkStep {

	static final int SAMPLE = 4000;
	static final double TOLERANCE = 1e-5;

	private final NormalizedStack normalized;
	private SpeciesMaps result;

	NnlsStep(final NormalizedStack normalized) {
		this.normalized = normalized;
	}

	@Override
	public String name() {
		return "NNLS of every pixel, " + normalized.stack().species().size() + " references";
	}

	@Override
	public Target target() {
		return Target.ratio(50);
	}

	@Override
	public List<String> needs() {
		return List.of("numpy", "scipy");
	}

	@Override
	public JsonObject prepare() {
		normalized.image();
		return Requests.of("nnls", normalized.stack(), SAMPLE);
	}

	/** @return the design whose amounts are those of plain non-negative least squares */
	static Design design(final BenchmarkStack stack) {
		return Design.of(stack.image().energies(), stack.species(), FitOptions.DEFAULT.with(FitWay.NORMALIZED).with(
			Constraint.NON_NEGATIVE));
	}

	@Override
	public void run() {
		result = PixelFit.map(normalized.image(), normalized.stack().all(), design(normalized.stack()),
			BenchmarkStack.RUNNER);
	}

	@Override
	public void release() {
		result = null;
	}

	@Override
	public String check(final Answer theirs) {
		return compared(result, theirs.values("amounts"), normalized.stack());
	}

	/** @param amounts of the peer, sampled pixels x references */
	static String compared(final SpeciesMaps maps, final float[] amounts, final BenchmarkStack stack) {
		final int references = maps.fractions().length;
		final int[] sample = stack.sample(SAMPLE);
		double most = 0;
		for (int i = 0; i < SAMPLE; i++) for (int r = 0; r < references; r++)
			most = Math.max(most, Differences.of(maps.fractions()[r][sample[i]], amounts[i * references + r]));
		return Disagreement.unless("largest difference of amounts in the sample", most, TOLERANCE);
	}
}
