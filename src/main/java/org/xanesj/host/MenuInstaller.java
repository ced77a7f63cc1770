// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.host;

import ij.IJ;
import ij.Menus;

import java.awt.HeadlessException;
import java.awt.Menu;
import java.awt.MenuBar;
import java.awt.MenuItem;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.scijava.Context;
import org.scijava.MenuEntry;
import org.scijava.MenuPath;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;

/**
 * Puts every SciJava command that has a menu path into ImageJ: into its table of labels, by which menus, macros,
 * {@code IJ.run} and the recorder find commands, and, when there is a window, into its menus.
 */
final class MenuInstaller {

	private static final Comparator<MenuPath> BY_WEIGHT = (a, b) -> {
		for (int depth = 0; depth < Math.min(a.size(), b.size()); depth++) {
			final MenuEntry first = a.get(depth), second = b.get(depth);
			final int order = Comparator.comparingDouble(MenuEntry::getWeight).thenComparing(MenuEntry::getName)
				.compare(first, second);
			if (order != 0) return order;
		}
		return Integer.compare(a.size(), b.size());
	};

	private final List<CommandInfo> commands;

	MenuInstaller(final Context context) {
		commands = context.service(CommandService.class).getCommands().stream().filter(command -> command.getMenuPath()
			.size() > 1).sorted(Comparator.comparing(CommandInfo::getMenuPath, BY_WEIGHT)).toList();
	}

	/** Makes the commands known by label; their window, if there is one, is {@link #addToMenus()}'s. */
	@SuppressWarnings("unchecked")
	void register() {
		if (Menus.getCommands() == null) makeTable();
		for (final CommandInfo command : commands)
			Menus.getCommands().put(label(command), CommandPlugIn.class.getName() + "(\"" + command
				.getDelegateClassName() + "\")");
	}

	void addToMenus() {
		final MenuBar bar = Menus.getMenuBar();
		final Set<Menu> begun = new HashSet<>();
		for (final CommandInfo command : commands) {
			final MenuPath path = command.getMenuPath();
			final String root = path.get(0).getName();
			final Menu top = menus(bar).filter(menu -> menu.getLabel().equals(root)).findFirst().orElse(null);
			if (top == null) continue;
			if (begun.add(top)) top.addSeparator();
			Menu menu = top;
			for (final MenuEntry entry : path.subList(1, path.size() - 1))
				menu = submenu(menu, entry.getName());
			final MenuItem item = new MenuItem(label(command));
			item.addActionListener(IJ.getInstance());
			menu.add(item);
		}
	}

	static String label(final CommandInfo command) {
		return command.getMenuPath().getLeaf().getName();
	}

	/** ImageJ makes its table on first use; without a display it goes on to draw menus, and throws. */
	private static void makeTable() {
		try {
			IJ.run("");
		}
		catch (final HeadlessException afterTheTableWasMade) {
			BuiltInCommands.register();
		}
	}

	private static Stream<Menu> menus(final MenuBar bar) {
		return Stream.iterate(0, i -> i < bar.getMenuCount(), i -> i + 1).map(bar::getMenu);
	}

	private static Menu submenu(final Menu menu, final String label) {
		for (int i = 0; i < menu.getItemCount(); i++)
			if (menu.getItem(i) instanceof Menu existing && existing.getLabel().equals(label)) return existing;
		final Menu made = new Menu(label);
		menu.add(made);
		return made;
	}
}
