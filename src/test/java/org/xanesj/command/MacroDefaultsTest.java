// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.scijava.command.CommandInfo;
import org.scijava.module.Module;
import org.scijava.module.ModuleException;

/** A macro's command gets from the macro what is named there, and for the rest its defaults. */
class MacroDefaultsTest {

	private static Module module(final Class<?> command) throws ModuleException {
		return new CommandInfo(command.getName()).createModule();
	}

	@Test
	void aNamedKeySettlesTheOthers() throws ModuleException {
		final Module module = module(XanesCluster.class);
		module.setInput("clusters", 5);
		module.resolveInput("clusters");
		MacroDefaults.keepTheOthers(module);
		assertTrue(module.isInputResolved("components") && module.isInputResolved("add_rois"));
		assertEquals(5, module.getInput("clusters"));
		assertEquals(0, module.getInput("components"));
		assertFalse(module.isInputResolved("image"), "the active image is another's business");
	}

	@Test
	void withoutAKeyTheDialogAsks() throws ModuleException {
		final Module module = module(XanesCluster.class);
		MacroDefaults.keepTheOthers(module);
		assertFalse(module.isInputResolved("clusters"));
	}
}
