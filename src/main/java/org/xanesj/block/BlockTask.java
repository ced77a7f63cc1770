// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.block;

import java.io.Serializable;

/**
 * What an algorithm does with the spectra of one block. Pure: the same block gives the same result on any thread
 * and any machine; serialisable, so that it can be sent to where the pixels are.
 */
@FunctionalInterface
public interface BlockTask<T> extends Serializable {

	T apply(PixelBlock block);
}
