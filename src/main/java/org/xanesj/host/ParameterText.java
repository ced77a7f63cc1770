// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.host;

import java.io.File;
import java.util.Locale;

import org.scijava.module.ModuleItem;
import org.scijava.util.Types;
import org.scijava.widget.FileListWidget;

/** A command's parameter as text, in macros and in fields of a dialog. */
final class ParameterText {

	private ParameterText() {}

	static boolean supports(final ModuleItem<?> item) {
		final Class<?> type = Types.box(item.getType());
		return type == String.class || type == Boolean.class || type == File.class || isNumber(item);
	}

	static boolean isNumber(final ModuleItem<?> item) {
		final Class<?> type = Types.box(item.getType());
		return type == Integer.class || type == Long.class || type == Double.class || type == Float.class;
	}

	static boolean isPath(final ModuleItem<?> item) {
		return item.getType() == File.class || isDirectory(item) || isFileOrDirectory(item) || hasStyle(item, "file") ||
			hasStyle(item, "open") || hasStyle(item, "save");
	}

	/** SciJava's name for it is {@code both}. */
	static boolean isFileOrDirectory(final ModuleItem<?> item) {
		return hasStyle(item, FileListWidget.FILES_AND_DIRECTORIES);
	}

	static boolean isDirectory(final ModuleItem<?> item) {
		return hasStyle(item, "directory");
	}

	/** Styles may carry more after the name, as in {@code file,extensions:txt}. */
	private static boolean hasStyle(final ModuleItem<?> item, final String name) {
		final String style = item.getWidgetStyle();
		return style != null && style.toLowerCase(Locale.ROOT).matches("(.*[^a-z])?" + name + "([^a-z].*)?");
	}

	static String format(final Object value) {
		return value == null ? "" : value.toString();
	}

	/**
	 * @return the value, null for an empty text where there may be none
	 * @throws IllegalArgumentException if the text is no value of the parameter's type, in two lines: what is
	 *           wrong, what to do
	 */
	static Object parse(final ModuleItem<?> item, final String text) {
		final Class<?> type = Types.box(item.getType());
		if (type == String.class) return text;
		final String trimmed = text.trim();
		if (type == Boolean.class) return parseBoolean(item, trimmed);
		if (trimmed.isEmpty() && !item.getType().isPrimitive()) return null;
		if (type == File.class) return new File(trimmed);
		try {
			if (type == Double.class) return Double.valueOf(trimmed);
			if (type == Float.class) return Float.valueOf(trimmed);
			final long whole = new java.math.BigDecimal(trimmed).longValueExact();
			return type == Long.class ? (Object) whole : (Object) Math.toIntExact(whole);
		}
		catch (final NumberFormatException e) {
			throw unusable(item, text, "is not a number", "give a number, with a dot as the decimal point");
		}
		catch (final ArithmeticException e) {
			throw unusable(item, text, "is not a whole number", "give a whole number");
		}
	}

	private static Boolean parseBoolean(final ModuleItem<?> item, final String text) {
		return switch (text.toLowerCase(Locale.ROOT)) {
			case "true" -> true;
			case "false" -> false;
			default -> throw unusable(item, text, "is neither true nor false", "give true or false");
		};
	}

	private static IllegalArgumentException unusable(final ModuleItem<?> item, final String text, final String problem,
		final String remedy)
	{
		return new IllegalArgumentException(item.getName() + " = \"" + text + "\" " + problem + "\n" + remedy);
	}
}
