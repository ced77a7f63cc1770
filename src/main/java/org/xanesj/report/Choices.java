// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

import org.xanesj.fit.Constraint;
import org.xanesj.fit.FitWay;
import org.xanesj.imagej.MaskImage;
import org.xanesj.io.MaskFile;
import org.xanesj.io.Paths;
import org.xanesj.io.ReferenceFiles;
import org.xanesj.speciate.CalibrationUse;
import org.xanesj.speciate.Certainty;
import org.xanesj.speciate.ErrorBars;
import org.xanesj.stack.InputException;
import org.xanesj.stack.Mask;
import org.xanesj.stack.ReferenceLibrary;
import org.xanesj.stack.SpectralImage;

/** What the words in dialogs and macros stand for. Macros may write anything: what is not a choice is an error. */
public final class Choices {

	public static final String AUTO = "auto";
	public static final String NONE = "none";

	private Choices() {}

	public static FitWay fit(final String name) {
		return named("fit", name, FitWay.values(), way -> way.name().toLowerCase(Locale.ROOT));
	}

	public static Constraint constraint(final boolean sumToOne) {
		return sumToOne ? Constraint.NON_NEGATIVE_SUM_TO_ONE : Constraint.NON_NEGATIVE;
	}

	public static Certainty certainty(final String calibrate, final String errors, final double falseAlarm) {
		return new Certainty(named("calibrate", calibrate, CalibrationUse.values(), CalibrationUse::toString), named("errors",
			errors, ErrorBars.values(), ErrorBars::toString), falseAlarm);
	}

	private static <T> T named(final String key, final String name, final T[] values, final Function<T, String> toName) {
		return Arrays.stream(values).filter(v -> toName.apply(v).equals(name)).findFirst().orElseThrow(
			() -> new InputException(key + "=" + name + " is not known.", "Use one of: " + String.join(", ", Arrays.stream(
				values).map(toName).toList()) + "."));
	}

	/** @return empty for {@code auto}, all pixels for {@code none}, else the mask of that file */
	public static Optional<Mask> mask(final String mask, final SpectralImage stack) {
		if (mask.isBlank() || mask.equals(AUTO)) return Optional.empty();
		if (mask.equals(NONE)) return Optional.of(Mask.all(stack.size()));
		final Path path = Paths.of("mask", mask);
		if (!Files.isRegularFile(path)) throw new InputException("mask=" + mask + " is not a file.",
			"Use auto, none, or an image or aXis mask of the stack's size.");
		if (path.toString().toLowerCase(Locale.ROOT).matches(".*\\.jpe?g")) throw new InputException("mask=" + mask +
			" is a JPEG picture, whose borders are blurred.", "Save the mask as TIFF or PNG.");
		final Mask plane = isPicture(path) ? MaskImage.read(path, stack.width(), stack.height()) : MaskFile.read(path,
			stack.width(), stack.height());
		if (plane.count() == 0) throw new InputException("mask=" + mask + " holds no pixel.",
			"Use auto, none, or a mask in which the sample is marked.");
		return Optional.of(everyPlane(plane, stack));
	}

	private static boolean isPicture(final Path path) {
		return path.toString().toLowerCase(Locale.ROOT).matches(".*\\.(tiff?|png|gif|bmp)");
	}

	/** @return the mask of one plane in every plane of the stack */
	public static Mask everyPlane(final Mask plane, final SpectralImage stack) {
		return Mask.of(stack.size(), p -> plane.contains(p % plane.size()));
	}

	/** @return the references of a file or folder; none for an empty path */
	public static ReferenceLibrary references(final String path) {
		return Paths.optional(path).map(ReferenceFiles::open).orElse(ReferenceLibrary.of(List.of()));
	}
}
