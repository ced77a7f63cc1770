// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xanesj.block.LocalRunner;
import org.xanesj.block.Progress;
import org.xanesj.prepare.Normalization.Options;
import org.xanesj.stack.InputException;
import org.xanesj.stack.Mask;
import org.xanesj.stack.Signal;
import org.xanesj.stack.SpectralImage;
import org.xanesj.stack.Spectrum;

class StackNormalizationTest {

	private static final int WIDTH = 61;
	private static final int HEIGHT = 47;
	private static final int DEPTH = 2;

	/** Pixels with their own thickness, matrix and noise. */
	private static SpectralImage phantom(final Spectrum edge) {
		final Random random = new Random(3);
		return Stacks.of(edge.energies(), WIDTH, HEIGHT, DEPTH, Signal.ABSORPTION, p -> {
			final double thickness = 0.2 + random.nextDouble();
			final double matrix = 3 * random.nextDouble();
			return e -> thickness * edge.values()[e] + matrix + 0.01 * random.nextGaussian();
		});
	}

	private static double[] spectrum(final SpectralImage image, final int pixel) {
		final double[] values = new double[image.energies().size()];
		for (int e = 0; e < values.length; e++) values[e] = Stacks.value(image, pixel, e);
		return values;
	}

	@ParameterizedTest
	@CsvSource({ "long,7112.5", "medium,7114.3", "few-below,7113.5", "soft,708.0", "twenty,7120" })
	void everyPixelIsAsNormalisedByItself(final String name, final double e0) {
		final SpectralImage image = phantom(EdgeModel.named(name));
		final NormalizationOperator operator = NormalizationOperator.of(NormalizationMethod.LARCH, image.energies(), e0,
			Options.AUTOMATIC);
		final StackNormalization norm = StackNormalization.of(image, operator, Mask.all(image.size()), Stacks.RUNNER);
		final StackNormalization flat = StackNormalization.of(image, operator.flattened(), Mask.all(image.size()),
			Stacks.RUNNER);
		assertEquals(0, norm.unusable());
		for (int p = 0; p < image.size(); p += 13) {
			final NormalizedSpectrum alone = Normalization.of(new Spectrum("pixel", image.energies(), spectrum(image, p)),
				Options.AUTOMATIC.withE0(e0));
			final float step = norm.edgeStep().get(p / (WIDTH * HEIGHT))[p % (WIDTH * HEIGHT)];
			assertEquals(alone.edgeStep(), step, 1.2e-7 * step);
			for (int e = 0; e < image.energies().size(); e++) {
				final double one = alone.norm().values()[e];
				assertEquals(one, Stacks.value(norm.image(), p, e), 1.2e-7 * Math.max(1, Math.abs(one)));
				final double level = alone.flattened().values()[e];
				assertEquals(level, Stacks.value(flat.image(), p, e), 1.2e-7 * Math.max(1, Math.abs(level)));
			}
		}
	}

	@Test
	void theVariantsDifferAsTheirNamesSay() {
		final Spectrum edge = EdgeModel.named("medium");
		final SpectralImage image = phantom(edge);
		final NormalizedSpectrum larch = Normalization.of(new Spectrum("pixel", edge.energies(), spectrum(image, 99)),
			Options.AUTOMATIC.withE0(7112.5));
		final double[] mu = spectrum(image, 99);
		for (final NormalizationMethod method : NormalizationMethod.values()) {
			final NormalizationOperator operator = NormalizationOperator.of(method, edge.energies(), 7112.5,
				Options.AUTOMATIC);
			final StackNormalization stack = StackNormalization.of(image, operator, Mask.all(image.size()), Stacks.RUNNER);
			double area = 0;
			final int first = edge.energies().nearest(7112.5);
			final int last = edge.energies().size() - 1;
			for (int e = first; e < last; e++) area += 0.5 * (edge.energies().at(e + 1) - edge.energies().at(e)) * (mu[e] +
				mu[e + 1] - larch.preEdge().values()[e] - larch.preEdge().values()[e + 1]);
			for (int e = 0; e <= last; e++) {
				final double subtracted = mu[e] - larch.preEdge().values()[e];
				final double expected;
				switch (method) {
					case NONE: expected = mu[e]; break;
					case PRE_EDGE: expected = subtracted; break;
					case AREA: expected = subtracted * (edge.energies().at(last) - 7112.5) / area; break;
					default: expected = subtracted / larch.edgeStep();
				}
				assertEquals(expected, Stacks.value(stack.image(), 99, e), 1e-6, method + " at " + e);
			}
			assertEquals(larch.edgeStep(), stack.edgeStep().get(0)[99], 1e-6);
		}
	}

	@Test
	void pixelsWithoutAnEdgeOrWithNaNBecomeNaNAndAreCounted() {
		final Spectrum edge = EdgeModel.named("medium");
		final SpectralImage image = Stacks.of(edge.energies(), 5, 4, 1, Signal.ABSORPTION, p -> e -> p == 3 ? 0.4 : p == 7
			&& e == 40 ? Double.NaN : p == 8 && e == 2 ? Double.POSITIVE_INFINITY : p == 9 ? 0 : edge.values()[e]);
		final Mask mask = Mask.of(20, p -> p != 19);
		final StackNormalization norm = StackNormalization.of(image, NormalizationOperator.of(NormalizationMethod.LARCH,
			edge.energies(), 7112.5, Options.AUTOMATIC), mask, Stacks.RUNNER);
		assertEquals(4, norm.unusable());
		for (int p = 0; p < 20; p++) for (int e = 0; e < edge.energies().size(); e++)
			assertEquals(p == 3 || p == 7 || p == 8 || p == 9 || p == 19, Float.isNaN(Stacks.value(norm.image(), p, e)));
		assertTrue(Float.isNaN(norm.edgeStep().get(0)[19]));
		assertTrue(norm.image().info().notes().get(1).startsWith("4 pixels have no edge step"));
	}

