// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.benchmark;

import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.xanesj.block.Gram;
import org.xanesj.block.PixelBlock;
import org.xanesj.block.Progress;
import org.xanesj.block.Projector;
import org.xanesj.cluster.KMeans;
import org.xanesj.fit.Constraint;
import org.xanesj.fit.Design;
import org.xanesj.fit.FitOptions;
import org.xanesj.fit.FitWay;
import org.xanesj.fit.PixelFit;
import org.xanesj.fit.SpeciesMaps;
import org.xanesj.phantom.LargePhantom;
import org.xanesj.prepare.Normalization;
import org.xanesj.prepare.NormalizationMethod;
import org.xanesj.prepare.NormalizationOperator;
import org.xanesj.prepare.StackNormalization;
import org.xanesj.stack.Spectrum;

/** The kernels alone, on one block of pixels that stays in a core's cache, on one thread: nanoseconds a pixel. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(KernelBenchmark.PIXELS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class KernelBenchmark {

	static final int PIXELS = 1024;
	private static final int SPECIES = 6;

	private PixelBlock block;
	private Projector projector;
	private NormalizationOperator operator;
	private KMeans means;
	private float[][] points;
	private int[] labels;
	private PixelFit shares;
	private PixelFit amounts;

	@Setup
	public void prepare() {
		final LargePhantom phantom = LargePhantom.of(PIXELS, 1, LargePhantom.ENERGIES_150, 1);
		block = PixelBlock.of(phantom.planes().toArray(float[][]::new), PIXELS);
		final double[][] spectra = phantom.spectra(SPECIES);
		final var references = IntStream.range(0, SPECIES).mapToObj(s -> new Spectrum(LargePhantom.names(SPECIES).get(s),
			LargePhantom.ENERGIES_150, spectra[s])).toList();
		projector = new Projector(spectra);
		operator = NormalizationOperator.of(NormalizationMethod.LARCH, LargePhantom.ENERGIES_150, 7119.5,
			Normalization.Options.AUTOMATIC);
		points = phantom.planes().subList(40, 50).toArray(float[][]::new);
		means = KMeans.fit(points, KMeans.Options.of(8, 1), Progress.NONE);
		labels = new int[PIXELS];
		shares = new PixelFit(Design.of(LargePhantom.ENERGIES_150, references, FitOptions.DEFAULT));
		amounts = new PixelFit(Design.of(LargePhantom.ENERGIES_150, references, FitOptions.DEFAULT.with(FitWay.NORMALIZED)
			.with(Constraint.NON_NEGATIVE)));
	}

	@Benchmark
	public Gram gram() {
		return Gram.of(block);
	}

	@Benchmark
	public double[][] scores() {
		return projector.apply(block);
	}

	/** In place: what has been normalised is normalised again, which takes as long. */
	@Benchmark
	public float[] normalize() {
		return StackNormalization.inPlace(operator, block);
	}

	@Benchmark
	public int[] nearestCentres() {
		means.assign(points, PIXELS, labels);
		return labels;
	}

	@Benchmark
	public SpeciesMaps fitWithLine() {
		return shares.apply(block);
	}

	@Benchmark
	public SpeciesMaps fitWithoutLine() {
		return amounts.apply(block);
	}
}
