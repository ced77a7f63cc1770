// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xanesj.block.LocalRunner;
import org.xanesj.block.Progress;
import org.xanesj.prepare.NormalizationMethod;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.Mask;
import org.xanesj.stack.ReferenceLibrary;
import org.xanesj.stack.SpectralImage;
import org.xanesj.stack.StackInfo;

/** The variant {@code mantis} groups pixels by the numbers that MANTiS groups them by. */
class MantisScoresTest {

	private static final EnergyAxis AXIS = EnergyAxis.of(IntStream.range(0, 12).mapToDouble(i -> 7100 + 4 * i).toArray());
	private static final int WIDTH = 6, HEIGHT = 5;

	private static double absorption(final int p, final int e) {
		final double share = p % WIDTH / 5.0;
		final double thickness = 0.5 + 0.1 * (p / WIDTH);
		return thickness * (share * edge(AXIS.at(e) - 7118) + (1 - share) * edge(AXIS.at(e) - 7126)) + 0.3 * (1 + 0.2 * Math
			.cos(p)) + 0.002 * Math.sin(7.1 * p + 3.3 * e * e);
	}

	private static double edge(final double above) {
		return 0.5 + Math.atan(above / 2) / Math.PI;
	}

	private static List<double[]> theirs() throws IOException {
		try (BufferedReader reader = new BufferedReader(new InputStreamReader(MantisScoresTest.class.getResourceAsStream(
			"mantis.csv"), StandardCharsets.UTF_8)))
		{
			return reader.lines().filter(line -> !line.startsWith("#")).map(line -> Arrays.stream(line.split(",")).mapToDouble(
				Double::parseDouble).toArray()).toList();
		}
	}

	@ParameterizedTest
	@EnumSource(SpaceOptions.First.class)
	void scoresAreThoseOfMantis(final SpaceOptions.First first) throws IOException {
		final List<float[]> planes = new ArrayList<>();
		for (int e = 0; e < AXIS.size(); e++) {
			final float[] plane = new float[WIDTH * HEIGHT];
			for (int p = 0; p < plane.length; p++) plane[p] = (float) absorption(p, e);
			planes.add(plane);
		}
		final SpectralImage image = SpectralImage.ofPlanes(planes, WIDTH, HEIGHT, 1, AXIS, StackInfo.named("small"));
		final SpeciateOptions all = new SpeciateOptions(Mode.ABSORPTION, SpeciateOptions.DEFAULT.fit(),
			NormalizationMethod.AUTO, 3, 0, 3, SpeciateOptions.DEFAULT.constraint(), AXIS.first(), AXIS.last(), "", 0, 1, Certainty.PLAIN);
		final LocalRunner runner = new LocalRunner(1, Progress.NONE);
		final FitBasis basis = FitBasis.of(new Sample(image, Optional.empty(), Optional.of(Mask.all(image.size())),
			ReferenceLibrary.of(List.of())), all, runner);
		assertEquals(12, basis.ground().window().length, "energies");
		final PixelSpace space = PixelSpace.of(basis, new SpaceOptions(SpaceOptions.Of.SCORES, SpaceOptions.Variant.MANTIS, 0.5,
			first, NormalizationMethod.AUTO), runner);
		final PixelPoints ours = PixelPoints.sample(image, Mask.all(image.size()), space.task(), 100, 1, runner);
		final int dropped = first == SpaceOptions.First.DROP ? 1 : 0;
		assertEquals(3 - dropped, ours.coordinates().length);
		for (int i = dropped; i < 3; i++) {
			final double sign = Math.signum(theirs().get(0)[i]) * Math.signum(ours.coordinates()[i - dropped][0]);
			for (int p = 0; p < 30; p++) assertEquals(theirs().get(p)[i], sign * ours.coordinates()[i - dropped][p], 2e-5,
				"component " + (i + 1) + ", pixel " + p);
		}
	}
}
