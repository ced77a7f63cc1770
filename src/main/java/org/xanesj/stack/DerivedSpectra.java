// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.stack;

/** A source that makes its values of another one's, pixel by pixel: of the same shape and stored alike. */
public interface DerivedSpectra extends SpectraSource {

	/** @return where the values are made from */
	SpectraSource source();

	@Override
	default int width() {
		return source().width();
	}

	@Override
	default int height() {
		return source().height();
	}

	@Override
	default int depth() {
		return source().depth();
	}

	@Override
	default int energies() {
		return source().energies();
	}

	@Override
	default int rowsTogether() {
		return source().rowsTogether();
	}

	@Override
	default int planesTogether() {
		return source().planesTogether();
	}
}
