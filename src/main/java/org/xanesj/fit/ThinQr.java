// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import java.io.Serializable;

/**
 * A = QR for a tall matrix given by columns, by Gram-Schmidt with every column orthogonalised twice, which makes Q
 * orthonormal to rounding (Giraud et al., Numer. Math. 101, 87 (2005)). A column that the ones before it make up
 * gets a zero column in Q and a zero on the diagonal of R.
 */
final class ThinQr implements Serializable {

	private static final long serialVersionUID = 1L;

	/** A column of which less than this is new is made up of the others: sixteen digits less some for the sums. */
	private static final double DEPENDENT = 1e-10;

	/** Orthonormal columns. */
	final double[][] q;

	/** Rows of the upper triangle. */
	final double[][] r;

	ThinQr(final double[][] columns) {
		final int k = columns.length;
		q = new double[k][];
		r = new double[k][k];
		for (int j = 0; j < k; j++) {
			final double[] v = columns[j].clone();
			final double before = Vectors.norm(v);
			for (int pass = 0; pass < 2; pass++) for (int i = 0; i < j; i++) {
				final double along = Vectors.dot(q[i], v);
				r[i][j] += along;
				Vectors.add(v, -along, q[i]);
			}
			final double left = Vectors.norm(v);
			q[j] = new double[v.length];
			if (!(left > DEPENDENT * before)) continue;
			r[j][j] = left;
			Vectors.add(q[j], 1 / left, v);
		}
	}

	boolean isIndependent(final int column) {
		return r[column][column] != 0;
	}

	/** @return Qᵀ times a vector */
	double[] project(final double[] vector) {
		final double[] along = new double[q.length];
		for (int j = 0; j < along.length; j++) along[j] = Vectors.dot(q[j], vector);
		return along;
	}
}
