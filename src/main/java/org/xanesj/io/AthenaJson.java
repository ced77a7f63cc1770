// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

import com.google.gson.JsonParseException;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;

/**
 * The Athena project that Larch and late Demeters write: a JSON object with a member for each group ({@code args},
 * {@code x}, {@code y}) and {@code _____order}, the list of the groups.
 */
final class AthenaJson {

	/** No project is deeper; brackets without end must fill neither the call stack nor the memory. */
	private static final int DEEPEST = 20;

	private AthenaJson() {}

	static void read(final InputStream in, final SpectrumCollector collector, final String file) throws IOException {
		final Map<String, AthenaGroup> groups = new LinkedHashMap<>();
		final List<String> order = new ArrayList<>();
		try (JsonReader json = new JsonReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
			json.setLenient(true); // NaN is a number here
			json.beginObject();
			while (json.hasNext()) {
				final String name = json.nextName();
				final boolean isGroup = !name.startsWith("_____") && json.peek() == JsonToken.BEGIN_OBJECT;
				if (isGroup) groups.put(name, group(json, name));
				else if (!name.startsWith("_____order")) value(json, 0);
				else for (final Object key : (List<?>) value(json, 0)) order.add(String.valueOf(key));
			}
		}
		catch (final IllegalStateException | NumberFormatException | ClassCastException | JsonParseException e) {
			throw new IOException("it is no JSON project of Athena's", e);
		}
		for (final String key : order) if (groups.containsKey(key)) groups.remove(key).addTo(collector, file);
		groups.values().forEach(group -> group.addTo(collector, file));
	}

	private static AthenaGroup group(final JsonReader json, final String key) throws IOException {
		final AthenaGroup group = new AthenaGroup(key);
		json.beginObject();
		while (json.hasNext()) switch (json.nextName()) {
			case "x" -> group.setX(numbers(json));
			case "y" -> group.setY(numbers(json));
			case "args" -> group.setParameters((List<?>) value(json, 0));
			default -> value(json, 0);
		}
		json.endObject();
		return group;
	}

	private static double[] numbers(final JsonReader json) throws IOException {
		final DoubleStream.Builder numbers = DoubleStream.builder();
		json.beginArray();
		while (json.hasNext()) numbers.add(json.nextDouble());
		json.endArray();
		return numbers.build().toArray();
	}

	/** @return a string, or a list of values; an object is a list of names and values in turn */
	private static Object value(final JsonReader json, final int depth) throws IOException {
		if (depth > DEEPEST) throw new IOException("it is nested too deeply");
		final List<Object> items = new ArrayList<>();
		switch (json.peek()) {
			case BEGIN_ARRAY -> {
				json.beginArray();
				while (json.hasNext()) items.add(value(json, depth + 1));
				json.endArray();
				return items;
			}
			case BEGIN_OBJECT -> {
				json.beginObject();
				while (json.hasNext()) {
					items.add(json.nextName());
					items.add(value(json, depth + 1));
				}
				json.endObject();
				return items;
			}
			case NULL -> {
				json.nextNull();
				return "";
			}
			case BOOLEAN -> {
				return json.nextBoolean() ? "1" : "0";
			}
			default -> {
				return json.nextString();
			}
		}
	}
}
