// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xanesj.prepare.Normalization.Options;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.InputException;
import org.xanesj.stack.Spectrum;

/**
 * The expected numbers in {@code larch.csv} were printed by Larch's own {@code pre_edge} (source of August 2026),
 * for analytic spectra and for measured ones, with defaults and with ranges that take every branch of its rules.
 */
class NormalizationTest {

	private static final int INPUTS = 8;
	private static final int POINTS = 4;

	static Stream<String> analytic() throws IOException {
		return rows().filter(row -> !row.contains("/"));
	}

	static Stream<String> measured() throws IOException {
		return rows().filter(row -> row.contains("/"));
	}

	private static Stream<String> rows() throws IOException {
		try (BufferedReader reader = new BufferedReader(new InputStreamReader(NormalizationTest.class.getResourceAsStream(
			"larch.csv"), StandardCharsets.UTF_8)))
		{
			return reader.lines().skip(1).collect(Collectors.toList()).stream();
		}
	}

	@ParameterizedTest
	@MethodSource("analytic")
	void agreesWithLarchOnAnalyticSpectra(final String row) {
		compare(EdgeModel.named(row.substring(0, row.indexOf(','))), row.split(",", -1));
	}

	@ParameterizedTest
	@MethodSource("measured")
	void agreesWithLarchOnMeasuredSpectra(final String row) throws IOException {
		compare(MeasuredSpectrum.at(row.substring(0, row.indexOf(','))), row.split(",", -1));
	}

	private static void compare(final Spectrum spectrum, final String[] row) {
		final double[] in = Arrays.stream(row, 1, INPUTS).mapToDouble(v -> v.isEmpty() ? Double.NaN : Double.parseDouble(v))
			.toArray();
		final int degree = Double.isNaN(in[5]) ? Normalization.AUTOMATIC_DEGREE : (int) in[5];
		final NormalizedSpectrum normalized = Normalization.of(spectrum, new Options(in[0], in[1], in[2], in[3], in[4],
			degree, (int) in[6]));
		final double[] expected = Arrays.stream(row, INPUTS, row.length).mapToDouble(Double::parseDouble).toArray();
		final NormalizationRanges ranges = normalized.ranges();
		close("E0", expected[0], normalized.e0(), 0);
		close("pre1", expected[2], ranges.pre1(), 0);
		close("pre2", expected[3], ranges.pre2(), 0);
		close("norm1", expected[4], ranges.norm1(), 0);
		close("norm2", expected[5], ranges.norm2(), 0);
		assertEquals(expected[6], ranges.degree(), "degree");
		assertEquals(expected[7], ranges.nvict(), "nvict");
		close("edge step", expected[1], normalized.edgeStep(), 0);
		final int n = spectrum.values().length;
		final int[] points = { 0, 2 * n / 5, n / 2, n - 1 };
		final List<Spectrum> curves = List.of(normalized.preEdge(), normalized.postEdge(), normalized.norm(), normalized
			.flattened());
		// a curve that passes zero is compared on the scale of its largest value at these points
		for (int c = 0; c < curves.size(); c++) {
			final double[] values = Arrays.copyOfRange(expected, 8 + c * POINTS, 8 + (c + 1) * POINTS);
			final double scale = Arrays.stream(values).map(Math::abs).max().orElseThrow();
			for (int i = 0; i < POINTS; i++)
				close("curve " + c + " point " + points[i], values[i], curves.get(c).values()[points[i]], scale);
		}
	}

	private static void close(final String what, final double expected, final double actual, final double scale) {
		assertEquals(expected, actual, 1e-9 * Math.max(scale, Math.abs(expected)), what);
	}

	/**
	 * Edge steps worked out in rational arithmetic. Larch itself is off by 1e-8 here, because it holds the polynomial's
	 * coefficients for energies in eV that are not centred.
	 */
	@Test
	void narrowCubicsKeepTheirDigits() {
		final Options cubic = Options.AUTOMATIC.withDegree(3);
		assertEquals(1.8025245128598304, Normalization.of(EdgeModel.named("medium"), cubic.withPostEdge(15, 18)).edgeStep(),
			1e-11);
		assertEquals(0.5271728939134959, Normalization.of(EdgeModel.named("few-below"), cubic.withPostEdge(15, 18))
			.edgeStep(), 1e-11);
		assertEquals(1.739051931303912, Normalization.of(EdgeModel.named("twenty"), cubic.withPostEdge(5, 20)).edgeStep(),
			1e-11);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 40 })
	void spectraOfAnyLengthWork(final int energies) {
		final EnergyAxis axis = EnergyAxis.of(Arrays.copyOf(EdgeModel.grid(new double[] { 702, 718, 50 }).toArray(),
			energies));
		final double[] mu = new double[energies];
		for (int i = 0; i < energies; i++) mu[i] = 0.1 + Math.tanh(i - energies / 2.0);
		for (int degree = -1; degree <= 5; degree++) {
			final NormalizedSpectrum normalized = Normalization.of(new Spectrum("short", axis, mu), Options.AUTOMATIC
				.withDegree(degree));
			assertTrue(normalized.norm().isFinite());
			assertTrue(normalized.flattened().isFinite());
		}
	}

	@Test
	void aFlatSpectrumIsNotAnError() {
		final Spectrum spectrum = EdgeModel.named("medium");
		final double[] flat = new double[spectrum.values().length];
		Arrays.fill(flat, 0.7);
		assertTrue(Normalization.of(spectrum.with(flat), Options.AUTOMATIC).norm().isFinite());
	}

	@Test
	void aValueThatIsNotFiniteIsRefusedByName() {
		final Spectrum spectrum = EdgeModel.named("medium");
		final double[] values = spectrum.values().clone();
		values[25] = Double.NaN;
		final InputException thrown = assertThrows(InputException.class, () -> Normalization.of(spectrum.with(values),
			Options.AUTOMATIC));
		assertEquals("medium: the value at 7102.00 eV is NaN.", thrown.getMessage().split("\n")[0]);
	}

	@Test
	void anE0OutsideIsReplacedAndSaid() {
		final NormalizedSpectrum normalized = Normalization.of(EdgeModel.named("medium"), Options.AUTOMATIC.withE0(8000));
		assertEquals(7112.5, normalized.e0());
		assertEquals(List.of("medium: E0 8000.00 eV is not inside the spectrum; 7112.50 eV was found and used."), normalized
			.notes());
	}

	@Test
	void theRangesThatWereUsedGiveTheSameAgain() {
		for (final String name : new String[] { "long", "medium", "few-below", "soft", "twenty", "fourteen" }) {
			final NormalizedSpectrum first = Normalization.of(EdgeModel.named(name), Options.AUTOMATIC);
			final NormalizedSpectrum again = Normalization.of(EdgeModel.named(name), first.ranges().options());
			assertEquals(first.ranges(), again.ranges());
			assertArrayEquals(first.norm().values(), again.norm().values());
		}
	}

	@Test
	void optionsValidateThemselves() {
		assertThrows(InputException.class, () -> Options.AUTOMATIC.withDegree(6));
		assertThrows(InputException.class, () -> Options.AUTOMATIC.withE0(0));
		assertThrows(InputException.class, () -> Options.AUTOMATIC.withPostEdge(10, Double.POSITIVE_INFINITY));
	}
}
