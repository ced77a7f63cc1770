// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;

import org.xanesj.stack.EnergyUnit;
import org.xanesj.stack.InputException;

/**
 * An axis of an ImageJ2 dataset, asked by reflection: its classes are there in Fiji but nowhere else.
 *
 * @param index which dimension
 * @param label such as {@code X} or {@code Energy}
 * @param unit such as {@code eV}, empty when there is none
 */
record DatasetAxis(int index, String label, String unit, Object axis) {

	static DatasetAxis of(final Object dataset, final int index) {
		final Object axis = call(dataset, "axis", int.class, index);
		final Object unit = call(axis, "unit", null, null);
		return new DatasetAxis(index, String.valueOf(call(call(axis, "type", null, null), "getLabel", null, null)),
			unit == null ? "" : unit.toString().trim(), axis);
	}

	/** @return the name of a dataset */
	static String nameOf(final Object dataset) {
		final Object name = call(dataset, "getName", null, null);
		return name == null ? "dataset" : name.toString();
	}

	boolean is(final String other) {
		return label.equalsIgnoreCase(other);
	}

	boolean isInEnergyUnits() {
		return energyUnit() != EnergyUnit.UNSTATED;
	}

	EnergyUnit energyUnit() {
		return EnergyUnit.named(unit);
	}

	/** @return the value at a position, in {@link #unit} */
	double at(final double position) {
		return ((Number) call(axis, "calibratedValue", double.class, position)).doubleValue();
	}

	/** @return the distance of the first two positions */
	double step() {
		return Math.abs(at(1) - at(0));
	}

	private static Object call(final Object target, final String name, final Class<?> type, final Object argument) {
		try {
			final Method method = type == null ? visible(target.getClass(), name) : visible(target.getClass(), name, type);
			return type == null ? method.invoke(target) : method.invoke(target, argument);
		}
		catch (final InvocationTargetException | IllegalAccessException | RuntimeException e) {
			throw new InputException("The dataset cannot be read: its axes do not answer to " + name + ".",
				"Open the file with Plugins > XanesJ > Open Energy Stack.", e);
		}
	}

	/** The implementing classes may not be public: the method is looked up where it is. */
	private static Method visible(final Class<?> type, final String name, final Class<?>... parameters) {
		for (Class<?> c = type; c != null; c = c.getSuperclass()) {
			final Method method = declared(c, name, parameters);
			if (method != null) return method;
		}
		throw new IllegalArgumentException(type + " has no method " + name);
	}

	private static Method declared(final Class<?> type, final String name, final Class<?>... parameters) {
		if (Modifier.isPublic(type.getModifiers())) {
			for (final Method m : type.getMethods())
				if (m.getName().equals(name) && Arrays.equals(m.getParameterTypes(), parameters) && Modifier.isPublic(m
					.getDeclaringClass().getModifiers())) return m;
		}
		for (final Class<?> i : type.getInterfaces()) {
			final Method method = declared(i, name, parameters);
			if (method != null) return method;
		}
		return null;
	}
}
