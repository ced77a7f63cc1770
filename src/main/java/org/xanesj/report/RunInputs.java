// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.report;

/**
 * What a run was given, as the command's keys hold it; empty where nothing was given.
 *
 * @param stack path; empty for the active image
 * @param energies path
 * @param references path
 * @param output folder
 * @param i0 path, or {@code brightest}
 * @param mask {@code auto}, {@code none} or a path
 */
public record RunInputs(String stack, String energies, String references, String output, String i0, String mask) {}
