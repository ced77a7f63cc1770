// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

import org.xanesj.stack.InputException;
import org.xanesj.stack.ReferenceLibrary;

/**
 * An Athena project (Ravel and Newville, J. Synchrotron Rad. 12, 537, 2005), mostly gzipped: every group of mu(E) is a
 * spectrum by its label, with all of its parameters as metadata.
 */
final class AthenaProject implements SpectrumFormat {

	private static final String FIRST_WORDS = "# Athena project file";

	/** The largest project known unpacks to a twentieth of this. */
	private static final long MOST_BYTES = 128L << 20;

	@Override
	public boolean reads(final byte[] head) {
		return isGzip(head) || isPerl(head) || isJson(head);
	}

	@Override
	public ReferenceLibrary read(final Path file) {
		final String name = file.getFileName().toString();
		final SpectrumCollector collector = new SpectrumCollector();
		try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
				InputStream in = new BufferedInputStream(new BoundedInput(unzipped(raw), MOST_BYTES), 1 << 16))
		{
			final byte[] head = peek(in);
			if (isPerl(head)) AthenaPerl.read(in, collector, name);
			else if (isJson(head)) AthenaJson.read(in, collector, name);
			else throw new InputException(name + " is compressed and holds no Athena project.",
				"Unpack it, or save the project again in Athena or Larch.");
		}
		catch (final IOException e) {
			throw new InputException(name + " cannot be read as an Athena project: " + e.getMessage() + ".",
				"It may be truncated; copy it again, or save the project again in Athena or Larch.", e);
		}
		return collector.library();
	}

	private static InputStream unzipped(final InputStream in) throws IOException {
		return isGzip(peek(in)) ? new GZIPInputStream(in) : in;
	}

	private static byte[] peek(final InputStream in) throws IOException {
		in.mark(HEAD);
		final byte[] head = in.readNBytes(HEAD);
		in.reset();
		return head;
	}

	private static boolean isGzip(final byte[] head) {
		return head.length > 1 && head[0] == 0x1F && head[1] == (byte) 0x8B;
	}

	private static boolean isPerl(final byte[] head) {
		return text(head).startsWith(FIRST_WORDS);
	}

	private static boolean isJson(final byte[] head) {
		return text(head).startsWith("{") && text(head).contains(FIRST_WORDS);
	}

	private static String text(final byte[] head) {
		return new String(head, StandardCharsets.ISO_8859_1).stripLeading();
	}
}
