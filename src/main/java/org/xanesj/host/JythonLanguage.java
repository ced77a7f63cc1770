// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.host;

import org.python.core.PyException;
import org.python.jsr223.PyScriptEngineFactory;
import org.scijava.script.AdaptedScriptLanguage;

/** Python scripts by Jython, where SciJava's own binding of it is not there. */
final class JythonLanguage extends AdaptedScriptLanguage {

	JythonLanguage() {
		super(new PyScriptEngineFactory());
	}

	/** @return the Java exception that a script has raised itself, else the given one */
	static Throwable raised(final Throwable thrown) {
		if (!(thrown instanceof PyException python) || python.value == null) return thrown;
		return python.value.__tojava__(Throwable.class) instanceof Throwable java ? java : thrown;
	}
}
