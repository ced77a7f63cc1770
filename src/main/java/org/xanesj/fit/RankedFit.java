// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

/**
 * One of the best combinations of references for a spectrum.
 *
 * @param rank 1 for the lowest reduced chi-square
 * @param probability by Hamilton's test that it is worse than the best by chance alone; 1 for the best
 * @param indistinguishableFromBest whether that is not improbable; true for the best
 */
public record RankedFit(int rank, CombinationFit fit, double probability, boolean indistinguishableFromBest) {}
