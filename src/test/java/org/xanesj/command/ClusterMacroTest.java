// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xanesj.host.HeadlessMacro;
import org.xanesj.host.RunFailure;
import org.xanesj.host.XanesJ;

/** Clusters of a small stack of two species in halves, by macros without a display. */
class ClusterMacroTest {

	@TempDir
	private Path folder;

	private SpeciateMacro macro;

	@BeforeAll
	static void registerCommands() {
		assumeTrue(GraphicsEnvironment.isHeadless(), "skipped: there is a display, and these are macros without one");
		XanesJ.registerCommands();
	}

	@BeforeEach
	void write() throws IOException {
		macro = new SpeciateMacro(folder);
	}

	/** @return the labels of pixels in the left half, in the right half, and the largest label, in the label image */
	private String labels(final String keys) throws RunFailure {
		return HeadlessMacro.run("cluster.ijm", "while (nImages > 0) close(); open(\"" + macro.stack +
			"\"); run(\"XANES Cluster...\", \"" + keys.replace("DIR", folder.toString()) +
			"\"); selectImage(\"Cluster labels of small.tif\"); getStatistics(n, mean, min, max);" +
			" return \"\" + getPixel(1, 5) + \" \" + getPixel(10, 5) + \" \" + max;", "");
	}

	@ParameterizedTest
	@CsvSource({ "method=k-means", "method=gaussian-mixture clusters=2 seed=7", "method=density min_points=5 eps=0.01",
		"variant=mantis gamma=0.5 first=keep components=2 clusters=2", "of=spectra clusters=2", "of=spectra normalization=none clusters=2",
		"of=fractions references=[DIR/references] clusters=2", "criterion=silhouette false_alarm=0", "criterion=bic" })
	void halvesAreTwoClusters(final String keys) throws RunFailure {
		final String[] labels = labels(keys).split(" ");
		assertEquals(3, Integer.parseInt(labels[0]) + Integer.parseInt(labels[1]), Arrays.toString(labels));
	}

	@Test
	void whatWasDoneIsSaidAndShown() throws RunFailure {
		final String log = macro.log("open(\"" + macro.stack + "\"); run(\"XANES Cluster...\", \"false_alarm=0\"); selectImage(" +
			"\"Cluster map of small.tif\"); selectImage(\"Number of clusters\");");
		assertTrue(log.contains("XanesJ: Number of clusters: by noise 2, by silhouette 2"), log);
		assertTrue(log.contains("XanesJ: Every pixel fits a cluster (false_alarm=0 assigns all)."), log);
		assertTrue(log.contains("cluster\tpixels\tfraction_of_area\tspecies\tscatter\tscatter_over_noise\tsilhouette\tmisfit"),
			log);
		assertTrue(log.contains("1\t60\t0.5000\tcluster 1\t"), log);
		assertTrue(log.contains("Number of clusters of small.tif"), log);
		assertTrue(log.contains("energy_eV\tcluster_1\tcluster_1_sd\tcluster_2\tcluster_2_sd"), log);
	}
}
