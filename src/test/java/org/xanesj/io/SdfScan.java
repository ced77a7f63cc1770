// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes small SDF scans for tests. The value of a pixel says where it belongs: 10000 frame + 100 row + column. */
final class SdfScan {

	static final int WIDTH = 3, HEIGHT = 2;

	private SdfScan() {}

	/** @return the header of a scan whose images have not been written */
	static Path header(final Path folder, final double... energies) throws IOException {
		return Files.writeString(folder.resolve("scan.hdr"), text(energies));
	}

	/** @return the header of a whole scan */
	static Path whole(final Path folder, final double... energies) throws IOException {
		final Path header = header(folder, energies);
		for (int e = 0; e < energies.length; e++) frame(folder, e, image(e));
		return header;
	}

	static void frame(final Path folder, final int number, final String text) throws IOException {
		Files.writeString(folder.resolve(String.format(Locale.ROOT, "scan_a%03d.xim", number)), text);
	}

	static String image(final int number) {
		final StringBuilder text = new StringBuilder();
		for (int y = 0; y < HEIGHT; y++) {
			for (int x = 0; x < WIDTH; x++) text.append(value(number, x, y)).append('\t');
			text.append("\r\n");
		}
		return text.toString();
	}

	static int value(final int number, final int x, final int y) {
		return 10000 * number + 100 * y + x;
	}

	static String text(final double... energies) {
		final String points = energies.length + ", " + Arrays.stream(energies).mapToObj(Double::toString)
			.collect(Collectors.joining(", "));
		return """

			ScanDefinition = { Label = "scan.hdr"; Type = "NEXAFS Image Scan"; Flags = "Image Stack"; Dwell = 1;
				Regions = (1,
			{
						PAxis = { Name = "Sample X"; Unit = "um"; Min = -4736.602; Dir = 1;
							Points = (3, -4736.602, -4736.522, -4736.442);
			};
						QAxis = { Name = "Sample Y"; Unit = "um"; Points = (2, 10, 10.05);
			};
			});
				StackAxis = { Name = "Energy"; Unit = "eV"; Dir = 1;
					Points = (ENERGIES);
			};
				Channels = (1,
			{ Name = "PMT"; Unit = "Hz";});
			};
			 Time = "2020 October 15 11:59:33"; BeamFeedback = false;
			""".replace("ENERGIES", points).replace("\n", "\r\n");
	}
}
