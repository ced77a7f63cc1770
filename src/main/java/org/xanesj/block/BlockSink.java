// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.block;

/** Takes the results of blocks, in block order, on the thread that called the runner. */
@FunctionalInterface
public interface BlockSink<T> {

	void accept(Block block, T result);
}
