// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.command;

import ij.IJ;

import java.nio.file.Files;
import java.nio.file.Path;

import org.xanesj.host.XanesJ;

/** A program for a test: ImageJ is quit while the main job writes its files. */
final class QuitAtWork {

	/** What is printed then. */
	static final String QUITS = "quits";

	private QuitAtWork() {}

	/** @param arguments the options of the job, and its output folder, which is not there yet */
	public static void main(final String[] arguments) throws InterruptedException {
		XanesJ.main(new String[0]);
		final Thread job = new Thread(() -> IJ.run("Speciate XANES...", arguments[0]));
		job.start();
		while (job.isAlive() && Files.notExists(Path.of(arguments[1]))) Thread.sleep(2);
		System.out.println(QUITS);
		IJ.getInstance().quit();
	}
}
