// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xanesj.stack.InputException;

/** Results never take the place of what they are made from. */
class RunRequestTest {

	@TempDir
	Path folder;

	private RunRequest request(final Path stack, final String mask) {
		final RunRequest r = RunRequest.DEFAULT;
		return new RunRequest(stack.toString(), "", "", folder.toString(), r.mode(), r.i0(), r.fit(), r.normalization(), 0, 0, 3,
			true, 0, 0, "", 0, mask, 1, r.calibrate(), r.errors(), r.falseAlarm());
	}

	private String refused(final Path stack, final String mask) {
		return assertThrows(InputException.class, () -> request(stack, mask).folder()).getMessage().lines().findFirst()
			.orElseThrow();
	}

	@Test
	void theIndexOfAStackIsKept() throws IOException {
		final Path index = Files.writeString(folder.resolve("index.json"),
			"{\"shape\":[2,2,1],\"energies\":[7100],\"blocks\":[{\"file\":\"a.h5\",\"first_plane\":0,\"planes\":1}]}");
		assertEquals("output=" + folder + " would replace " + index + ", which is read.", refused(index, "auto"));
		assertEquals(index + " belongs to a stack.", refused(folder.resolve("other.tif"), "auto"));
		assertEquals("output=" + folder + " is the folder of the stack.", refused(folder, "auto"));
	}

	@Test
	void anIndexOfOldMapsIsReplaced() throws IOException {
		Files.writeString(folder.resolve("index.json"), "{\"shape\":[2,2,1],\"energies\":[7100],\"blocks\":[{\"map\":" +
			"\"species\",\"file\":\"species-z0000.tif\",\"first_plane\":0,\"planes\":1,\"names\":[\"a\"]}]}");
		assertTrue(request(folder.resolve("stack.tif"), "auto").folder().isPresent());
	}

	@Test
	void aMaskWithTheNameOfAResultIsKept() {
		final Path mask = folder.resolve("labels.tif");
		assertEquals("output=" + folder + " would replace " + mask + ", which is read.", refused(folder.resolve("stack.tif"),
			mask.toString()));
		assertTrue(request(folder.resolve("stack.tif"), folder.resolve("mask.tif").toString()).folder().isPresent());
	}
}
