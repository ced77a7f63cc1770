// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.report;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** A page of HTML that stands alone: no script, no other file, pictures inside. */
final class Html {

	private static final String STYLE = """
		body { font: 15px/1.5 system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif; color: #1c2226; background: #fff;
		  max-width: 1040px; margin: 2em auto; padding: 0 1.5em; }
		h1 { font-size: 1.7em; margin-bottom: .1em; } h2 { font-size: 1.2em; margin: 2em 0 .5em; border-bottom: 1px solid #d5dade;
		  padding-bottom: .2em; }
		p.lead { color: #4c575f; margin-top: 0; } p.note { color: #4c575f; font-size: .92em; }
		img { max-width: 100%; height: auto; display: block; margin: .6em 0; }
		table { border-collapse: collapse; font-size: .92em; margin: .6em 0; } th { text-align: left; font-weight: 600; }
		th, td { padding: .22em .9em .22em 0; vertical-align: top; border-bottom: 1px solid #e8ebee; }
		td.number, th.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
		span.swatch { display: inline-block; width: .9em; height: .9em; border-radius: 2px; margin-right: .5em;
		  vertical-align: -.08em; border: 1px solid #0003; }
		code, pre { font: 13px/1.45 ui-monospace, "SF Mono", Consolas, monospace; background: #f4f6f7; } pre { padding: .7em;
		  white-space: pre-wrap; overflow-wrap: anywhere; }
		details { margin: .6em 0; } summary { cursor: pointer; color: #1f5f8b; }
		@media print { body { margin: 0; max-width: none; } h2 { break-after: avoid; } img, tr { break-inside: avoid; } }
		""";

	private final StringBuilder body = new StringBuilder();
	private final String title;

	Html(final String title) {
		this.title = title;
	}

	/** @return text with the characters that mean something in HTML replaced */
	static String escaped(final String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
	}

	/** @param html as it is to stand there */
	Html raw(final String html) {
		body.append(html).append('\n');
		return this;
	}

	Html heading(final String text) {
		return raw("<h2>" + escaped(text) + "</h2>");
	}

	Html note(final String text) {
		return raw("<p class=\"note\">" + escaped(text) + "</p>");
	}

	Html picture(final byte[] png, final String description) {
		return raw("<img alt=\"" + escaped(description) + "\" src=\"data:image/png;base64," + Base64.getEncoder()
			.encodeToString(png) + "\">");
	}

	Html list(final List<String> items) {
		body.append("<ul>");
		for (final String item : items) body.append("<li>").append(escaped(item)).append("</li>");
		return raw("</ul>");
	}

	/**
	 * @param header names of the columns; those that begin with {@code #} hold numbers and stand to the right
	 * @param rows of cells that are HTML already
	 */
	Html table(final List<String> header, final List<List<String>> rows) {
		body.append("<table><thead><tr>");
		for (final String name : header) body.append(isNumber(name) ? "<th class=\"number\">" : "<th>").append(escaped(
			isNumber(name) ? name.substring(1) : name)).append("</th>");
		body.append("</tr></thead><tbody>");
		for (final List<String> row : rows) {
			body.append("<tr>");
			for (int c = 0; c < row.size(); c++) body.append(isNumber(header.get(c)) ? "<td class=\"number\">" : "<td>").append(
				row.get(c)).append("</td>");
			body.append("</tr>\n");
		}
		return raw("</tbody></table>");
	}

	private static boolean isNumber(final String name) {
		return name.startsWith("#");
	}

	byte[] bytes() {
		return ("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" " +
			"content=\"width=device-width\"><title>" + escaped(title) + "</title>\n<style>\n" + STYLE + "</style></head><body>\n" +
			body + "</body></html>\n").getBytes(StandardCharsets.UTF_8);
	}
}
