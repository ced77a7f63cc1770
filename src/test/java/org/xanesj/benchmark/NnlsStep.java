// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.benchmark;

import java.util.List;
import java.util.function.Function;

import com.google.gson.JsonObject;

import org.xanesj.fit.Constraint;
import org.xanesj.fit.Design;
import org.xanesj.fit.FitOptions;
import org.xanesj.fit.FitWay;
import org.xanesj.fit.PixelAmounts;
import org.xanesj.fit.PixelFit;

/** Non-negative least squares in every pixel, against {@code scipy.optimize.nnls}. */
final class NnlsStep implements BenchmarkStep {

	static final int SAMPLE = 4000;
	static final double TOLERANCE = 1e-5;

	private final NormalizedStack normalized;
	private final String what;
	private final Function<Design, float[][]> fit;
	private float[][] result;

	private NnlsStep(final NormalizedStack normalized, final String what, final Function<Design, float[][]> fit) {
		this.normalized = normalized;
		this.what = what;
		this.fit = fit;
	}

	/** The amounts alone, as scipy's function gives them. */
	static NnlsStep amounts(final NormalizedStack normalized) {
		return new NnlsStep(normalized, "NNLS of every pixel", design -> {
			final BenchmarkStack stack = normalized.stack();
			final float[][] maps = new float[stack.species().size()][(int) stack.image().size()];
			BenchmarkStack.RUNNER.run("NNLS", normalized.image(), stack.all(), new PixelAmounts(design), (block, amounts) -> {
				for (int r = 0; r < maps.length; r++)
					for (int i = 0; i < block.count(); i++) maps[r][(int) block.first() + i] = (float) amounts[r][i];
			});
			return maps;
		});
	}

	/** What the product does: errors, R-factor and reduced chi-square too. */
	static NnlsStep maps(final NormalizedStack normalized) {
		return new NnlsStep(normalized, "the same with errors and misfits", design -> PixelFit.map(normalized.image(), normalized
			.stack().all(), design, BenchmarkStack.RUNNER).fractions());
	}

	@Override
	public String name() {
		return what + ", " + normalized.stack().species().size() + " references";
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
		result = fit.apply(design(normalized.stack()));
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
	static String compared(final float[][] maps, final float[] amounts, final BenchmarkStack stack) {
		final int references = maps.length;
		final int[] sample = stack.sample(SAMPLE);
		double most = 0;
		for (int i = 0; i < SAMPLE; i++) for (int r = 0; r < references; r++)
			most = Math.max(most, Differences.of(maps[r][sample[i]], amounts[i * references + r]));
		return Disagreement.unless("largest difference of amounts in the sample", most, TOLERANCE);
	}
}
