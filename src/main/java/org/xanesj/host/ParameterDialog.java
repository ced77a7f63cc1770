// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.host;

import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.io.OpenDialog;

import java.awt.Button;
import java.awt.Checkbox;
import java.awt.Choice;
import java.awt.Component;
import java.awt.Panel;
import java.awt.TextArea;
import java.awt.TextField;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

import javax.swing.JFileChooser;

import org.scijava.module.ModuleItem;

/**
 * A command's parameters as an ImageJ dialog. Below the fields stands what the field in hand means; the Help button
 * lists all of them with their macro keys.
 * <p>
 * The fields are read as they stand, not by {@code GenericDialog.getNext...}, which would record them by the first
 * words of their labels.
 * </p>
 */
final class ParameterDialog {

	private static final int PATH_COLUMNS = 34;
	private static final int TEXT_COLUMNS = 16;
	private static final int NUMBER_COLUMNS = 8;

	private final GenericDialog dialog;
	private final Map<String, Supplier<String>> fields = new LinkedHashMap<>();
	private final TextArea hint = new TextArea("", 2, 64, TextArea.SCROLLBARS_NONE);

	/** @param texts what the fields show at first, by parameter name */
	ParameterDialog(final String title, final List<ModuleItem<?>> items, final Map<String, String> texts) {
		dialog = new GenericDialog(title);
		for (final ModuleItem<?> item : items)
			add(item, texts.get(item.getName()));
		if (items.stream().anyMatch(item -> !description(item).isEmpty())) {
			addHint();
			dialog.addHelp(help(title, items));
		}
	}

	/** @return the answers by parameter name, or null if the user does not want to go on */
	Map<String, String> ask() {
		dialog.showDialog();
		if (dialog.wasCanceled()) return null;
		final Map<String, String> texts = new LinkedHashMap<>();
		fields.forEach((name, field) -> texts.put(name, field.get()));
		return texts;
	}

	static String label(final ModuleItem<?> item) {
		if (item.getLabel() != null && !item.getLabel().isEmpty()) return item.getLabel();
		final String words = item.getName().replace('_', ' ');
		return Character.toUpperCase(words.charAt(0)) + words.substring(1);
	}

	/** @return "from a to b", "of at least a", "of at most b" or nothing */
	static String range(final ModuleItem<?> item) {
		final Object least = item.getMinimumValue(), most = item.getMaximumValue();
		if (least != null && most != null) return "from " + least + " to " + most;
		if (least != null) return "of at least " + least;
		return most == null ? "" : "of at most " + most;
	}

	private void add(final ModuleItem<?> item, final String text) {
		final String label = label(item) + ":";
		if (DialogInputs.isMessage(item)) dialog.addMessage(plain(text.isEmpty() ? label(item) : text));
		else if (item.getType() == ImagePlus.class) addChoice(item, label, images(item), text);
		else if (item.getType() == boolean.class || item.getType() == Boolean.class) addCheckbox(item, text);
		else if (item.getChoices() != null && !item.getChoices().isEmpty()) addChoice(item, label, item.getChoices()
			.stream().map(Object::toString).toArray(String[]::new), text);
		else addText(item, label, text);
	}

	private void addCheckbox(final ModuleItem<?> item, final String text) {
		dialog.addCheckbox(label(item), Boolean.parseBoolean(text));
		final Checkbox box = (Checkbox) dialog.getCheckboxes().lastElement();
		remember(item, box, () -> Boolean.toString(box.getState()));
	}

	private void addChoice(final ModuleItem<?> item, final String label, final String[] choices, final String text) {
		dialog.addChoice(label, choices, text);
		final Choice choice = (Choice) dialog.getChoices().lastElement();
		remember(item, choice, choice::getSelectedItem);
	}

	private void addText(final ModuleItem<?> item, final String label, final String text) {
		if (ParameterText.isDirectory(item)) dialog.addDirectoryField(label, text, PATH_COLUMNS);
		else if (ParameterText.isPath(item)) dialog.addFileField(label, text, PATH_COLUMNS);
		else if (ParameterText.isNumber(item)) dialog.addStringField(label, plainNumber(text), NUMBER_COLUMNS);
		else dialog.addStringField(label, text, TEXT_COLUMNS);
		final TextField field = (TextField) dialog.getStringFields().lastElement();
		if (ParameterText.isFileOrDirectory(item)) browseForBoth(field);
		remember(item, field, field::getText);
	}

	/** ImageJ's own button lets choose files only. Dropped on the field, both are taken. */
	private void browseForBoth(final TextField field) {
		for (final Component beside : field.getParent().getComponents()) {
			if (!(beside instanceof Button button)) continue;
			Arrays.stream(button.getActionListeners()).forEach(button::removeActionListener);
			button.addActionListener(e -> {
				final JFileChooser chooser = new JFileChooser(field.getText().isBlank() ? OpenDialog.getDefaultDirectory()
					: field.getText());
				chooser.setFileSelectionMode(JFileChooser.FILES_AND_DIRECTORIES);
				if (chooser.showOpenDialog(dialog) == JFileChooser.APPROVE_OPTION) field.setText(chooser.getSelectedFile()
					.getPath());
			});
		}
	}

	/** @return a whole number without decimals, as people write it */
	private static String plainNumber(final String text) {
		return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
	}

	private void remember(final ModuleItem<?> item, final Component component, final Supplier<String> field) {
		fields.put(item.getName(), field);
		component.addFocusListener(new FocusAdapter() {

			@Override
			public void focusGained(final FocusEvent e) {
				hint.setText(description(item));
			}
		});
		component.addMouseListener(new MouseAdapter() {

			@Override
			public void mouseEntered(final MouseEvent e) {
				hint.setText(description(item));
			}
		});
	}

	private void addHint() {
		hint.setEditable(false);
		hint.setFocusable(false);
		hint.setBackground(dialog.getBackground());
		final Panel panel = new Panel();
		panel.add(hint);
		dialog.addPanel(panel);
	}

	private static String[] images(final ModuleItem<?> item) {
		final Stream<String> none = item.isRequired() ? Stream.empty() : Stream.of("None");
		return Stream.concat(none, Stream.of(WindowManager.getImageTitles())).toArray(String[]::new);
	}

	private static String description(final ModuleItem<?> item) {
		final String text = item.getDescription() == null ? "" : plain(item.getDescription());
		final String range = range(item);
		return range.isEmpty() ? text : text + (text.isEmpty() ? "" : " ") + "(A number " + range + ".)";
	}

	private static String help(final String title, final List<ModuleItem<?>> items) {
		final StringBuilder html = new StringBuilder("<html><h3>" + escape(title) + "</h3><dl>");
		for (final ModuleItem<?> item : items)
			if (!DialogInputs.isMessage(item)) html.append("<dt><b>").append(escape(label(item))).append(
				"</b>, in macros <code>").append(item.getName().toLowerCase()).append("</code></dt><dd>").append(escape(
					description(item))).append("</dd>");
		return html.append("</dl></html>").toString();
	}

	/** ImageJ's fields show no HTML, which SciJava's messages may hold. */
	private static String plain(final String text) {
		return text.replaceAll("(?i)<br/?>|</p>", "\n").replaceAll("<[a-zA-Z/][^>]*>", "").trim();
	}

	private static String escape(final String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
	}
}
