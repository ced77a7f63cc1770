// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.block;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeLeftTest {

	private static final Pattern LEFT = Pattern.compile(", about (\\d+) (s|min|h) left$");

	private double seconds;
	private final TimeLeft left = new TimeLeft(() -> Math.round(seconds * 1e9));

	private String text() {
		return left.now().text();
	}

	/** @return the seconds that are told, NaN when none are */
	private double told() {
		final Matcher m = LEFT.matcher(text());
		return m.find() ? Integer.parseInt(m.group(1)) * (m.group(2).equals("s") ? 1 : m.group(2).equals("min") ? 60 : 3600)
			: Double.NaN;
	}

	/** Reports so many equal blocks, one every so many seconds. */
	private void work(final int from, final int to, final int of, final double each) {
		for (int done = from; done <= to; done++) {
			seconds += each;
			left.report("Fitting every pixel", done, of);
		}
	}

	@Test
	void nothingIsToldBeforeTheFirstReport() {
		assertEquals("", text());
		assertEquals(0, left.now().fraction());
	}

	@Test
	void aStepWithoutBlocksIsItsName() {
		left.report("Opening a.tif", 0, 1);
		seconds = 100;
		assertEquals("Opening a.tif", text());
	}

	@Test
	void aShareAndThenATimeAreTold() {
		work(0, 50, 1000, 0.01);
		assertEquals("Fitting every pixel, 5 %", text(), "half a second is too early");
		work(51, 420, 1000, 0.1);
		assertEquals("Fitting every pixel, 42 %, about 60 s left", text());
		assertEquals(0.42, left.now().fraction(), 1e-12);
	}

	@Test
	void ofALongStepATimeIsToldAfterSomeSeconds() {
		work(0, 4, 10_000, 1);
		assertEquals("Fitting every pixel, 0 %", text(), "four seconds, and less than 5 %");
		work(5, 6, 10_000, 1);
		assertEquals("Fitting every pixel, 0 %, about 3 h left", text());
	}

	@ParameterizedTest
	@CsvSource({ "4, about 4 s left", "37, about 40 s left", "96, about 100 s left", "130, about 2 min left",
		"190, about 3 min left", "5000, about 83 min left", "7000, about 2 h left", "40000, about 11 h left" })
	void timesAreRoundedAsPeopleSayThem(final double rest, final String words) {
		work(0, 50, 100, rest / 50);
		assertEquals("Fitting every pixel, 50 %, " + words, text());
	}

	@Test
	void theTimeRunsDownBetweenReportsAndIsNeverNegative() {
		work(0, 60, 100, 1);
		assertEquals(40, told());
		seconds += 20;
		assertEquals(20, told());
		seconds += 19;
		assertEquals(1, told());
		seconds += 2;
		assertEquals("Fitting every pixel, 60 %", text(), "what was told has passed");
	}

	@Test
	void aFinishedStepHasNoTimeLeft() {
		work(0, 100, 100, 1);
		assertEquals("Fitting every pixel, 100 %", text());
		left.report("Fitting every pixel", 130, 100);
		assertEquals("Fitting every pixel, 100 %", text());
		assertEquals(1, left.now().fraction());
	}

	@Test
	void anotherStepBeginsAnew() {
		work(0, 60, 100, 1);
		left.report("Clusters", 50, 100);
		assertEquals("Clusters, 50 %", text());
		work(0, 60, 100, 1);
		left.report("Fitting every pixel", 1, 100);
		assertEquals("Fitting every pixel, 1 %", text(), "the same again");
	}

	@Test
	void oneSlowBlockDoesNotShakeIt() {
		work(0, 500, 1000, 0.1);
		assertEquals(50, told());
		work(501, 501, 1000, 3);
		assertTrue(told() >= 50 && told() <= 70, text());
	}

	@Test
	void aStepThatSlowsDownForGoodIsNoticed() {
		work(0, 500, 1000, 0.1);
		work(501, 700, 1000, 0.4);
		assertEquals(120, told(), "300 blocks of 0.4 s");
	}

	/** Blocks whose times scatter by half: what is told goes down, in steps, and is right to a fifth. */
	@Test
	void withUnevenBlocksItIsSteadyAndAboutRight() {
		final Random random = new Random(5);
		final double[] ends = new double[2001];
		for (int i = 1; i < ends.length; i++) ends[i] = ends[i - 1] + 0.05 * (0.5 + random.nextDouble());
		int changes = 0;
		int rises = 0;
		double before = Double.NaN;
		for (int done = 0; done < ends.length; done++) {
			seconds = ends[done];
			left.report("step", done, 2000);
			final double told = told();
			if (Double.compare(told, before) != 0) changes++;
			if (told > before) rises++;
			before = told;
			final double truth = ends[2000] - seconds;
			if (truth < 90 && truth > 0.5) assertEquals(truth, told, 0.2 * truth + 7.5);
		}
		assertTrue(rises <= 1, rises + " rises");
		assertTrue(changes <= 22, changes + " changes");
	}
}
