// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.host;

import org.python.jsr223.PyScriptEngineFactory;
import org.scijava.script.AdaptedScriptLanguage;

/** Python scripts by Jython, where SciJava's own binding of it is not there. */
final class JythonLanguage extends AdaptedScriptLanguage {

	JythonLanguage() {
		super(new PyScriptEngineFactory());
	}
}
