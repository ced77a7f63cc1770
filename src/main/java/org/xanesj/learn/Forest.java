// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.learn;

import java.util.List;

import org.xanesj.block.BlockTask;
import org.xanesj.block.PixelBlock;

/**
 * What a trained forest of decision trees (Breiman, Machine Learning 45, 5 (2001)) says of pixels: the mean of what its
 * trees say, which for classes is their probability, as {@code predict_proba} of scikit-learn's forests has it, and
 * for a number the regression.
 *
 * <pre>
 * Forest forest = Forest.of(energies, trees);
 * float[][] probabilities = forest.apply(block); // classes x pixels
 * </pre>
 */
public final class Forest implements BlockTask<float[][]> {

	private static final long serialVersionUID = 1L;

	/** Tiles that go through a tree one after the other, while it is in a core's second cache. */
	private static final int TILES = 16;

	private final int energies;
	private final int outputs;
	private final FlatTree[] trees;

	private Forest(final int energies, final int outputs, final FlatTree[] trees) {
		this.energies = energies;
		this.outputs = outputs;
		this.trees = trees;
	}

	/**
	 * @param energies how many values a spectrum has, at most 4,096
	 * @param trees at least one, of at most 1,048,576 nodes each
	 * @throws IllegalArgumentException when there are more energies, no trees or more nodes, a tree looks at an energy
	 *           that is not there, or leaves differ in their number of values or have one that is not finite
	 */
	public static Forest of(final int energies, final List<Tree> trees) {
		if (energies < 1 || energies > FlatTree.MOST_FEATURES) throw new IllegalArgumentException("A forest for " +
			energies + " energies; 1 to " + FlatTree.MOST_FEATURES + " are possible.");
		if (trees.isEmpty()) throw new IllegalArgumentException("A forest without trees.");
		final int outputs = outputs(trees.get(0));
		return new Forest(energies, outputs, trees.stream().map(tree -> new FlatTree(tree, energies, outputs)).toArray(
			FlatTree[]::new));
	}

	private static int outputs(final Tree tree) {
		int leaf = 0;
		while (!tree.isLeaf(leaf)) leaf = tree.left()[leaf];
		return tree.values()[leaf] == null ? 0 : tree.values()[leaf].length;
	}

	/** @return the number of classes, or 1 for a regression */
	public int outputs() {
		return outputs;
	}

	/**
	 * @return outputs x pixels, the mean over all trees; NaN in a pixel with a value that is not finite
	 * @throws IllegalArgumentException when the block has another number of energies
	 */
	@Override
	public float[][] apply(final PixelBlock block) {
		if (block.energies() != energies) throw new IllegalArgumentException("Pixels have " + block.energies() +
			" energies and the forest is for " + energies + ".");
		final float[][] means = new float[outputs][block.size()];
		final ForestTile[] tiles = new ForestTile[TILES];
		for (int t = 0; t < TILES; t++) tiles[t] = new ForestTile(energies, outputs);
		for (int first = 0; first < block.size(); first += TILES * ForestTile.SIZE) {
			final int used = Math.min(TILES, (block.size() - first + ForestTile.SIZE - 1) / ForestTile.SIZE);
			for (int t = 0; t < used; t++) tiles[t].read(block, first + t * ForestTile.SIZE);
			for (final FlatTree tree : trees) for (int t = 0; t < used; t++) tiles[t].add(tree);
			for (int t = 0; t < used; t++) tiles[t].write(trees.length, means);
		}
		return means;
	}
}
