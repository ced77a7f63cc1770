// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import ij.ImagePlus;
import ij.ImageStack;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.EnergyOrder;
import org.xanesj.stack.InputException;
import org.xanesj.stack.SpectraSource;
import org.xanesj.stack.SpectralImage;
import org.xanesj.stack.StoredStack;

/**
 * Stacks as ImageJ's images and back, nothing lost: the slice labels carry the energies.
 *
 * <pre>
 * SpectralImage stack = ImagePlusStack.read(WindowManager.getCurrentImage());
 * ImagePlusStack.toImagePlus(stack).show();
 * </pre>
 */
public final class ImagePlusStack {

	private ImagePlusStack() {}

	/**
	 * Reads an image whose slice labels carry energies. 8, 16 and 32-bit, virtual and hyperstacks are taken; planes of
	 * floats in memory are shared with the image unless energies are repeated. Of any other image whose values as floats
	 * would not fit into memory, values are read when they are needed.
	 *
	 * @throws InputException when the labels carry no energies, or the image is RGB or has too many dimensions
	 */
	public static SpectralImage read(final ImagePlus imp) {
		return read(imp, EnergySlices.of(imp));
	}

	/**
	 * Reads an image with energies from elsewhere; where its slice labels differ, that is noted.
	 *
	 * @param raw energies in the order of the slices, eV or keV
	 * @throws InputException when their number fits no dimension of the image
	 */
	public static SpectralImage read(final ImagePlus imp, final double[] raw) {
		return read(imp, EnergyOrder.of(raw, imp.getTitle()));
	}

	/**
	 * Reads an image with energies from elsewhere, already put in order.
	 *
	 * @throws InputException when their number fits no dimension of the image
	 */
	public static SpectralImage read(final ImagePlus imp, final EnergyOrder order) {
		return read(imp, EnergySlices.of(imp, order));
	}

	private static SpectralImage read(final ImagePlus imp, final EnergySlices slices) {
		if (imp.getBitDepth() != 32 || imp.getStack().isVirtual()) return stored(imp, slices).open();
		final SliceLayout layout = slices.layout();
		final int depth = layout.depth();
		final float[][] all = new float[slices.order().axis().size() * depth][];
		for (int z = 0; z < depth; z++) {
			final List<float[]> raw = new ArrayList<>();
			for (int e = 0; e < layout.energies(); e++) raw.add((float[]) imp.getStack().getPixels(layout.slice(e, z)));
			final List<float[]> ordered = slices.order().apply(raw);
			for (int e = 0; e < ordered.size(); e++) all[e * depth + z] = ordered.get(e);
		}
		return SpectralImage.ofPlanes(Arrays.asList(all), imp.getWidth(), imp.getHeight(), depth, slices.order().axis(), slices
			.noted());
	}

	private static StoredStack stored(final ImagePlus imp, final EnergySlices slices) {
		final ImageStack stack = imp.getStack();
		final Optional<SpectraSource> shorter = stack instanceof SpectralSlices ? ((SpectralSlices) stack).spectra(slices
			.layout()) : VirtualTiff.spectra(imp, slices.layout());
		return slices.stored(shorter.orElseGet(() -> new StackSpectra(imp, slices.layout())));
	}

	/**
	 * A stack as a 32-bit image, a volume as a hyperstack of z and time = energy. Planes in memory are shared, not copied:
	 * what is drawn into the image is drawn into the stack. One that is read piece by piece becomes a virtual image, each
	 * slice of which is read when it is looked at.
	 *
	 * @return not shown
	 */
	public static ImagePlus toImagePlus(final SpectralImage image) {
		final ImagePlus imp = new ImagePlus(image.info().name(), image.source().isPresent() ? new SpectralSlices(image)
			: slices(image));
		if (image.depth() > 1) {
			imp.setDimensions(1, image.depth(), image.energies().size());
			imp.setOpenAsHyperStack(true);
		}
		StackProperties.write(image.info(), imp);
		return imp;
	}

	private static ImageStack slices(final SpectralImage image) {
		final ImageStack stack = new ImageStack(image.width(), image.height());
		final EnergyAxis energies = image.energies();
		for (int e = 0; e < energies.size(); e++)
			for (int z = 0; z < image.depth(); z++) stack.addSlice(EnergyAxis.label(energies.at(e)), plane(image, z, e));
		return stack;
	}

	private static float[] plane(final SpectralImage image, final int z, final int energy) {
		if (image.pixels() instanceof PlanarImg) {
			final Object plane = ((PlanarImg<?, ?>) image.pixels()).getPlane(z + image.depth() * energy);
			if (plane instanceof FloatArray) return ((FloatArray) plane).getCurrentStorageArray();
		}
		final int last = image.pixels().numDimensions() - 1;
		RandomAccessibleInterval<FloatType> slice = Views.hyperSlice(image.pixels(), last, energy);
		if (last == 3) slice = Views.hyperSlice(slice, 2, z);
		final float[] copy = new float[image.width() * image.height()];
		final Cursor<FloatType> cursor = Views.flatIterable(slice).cursor();
		for (int i = 0; i < copy.length; i++) copy[i] = cursor.next().get();
		return copy;
	}
}
