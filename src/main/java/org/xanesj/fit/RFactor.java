// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

/** The misfit of a fit as one number, 0 when there is none. Programs differ; {@link #LARCH} is what is reported. */
public enum RFactor {
	/** Sum of squared residuals over the sum of squared data (Larch). */
	LARCH,
	/**
	 * N times the sum of squared residuals over the sum of squared deviations of the data from their mean (Athena's
	 * Ifeffit).
	 */
	IFEFFIT,
	/** Sum of absolute residuals over the sum of absolute data. */
	ABSOLUTE;

	/** @return the one that Athena (Demeter's {@code LCF}) prints for a fit of this kind */
	public static RFactor athena(final FitWay way) {
		return way == FitWay.DERIVATIVE ? LARCH : IFEFFIT;
	}

	/**
	 * @param data what was fitted, less the free line if there is one
	 * @param residual data less fit, of the same length
	 * @return the misfit; NaN when the data are zero
	 */
	public double of(final double[] data, final double[] residual) {
		double mean = 0;
		if (this == IFEFFIT) for (final double y : data) mean += y / data.length;
		double misfit = 0;
		double size = 0;
		for (int e = 0; e < data.length; e++) {
			misfit += this == ABSOLUTE ? Math.abs(residual[e]) : residual[e] * residual[e];
			size += this == ABSOLUTE ? Math.abs(data[e]) : (data[e] - mean) * (data[e] - mean);
		}
		return size == 0 ? Double.NaN : (this == IFEFFIT ? data.length : 1) * misfit / size;
	}
}
