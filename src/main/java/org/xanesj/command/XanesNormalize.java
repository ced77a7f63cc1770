// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.command;

import ij.ImagePlus;

import java.util.Optional;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.xanesj.block.Runner;
import org.xanesj.prepare.Normalization;
import org.xanesj.prepare.NormalizationMethod;
import org.xanesj.prepare.NormalizationOperator;
import org.xanesj.prepare.StackNormalization;
import org.xanesj.speciate.Absorption;
import org.xanesj.speciate.EdgeRegion;
import org.xanesj.speciate.Mode;
import org.xanesj.stack.InputException;
import org.xanesj.stack.SpectralImage;

/**
 * The classic way: every pixel normalised with one E0 and the same ranges. Noisy pixels become very noisy: to fit
 * species the unnormalised stack serves better.
 */
@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "XanesJ"), @Menu(
	label = "XANES Normalize...", weight = 11) })
public class XanesNormalize extends XanesCommand {

	@Parameter(persist = false)
	private ImagePlus image;

	@Parameter(label = "Method", choices = { "larch", "pre-edge", "area", "none" },
		description = "larch: pre-edge line and post-edge polynomial. pre-edge: the line alone. area: the line, then divided by " +
			"the mean above the edge.")
	private String method = "larch";

	@Parameter(label = "E0 (eV, 0: automatic)", min = "0", persist = false,
		description = "0: found on the mean spectrum of the pixels with the element.")
	private double e0 = 0;

	@Parameter(label = "Pre-edge from (eV from E0)", persist = false,
		description = "Negative: below E0. 0 in both: automatic.")
	private double pre_from = 0;

	@Parameter(label = "Pre-edge to (eV from E0)", persist = false,
		description = "Negative: below E0. 0 in both: automatic.")
	private double pre_to = 0;

	@Parameter(label = "Post-edge from (eV from E0)", persist = false, description = "0 in both: automatic.")
	private double post_from = 0;

	@Parameter(label = "Post-edge to (eV from E0)", persist = false, description = "0 in both: automatic.")
	private double post_to = 0;

	@Parameter(label = "Post-edge degree (-1: automatic)", min = "-1", max = "5", persist = false,
		description = "Of the post-edge polynomial.")
	private int degree = Normalization.AUTOMATIC_DEGREE;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus normalized;

	@Override
	protected void run(final Runner runner) {
		final NormalizationMethod chosen = NormalizationMethod.named(method);
		if (chosen == NormalizationMethod.AUTO) throw new InputException("method=auto is not known.",
			"Use larch, pre-edge, area or none.");
		final Absorption absorption = Absorption.of(ActiveStack.read(image, context(), runner.progress()), Mode.AUTO, Optional.empty(), runner);
		final SpectralImage stack = absorption.image();
		if (absorption.usable().count() == 0) throw new InputException(stack.info().name() + ": no pixel can be normalised.",
			"Every pixel has the same value at every energy, or one that is not finite: check the stack.");
		say(absorption.notes());
		final double edge = e0 != 0 ? e0 : EdgeRegion.of(stack, absorption.usable(), Optional.empty(), 0, 0, runner).e0();
		final NormalizationOperator operator = NormalizationOperator.of(chosen, stack.energies(), edge, NormalizationKeys
			.options(pre_from, pre_to, post_from, post_to, degree));
		final SpectralImage result = StackNormalization.of(stack, operator, absorption.usable(), runner).image();
		say(result.info().notes());
		normalized = Windows.stack("Normalised " + image.getTitle(), result);
	}
}