	@Test
	void aStackNormalisedWhereItIsHasTheSameBits() {
		final SpectralImage image = phantom(EdgeModel.named("few-below"));
		final List<float[]> planes = new ArrayList<>();
		for (int e = 0; e < image.energies().size(); e++) for (int z = 0; z < DEPTH; z++) {
			final float[] plane = new float[WIDTH * HEIGHT];
			for (int p = 0; p < plane.length; p++) plane[p] = Stacks.value(image, z * plane.length + p, e);
			planes.add(plane);
		}
		final SpectralImage own = SpectralImage.ofPlanes(planes, WIDTH, HEIGHT, DEPTH, image.energies(), image.info());
		final NormalizationOperator operator = NormalizationOperator.of(NormalizationMethod.LARCH, image.energies(), 7113.5,
			Options.AUTOMATIC).flattened();
		final Mask mask = Mask.of(image.size(), p -> p % 5 != 1);
		final StackNormalization there = StackNormalization.into(planes, own, operator, mask, Stacks.RUNNER);
		final StackNormalization apart = StackNormalization.of(image, operator, mask, Stacks.RUNNER);
		for (int e = 0; e < image.energies().size(); e += 7) for (int p = 0; p < image.size(); p++) {
			assertEquals(Stacks.value(apart.image(), p, e), Stacks.value(there.image(), p, e));
			assertEquals(!mask.contains(p), Float.isNaN(planes.get(e * DEPTH + p / (WIDTH * HEIGHT))[p % (WIDTH *
				HEIGHT)]));
		}
	}

	@Test
	void anyNumberOfThreadsGivesTheSameBits() {
		final SpectralImage image = phantom(EdgeModel.named("long"));
		final NormalizationOperator operator = NormalizationOperator.of(NormalizationMethod.LARCH, image.energies(), 7112.5,
			Options.AUTOMATIC);
		final Mask mask = Mask.of(image.size(), p -> p % 7 != 2);
		final StackNormalization one = StackNormalization.of(image, operator, mask, new LocalRunner(1, Progress.NONE));
		final StackNormalization four = StackNormalization.of(image, operator, mask, new LocalRunner(4, Progress.NONE));
		for (int p = 0; p < image.size(); p++) for (int e = 0; e < image.energies().size(); e += 40)
			assertEquals(Stacks.value(one.image(), p, e), Stacks.value(four.image(), p, e));
	}

	/** The derivative of norm_i by mu_j, against the difference of two normalised spectra. */
	@ParameterizedTest
	@CsvSource({ "LARCH", "AREA", "PRE_EDGE", "NONE" })
	void theJacobianIsTheDerivative(final NormalizationMethod method) {
		final Spectrum edge = EdgeModel.named("few-below");
		final NormalizationOperator operator = NormalizationOperator.of(method, edge.energies(), 7113.5, Options.AUTOMATIC);
		final double[][] jacobian = operator.jacobian(edge.values());
		final double h = 1e-5;
		for (int j = 0; j < edge.values().length; j += 3) {
			final double[] more = edge.values().clone();
			final double[] less = edge.values().clone();
			more[j] += h;
			less[j] -= h;
			final double[] up = operator.apply(more);
			final double[] down = operator.apply(less);
			for (int i = 0; i < up.length; i++) assertEquals((up[i] - down[i]) / (2 * h), jacobian[i][j], 1e-8);
		}
	}

	@Test
	void whatCannotBeUsedIsRefused() {
		final SpectralImage image = phantom(EdgeModel.named("twenty"));
		assertThrows(InputException.class, () -> NormalizationOperator.of(NormalizationMethod.LARCH, image.energies(), 7000,
			Options.AUTOMATIC));
		final NormalizationOperator other = NormalizationOperator.of(NormalizationMethod.LARCH, EdgeModel.named("medium")
			.energies(), 7112.5, Options.AUTOMATIC);
		assertThrows(InputException.class, () -> StackNormalization.of(image, other, Mask.all(image.size()),
			Stacks.RUNNER));
		assertThrows(InputException.class, () -> NormalizationMethod.named("athena"));
		assertEquals(NormalizationMethod.PRE_EDGE, NormalizationMethod.named("pre-edge"));
	}

	@Test
	void automaticIsLarchWhereThereIsRoom() {
		final NormalizationMethod auto = NormalizationMethod.AUTO;
		assertEquals(NormalizationMethod.LARCH, auto.resolve(EdgeModel.named("medium").energies(), 7112));
		assertEquals(NormalizationMethod.NONE, auto.resolve(EdgeModel.named("twenty").energies(), 7112));
		assertEquals(NormalizationMethod.NONE, auto.resolve(EdgeModel.named("soft-wide").energies(), 707));
		assertEquals(NormalizationMethod.AREA, NormalizationMethod.AREA.resolve(EdgeModel.named("soft").energies(), 707));
	}
}
