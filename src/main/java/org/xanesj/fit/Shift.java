// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

/**
 * By how much a reference was moved along energy to fit.
 *
 * @param eV positive towards higher energies
 * @param error one standard error in eV; NaN when the shift is at its bound
 * @param atBound whether the data ask for more than was allowed
 */
public record Shift(double eV, double error, boolean atBound) {}
