// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.xanesj.block.Runner;
import org.xanesj.fit.CombinationFit;
import org.xanesj.stack.Mask;
import org.xanesj.stack.Spectrum;

/**
 * The test of every pixel for whether references explain it, on a whole image: plane by plane, of which one is in memory.
 *
 * @param ground of the stack
 * @param task gives the misfit of a block's pixels
 * @param test of a plane
 * @param known the planes on which the test was found, when these are all that there are; else empty
 * @param note what was tested
 */
record Unexplained(Groundwork ground, PixelMisfit task, MisfitTest test, List<Plane> known, String note) {

	/**
	 * A plane of the image.
	 *
	 * @param first index of its first pixel
	 * @param misfit of its pixels
	 */
	record Plane(long first, PixelMisfit.Part misfit) {}

	/** Pixels of whole planes on which the noise and what references are off by are found, about. */
	private static final int SAMPLE = 500_000;

	/** Of the edge step: a smaller misfit is not worth a word. */
	private static final double NOTICED = 0.0005;

	/**
	 * @param references the library, or of too large a one those in use
	 * @return the test, or why there is none
	 */
	static Result of(final Groundwork ground, final Fitting fitting, final List<Spectrum> references,
		final SpeciateOptions options, final Runner runner)
	{
		final int unexplained = ground.window().length - 2 - ground.components();
		if (!fitting.isBaseline()) return new Result("fit=normalized knows no chi-square weighed by the noise");
		if (ground.noise().isBelowPrecision()) return new Result("there is no noise to judge misfits by");
		if (unexplained < 1 || ground.window().length - 2 - references.size() < 1) return new Result("there are too few energies");
		final PixelMisfit task = new PixelMisfit(ground.window(), ground.noise(), ground.components(), fitting.pixelFit(
			references));
		final List<Plane> planes = new ArrayList<>();
		final Mask some = someOf(ground);
		eachPlane("Noise of pixels", ground, some, task, runner, planes::add);
		final MisfitTest test = MisfitTest.of(planes.stream().map(Plane::misfit).toList(), ground.image().width(), unexplained, options
			.certainty().falseAlarm());
		final List<Plane> known = some.count() == ground.edge().mask().count() ? planes : List.of();
		return new Result(Optional.of(new Unexplained(ground, task, test, known, "Every pixel was tested for whether the " + references
			.size() + " references explain it, by chi-square over 3 x 3 pixels" + allowed(test, ground, fitting, references))), "");
	}

	/** What was not taken for another species, as a part of the edge step. */
	private static String allowed(final MisfitTest test, final Groundwork ground, final Fitting fitting,
		final List<Spectrum> references)
	{
		final CombinationFit mean = fitting.fit(ground.edge().mean(), ground.edge().mask().count(), references).get(0).fit();
		final double off = Math.sqrt(test.misfit() / meanWeight(ground)) * mean.edgeStep() / fitting.step(mean);
		if (!(off > NOTICED)) return ".";
		return String.format(Locale.ROOT, "; a misfit of %.2g %% of the edge step beyond the noise, which most pixels have, was " +
			"allowed for%s.", 100 * off, test.spread() == 1 ? "" : String.format(Locale.ROOT, ", and that it spreads %.1f times as far " +
				"as noise does", test.spread()));
	}

	/** A test, or why there is none. */
	record Result(Optional<Unexplained> test, String why) {

		private Result(final String why) {
			this(Optional.empty(), why);
		}
	}

	/** The mean over energies of one over the variance of the noise. */
	private static double meanWeight(final Groundwork ground) {
		return Arrays.stream(ground.noise().sigma()).map(s -> 1 / (s * s)).average().orElseThrow();
	}

	/** @return the pixels of the mask that are not explained */
	Mask pixels(final Runner runner) {
		final Mask.Builder found = new Mask.Builder(ground.image().size());
		eachPlane(runner, plane -> {
			final boolean[] unexplained = test.unexplained(plane.misfit(), ground.image().width());
			for (int p = 0; p < unexplained.length; p++) if (unexplained[p]) found.add(plane.first() + p);
		});
		return found.build();
	}

	/** Hands on the misfits of all pixels of the mask. */
	void eachPlane(final Runner runner, final Consumer<Plane> sink) {
		if (known.isEmpty()) eachPlane("Testing every pixel", ground, ground.edge().mask(), task, runner, sink);
		else known.forEach(sink);
	}

	/** Planes without a pixel of the mask are passed over. */
	private static void eachPlane(final String step, final Groundwork ground, final Mask mask, final PixelMisfit task,
		final Runner runner, final Consumer<Plane> sink)
	{
		final int area = ground.image().width() * ground.image().height();
		final PixelMisfit.Part[] plane = new PixelMisfit.Part[1];
		runner.run(step, ground.image(), mask, task, (block, part) -> {
			final int first = (int) (block.first() % area);
			if (first == 0) plane[0] = null;
			if (plane[0] == null && part.step().length > 0) plane[0] = PixelMisfit.Part.unknown(area);
			if (plane[0] != null) plane[0].put(part, first, block.inside(mask));
			if (plane[0] != null && first + block.count() == area) sink.accept(new Plane(block.first() - first, plane[0]));
		});
	}

	/** The mask in whole planes, evenly spaced among those that it has pixels in. */
	private static Mask someOf(final Groundwork ground) {
		final Mask mask = ground.edge().mask();
		final int area = ground.image().width() * ground.image().height();
		final int[] held = IntStream.range(0, ground.image().depth()).filter(z -> mask.offsets((long) z * area,
			area).length > 0).toArray();
		final int count = Math.max(1, Math.min(held.length, SAMPLE / area));
		final Set<Long> chosen = IntStream.range(0, count).mapToObj(i -> (long) held[(2 * i + 1) * held.length / (2 * count)])
			.collect(Collectors.toSet());
		return mask.and(p -> chosen.contains(p / area));
	}
}
