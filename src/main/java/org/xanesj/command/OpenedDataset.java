// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.command;

import ij.ImagePlus;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;

import org.scijava.Context;

/**
 * The ImageJ2 dataset behind a window. What SCIFIO opened shows slice labels that only count, and keeps its energies in
 * the dataset's axes. ImageJ2 is there only in Fiji, and so is reached by the names of its services and methods.
 */
final class OpenedDataset {

	private OpenedDataset() {}

	/** @return the dataset, empty for an ordinary ImageJ image or without ImageJ2 */
	static Optional<Object> of(final ImagePlus imp, final Context context) {
		return service(context, "net.imagej.legacy.LegacyService").flatMap(legacy -> call(legacy, "getImageMap")).flatMap(
			map -> call(map, "lookupDisplay", imp)).flatMap(display -> service(context,
				"net.imagej.display.ImageDisplayService").flatMap(displays -> call(displays, "getActiveDataset", display)));
	}

	private static Optional<Object> service(final Context context, final String className) {
		return context.getServiceIndex().getAll().stream().filter(s -> isA(s.getClass(), className)).map(Object.class::cast)
			.findFirst();
	}

	private static boolean isA(final Class<?> type, final String className) {
		return type != null && (type.getName().equals(className) || isA(type.getSuperclass(), className) || Arrays.stream(type
			.getInterfaces()).anyMatch(i -> isA(i, className)));
	}

	private static Optional<Object> call(final Object target, final String name, final Object... arguments) {
		for (final Method method : target.getClass().getMethods()) {
			if (!method.getName().equals(name) || method.getParameterCount() != arguments.length) continue;
			if (arguments.length == 1 && !method.getParameterTypes()[0].isInstance(arguments[0])) continue;
			try {
				return Optional.ofNullable(method.invoke(target, arguments));
			}
			catch (final ReflectiveOperationException e) {
				return Optional.empty();
			}
		}
		return Optional.empty();
	}
}
