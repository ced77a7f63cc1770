// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xanesj.block.LocalRunner;
import org.xanesj.block.Progress;
import org.xanesj.phantom.IronPhantom;
import org.xanesj.stack.ReferenceLibrary;
import org.xanesj.stack.SpectralImage;

/** The four species of the iron phantom; without taking the line out, its matrix is a fifth component. */
class ComponentNumberTest {

	@ParameterizedTest
	@CsvSource({ "30, 1", "30, 2", "30, 3", "100, 1", "100, 2", "100, 3" })
	void crossValidationPredictsBestWithFour(final double edgeStepOverNoise, final long seed) {
		final Groundwork ground = ground(seed, edgeStepOverNoise);
		assertEquals(4, ground.crossValidation().minimum());
		assertEquals(4, ground.noise().components());
	}

	@ParameterizedTest
	@CsvSource({ "uncentred, 5", "centred, 5", "correlation, 4", "larch, 4" })
	void variantsThatKeepTheMatrixCountItUnlessTheyTakeAConstantOut(final String variant, final int expected) {
		final LocalRunner runner = new LocalRunner(2, Progress.NONE);
		assertEquals(expected, Components.of(ground(1, 30), variant, 0, runner).count());
	}

	private static Groundwork ground(final long seed, final double edgeStepOverNoise) {
		final SpectralImage image = IronPhantom.make(seed, edgeStepOverNoise).image();
		return Groundwork.of(new Sample(image, Optional.empty(), Optional.empty(), ReferenceLibrary.of(List.of())),
			SpeciateOptions.DEFAULT, new LocalRunner(2, Progress.NONE));
	}
}
