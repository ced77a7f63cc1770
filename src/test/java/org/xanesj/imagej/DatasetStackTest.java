// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;

import org.junit.jupiter.api.Test;

import net.imglib2.AbstractWrappedInterval;
import net.imglib2.Interval;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedShortType;

import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.InputException;
import org.xanesj.stack.PixelSize;
import org.xanesj.stack.SpectralImage;

class DatasetStackTest {

	/** As in ImageJ2 the implementing classes are hidden; their interface is not. */
	public interface AxisType {

		String getLabel();
	}

	private static final class HiddenType implements AxisType {

		private final String label;

		HiddenType(final String label) {
			this.label = label;
		}

		@Override
		public String getLabel() {
			return label;
		}
	}

	public static final class Axis {

		private final String label;
		private final String unit;
		private final DoubleUnaryOperator value;

		Axis(final String label, final String unit, final DoubleUnaryOperator value) {
			this.label = label;
			this.unit = unit;
			this.value = value;
		}

		public AxisType type() {
			return new HiddenType(label);
		}

		public String unit() {
			return unit;
		}

		public double calibratedValue(final double position) {
			return value.applyAsDouble(position);
		}
	}

	public static final class Dataset extends AbstractWrappedInterval<RandomAccessibleInterval<UnsignedShortType>>
		implements RandomAccessibleInterval<UnsignedShortType>
	{

		private final Axis[] axes;

		Dataset(final RandomAccessibleInterval<UnsignedShortType> pixels, final Axis... axes) {
			super(pixels);
			this.axes = axes;
		}

		public Axis axis(final int d) {
			return axes[d];
		}

		public String getName() {
			return "data.ics";
		}

		@Override
		public RandomAccess<UnsignedShortType> randomAccess() {
			return sourceInterval.randomAccess();
		}

		@Override
		public RandomAccess<UnsignedShortType> randomAccess(final Interval interval) {
			return sourceInterval.randomAccess(interval);
		}

		@Override
		public UnsignedShortType getType() {
			return sourceInterval.getType();
		}
	}

	private static Axis length(final String label) {
		return new Axis(label, "\\u00B5m", p -> 0.05 * p);
	}

	private static Axis of(final String label, final String unit, final double... values) {
		return new Axis(label, unit, p -> values[(int) p]);
	}

	/** Pixels that hold their position, as decimal digits. */
	private static RandomAccessibleInterval<UnsignedShortType> digits(final long... dimensions) {
		final var img = ArrayImgs.unsignedShorts(dimensions);
		final var cursor = img.localizingCursor();
		while (cursor.hasNext()) {
			cursor.fwd();
			int value = 0;
			for (int d = 0; d < dimensions.length; d++) value = 10 * value + cursor.getIntPosition(d);
			cursor.get().set(value);
		}
		return img;
	}

	private static float at(final SpectralImage image, final long... position) {
		return image.pixels().randomAccess().setPositionAndGet(position).get();
	}

	@Test
	void energiesComeFromTheEnergyAxisWhereverItIs() {
		final SpectralImage image = DatasetStack.read(new Dataset(digits(3, 4, 2), of("ENERGY", "eV", 7100, 7110.5, 7120),
			length("X"), length("Y")));
		assertEquals(EnergyAxis.of(7100, 7110.5, 7120), image.energies());
		assertEquals(4, image.width());
		assertEquals(2, image.height());
		assertEquals(231, at(image, 3, 1, 2));
		assertEquals(PixelSize.of(0.05, 0.05, "\u00B5m"), image.info().pixelSize());
		assertEquals("data.ics", image.info().name());
	}

	@Test
	void anotherAxisInElectronvoltsStandsIn() {
		for (final String label : new String[] { "Unknown", "Spectra", "Channel", "Time" }) {
			final SpectralImage image = DatasetStack.read(new Dataset(digits(2, 2, 2), length("X"), length("Y"), of(label,
				"keV", 7.12, 7.1)));
			assertEquals(EnergyAxis.of(7100, 7120), image.energies());
			assertEquals(111, at(image, 1, 1, 0));
			assertEquals(2, image.info().notes().size());
		}
	}

	@Test
	void volumesKeepTheirZAndColumnsMayComeFirst() {
		final SpectralImage image = DatasetStack.read(new Dataset(digits(4, 3, 2, 3), length("Y"), length("X"), of("Energy",
			null, 7100, 7110), length("Z")));
		assertEquals(3, image.depth());
		assertEquals(3, image.width());
		assertEquals(3212, at(image, 2, 3, 2, 1));
	}

	@Test
	void stagesOfOnePositionAreLeftOut() {
		final SpectralImage image = DatasetStack.read(new Dataset(digits(2, 2, 1, 2), length("X"), length("Y"),
			of("Channel", null, 0), of("Energy", "eV", 99.5, 99.8)));
		assertEquals(1, image.depth());
		assertEquals(EnergyAxis.of(99.5, 99.8), image.energies());
	}

	@Test
	void givenEnergiesGoOnTheAxisOfThatLength() {
		final Dataset dataset = new Dataset(digits(2, 2, 3), length("X"), length("Y"), of("Time", "sec", 0, 1, 2));
		assertEquals(112, at(DatasetStack.read(dataset, new double[] { 7100, 7110, 7120 }), 1, 1, 2));
		final InputException e = assertThrows(InputException.class, () -> DatasetStack.read(dataset, new double[] { 7100 }));
		assertTrue(e.getMessage().startsWith(
			"data.ics has 2 positions on X x 2 positions on Y x 3 positions on Time for 1 energies"));
	}

	@Test
	void withoutEnergiesNothingIsInvented() {
		assertTrue(assertThrows(InputException.class, () -> DatasetStack.read(new Dataset(digits(2, 2, 3), length("X"),
			length("Y"), of("Energy", null, 1, 2, 3)))).getMessage().contains("counts from 1"));
		assertTrue(assertThrows(InputException.class, () -> DatasetStack.read(new Dataset(digits(2, 2, 3), length("X"),
			length("Y"), of("Time", "sec", 0, 1, 2)))).getMessage().startsWith("data.ics: none of its axes carries energies"));
		assertTrue(assertThrows(InputException.class, () -> DatasetStack.read(new Dataset(digits(2, 2, 3), length("X"),
			length("Y"), of("Energy", null, 0, 1, 2)))).getMessage().contains("counts from 0"));
		assertTrue(assertThrows(InputException.class,
			() -> DatasetStack.read("text")).getMessage().contains("not a dataset"));
		assertTrue(assertThrows(InputException.class, () -> DatasetStack.read(digits(2, 2, 2))).getMessage().contains(
			"cannot be read"));
	}
}
