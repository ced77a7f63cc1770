// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

import org.xanesj.block.Gram;
import org.xanesj.block.PixelBlock;
import org.xanesj.block.Runner;
import org.xanesj.edge.Background;
import org.xanesj.edge.EdgeAnalysis;
import org.xanesj.edge.EdgeMaps;
import org.xanesj.edge.EdgeNumbers;
import org.xanesj.edge.KnownEdge;
import org.xanesj.edge.PeakWindow;
import org.xanesj.edge.PixelEdges;
import org.xanesj.edge.PixelNoise;
import org.xanesj.edge.SpectrumNoise;
import org.xanesj.factor.NoiseModel;
import org.xanesj.prepare.MeanSpectrum;
import org.xanesj.prepare.Normalization;
import org.xanesj.prepare.NormalizationMethod;
import org.xanesj.prepare.NormalizationOperator;
import org.xanesj.prepare.NormalizationRanges;
import org.xanesj.stack.Mask;
import org.xanesj.stack.SpectralImage;
import org.xanesj.stack.Spectrum;
import org.xanesj.stack.StackInfo;

/**
 * The edges of a stack: how they are measured in its pixels, in the mean of any region and in references, with one
 * normalisation and the noise that the stack shows.
 *
 * @param ground of the stack
 * @param analysis of spectra on the stack's energies
 * @param noise of its pixels
 * @param notes what was assumed
 */
public record EdgeSurvey(Groundwork ground, EdgeAnalysis analysis, PixelNoise noise, List<String> notes) {

	/** Fewer pixels do not tell their noise from what they consist of. */
	private static final int FEW = 10;

	/** Enough to try the smoothing on. */
	private static final int SAMPLE = 80;

	/**
	 * @param exclude bad energies, as in {@link SpeciateOptions}
	 * @param options of the measurement; without a pre-edge window that of the edge is taken, where it is known
	 * @param ranges of the normalisation; with an E0 that is not NaN the edge is looked for around it
	 * @throws org.xanesj.stack.InputException when the stack, its mask or the options cannot be used
	 */
	public static EdgeSurvey of(final Sample sample, final String exclude, final EdgeAnalysis.Options options,
		final Normalization.Options ranges, final Runner runner)
	{
		final SpeciateOptions defaults = SpeciateOptions.DEFAULT.withExclude(exclude);
		final Groundwork ground = Groundwork.of(sample, defaults, runner);
		final List<String> notes = new ArrayList<>(ground.notes());
		final SpectralImage image = ground.image();
		final Mask mask = ground.edge().mask();
		final double e0 = Double.isNaN(ranges.e0()) ? ground.edge().e0() : ranges.e0();
		final NormalizationOperator operator = NormalizationOperator.of(NormalizationMethod.LARCH, image.energies(), e0,
			ranges);
		notes.add(note(operator.ranges()));
		final PixelNoise noise = noise(image, mask, ground.edge().mean(), runner);
		if (noise.components().length == 0) notes.add("The mask holds " + mask.count() +
			" pixels: their noise is that of their mean spectrum, judged from its roughness.");
		final EdgeAnalysis analysis = EdgeAnalysis.of(ground.edge().mean(), sample(image, mask, runner), noise, e0,
			background(operator, image.energies().size()), options.peak() != null ? options : options.with(peak(image.info(), e0).orElse(
				null)));
		notes.addAll(analysis.notes());
		return new EdgeSurvey(ground, analysis, noise, List.copyOf(notes));
	}

	private static String note(final NormalizationRanges ranges) {
		return String.format(Locale.ROOT,
			"Normalised with one E0, %.2f eV: pre-edge %.0f to %.0f eV, post-edge %.0f to %.0f eV from it, degree %d.", ranges
				.e0(), ranges.pre1(), ranges.pre2(), ranges.norm1(), ranges.norm2(), ranges.degree());
	}

	/** The operator as plain matrices, found from what it does to each single value. */
	private static Background background(final NormalizationOperator operator, final int energies) {
		final double[][] curve = new double[energies][energies];
		final double[] step = new double[energies];
		for (int j = 0; j < energies; j++) {
			final double[] one = new double[energies];
			one[j] = 1;
			final double[] pre = operator.preEdge(one);
			for (int i = 0; i < energies; i++) curve[i][j] = pre[i];
			step[j] = operator.postEdge(one)[operator.ranges().edge()] - pre[operator.ranges().edge()];
		}
		return new Background(curve, step);
	}

	private static Optional<PeakWindow> peak(final StackInfo info, final double e0) {
		return KnownEdge.near(e0).stream().filter(known -> known.element().equalsIgnoreCase(info.element()) && known.edge()
			.equalsIgnoreCase(info.edge())).findFirst().flatMap(PeakWindow::of);
	}

	/** At all energies, not only those around the edge: the normalisation needs them. */
	private static PixelNoise noise(final SpectralImage image, final Mask mask, final Spectrum mean, final Runner runner) {
		if (mask.count() < FEW) {
			final double root = Math.sqrt(mask.count());
			return new PixelNoise(Arrays.stream(SpectrumNoise.of(mean)).map(s -> s * root).toArray(), new double[0][]);
		}
		final int[] all = IntStream.range(0, image.energies().size()).toArray();
		final NoiseModel model = NoiseModel.of(Gram.of(image, mask, all, runner), image.energies());
		final List<double[]> components = new ArrayList<>(List.of(model.projection().line()));
		for (final double[] factor : model.pca().factors(model.components())) components.add(model.projection().expand(
			factor));
		return new PixelNoise(model.sigma(), components.toArray(double[][]::new));
	}

	/** @return spectra of some pixels, always the same ones */
	private static List<double[]> sample(final SpectralImage image, final Mask mask, final Runner runner) {
		final List<double[]> sample = new ArrayList<>();
		runner.run("Sampling spectra", image, Thinned.of(mask, SAMPLE, 1), EdgeSurvey::spectra, (block, some) -> sample.addAll(
			some));
		return sample;
	}

	private static ArrayList<double[]> spectra(final PixelBlock block) {
		final ArrayList<double[]> spectra = new ArrayList<>();
		for (int i = 0; i < block.size(); i++) {
			final double[] spectrum = new double[block.energies()];
			block.copy(i, spectrum);
			spectra.add(spectrum);
		}
		return spectra;
	}

	/** @return maps of all pixels of the mask */
	public EdgeMaps maps(final Runner runner) {
		return new PixelEdges(analysis, noise).map(ground.image(), ground.edge().mask(), runner);
	}

	/**
	 * The mean spectrum of a region, measured.
	 *
	 * @param name of the region
	 * @param pixels that were averaged
	 * @param numbers in the order of the analysis; their errors are those of the noise of the pixels, which is taken to
	 *          be independent between them
	 */
	public record Region(String name, long pixels, EdgeNumbers numbers) {}

	/** @throws org.xanesj.stack.InputException when no pixel of the region is usable */
	public Region region(final String name, final Mask region, final Runner runner) {
		final Mask usable = region.and(ground.usable()::contains);
		final MeanSpectrum mean = MeanSpectrum.of(ground.image(), usable, runner);
		final PixelNoise of = noise;
		final double variance = runner.reduce("Noise of " + name, ground.image(), usable, block -> variance(of, block),
			Double::sum) / mean.pixels();
		return new Region(name, mean.pixels(), analysis.of(mean.mean().values(), noise.scaled(variance / mean.pixels())));
	}

	private static double variance(final PixelNoise noise, final PixelBlock block) {
		return spectra(block).stream().mapToDouble(noise::variance).filter(Double::isFinite).sum();
	}
}
