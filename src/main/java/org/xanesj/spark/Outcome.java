// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.spark;

import java.io.Serializable;

import org.xanesj.stack.InputException;

/**
 * What became of a block. Bad input travels as a result: it is as bad on any other worker, so that Spark shall not
 * try again, as it does with whatever else fails.
 *
 * @param result null when there is a failure
 * @param failure null when there is a result
 */
record Outcome<T>(T result, InputException failure) implements Serializable {}
