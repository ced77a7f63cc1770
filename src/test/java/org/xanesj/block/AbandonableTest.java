// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.block;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class AbandonableTest {

	/** Cancelled once the latch is down. */
	private static Progress until(final CountDownLatch latch) {
		return new Progress() {

			@Override
			public void report(final String step, final long done, final long total) {}

			@Override
			public boolean isCancelled() {
				return latch.getCount() == 0;
			}
		};
	}

	@Test
	void whatTheWorkMakesIsReturned() {
		assertEquals("made", Abandonable.call("making", () -> "made", Progress.NONE));
	}

	@Test
	void whatTheWorkThrowsIsThrownAsItIs() {
		final RuntimeException exception = new IllegalStateException("here");
		assertSame(exception, assertThrows(IllegalStateException.class, () -> Abandonable.call("failing", () -> {
			throw exception;
		}, Progress.NONE)));
		final Error error = new OutOfMemoryError("here");
		assertSame(error, assertThrows(OutOfMemoryError.class, () -> Abandonable.call("failing", () -> {
			throw error;
		}, Progress.NONE)));
	}

	/** The work would wait for ever; that it is interrupted lets the test end. */
	@Test
	void whenItIsNotWantedNobodyWaitsAndTheWorkIsInterrupted() throws InterruptedException {
		final CountDownLatch begun = new CountDownLatch(1), interrupted = new CountDownLatch(1);
		final CancellationException e = assertThrows(CancellationException.class, () -> Abandonable.call("waiting", () -> {
			begun.countDown();
			try {
				new CountDownLatch(1).await();
			}
			catch (final InterruptedException expected) {
				interrupted.countDown();
			}
			return null;
		}, until(begun)));
		assertEquals("waiting was cancelled.", e.getMessage());
		interrupted.await();
	}

	@Test
	void anInterruptOfTheCallerCancelsAndIsKept() {
		Thread.currentThread().interrupt();
		assertThrows(CancellationException.class, () -> Abandonable.call("waiting", () -> {
			try {
				new CountDownLatch(1).await();
			}
			catch (final InterruptedException expected) {
				// by the caller's end
			}
			return null;
		}, Progress.NONE));
		assertTrue(Thread.interrupted());
	}
}
