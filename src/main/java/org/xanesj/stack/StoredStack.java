// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.stack;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A stack that is known but not read: its shape, energies and all that its file says, and where the values are.
 *
 * <pre>
 * StoredStack stored = StackFormats.of(path).orElseThrow().find(path);
 * SpectralImage stack = stored.fits() ? stored.inMemory() : stored.lazily();
 * </pre>
 *
 * @param source of the values, in the order of the energies
 * @param energies of the stack
 * @param info with notes of what was assumed
 */
public record StoredStack(SpectraSource source, EnergyAxis energies, StackInfo info) {

	/** The part of the heap that a stack may fill: its absorption may need as much again, its maps some more. */
	private static final double SHARE = 0.4;

	/** @throws InputException when the numbers of energies differ */
	public StoredStack {
		if (source.energies() != energies.size()) throw new InputException(info.name() + " has " + source.energies() +
			" images for " + energies.size() + " energies.", "Give one energy for each image.");
	}

	/**
	 * @param raw with energies in the order of the file
	 * @param order how they become the stack's
	 */
	public static StoredStack of(final SpectraSource raw, final EnergyOrder order, final StackInfo info) {
		return new StoredStack(ArrangedSpectra.of(raw, order.sources()), order.axis(), info.noting(order.notes()));
	}

	/** @return what all values take as floats; negative when that cannot be counted */
	public long bytes() {
		return Heap.product(Float.BYTES, source.width(), source.height(), source.depth(), source.energies());
	}

	/** @return whether there is room for the values and for what is made of them, in this memory */
	public boolean fits() {
		return bytes() >= 0 && bytes() < SHARE * Runtime.getRuntime().maxMemory() && (long) source.width() * source
			.height() <= Integer.MAX_VALUE - 8;
	}

	/** @return the stack in memory when it {@link #fits}, else read piece by piece where it is needed */
	public SpectralImage open() {
		return fits() ? inMemory() : lazily();
	}

	/**
	 * @return the stack, all its values in planes in memory
	 * @throws InputException when there is not that much memory, or the file is damaged
	 */
	public SpectralImage inMemory() {
		final long images = Heap.product(source.depth(), source.energies());
		Heap.requireImages(images, source.width(), source.height(), 0, info.name());
		// to clear that much memory takes one thread as long as to read it
		final List<float[]> planes = IntStream.range(0, (int) images).parallel().mapToObj(i -> new float[source.width() * source
			.height()]).toList();
		source.read(Piece.all(source), IntStream.range(0, energies.size()).toArray(), Destination.planes(planes, source
			.depth()));
		return noted(SpectralImage.ofPlanes(planes, source.width(), source.height(), source.depth(), energies, info));
	}

	/**
	 * @return the stack, whose values are read when they are needed
	 * @throws InputException when its smallest part is too large for the memory
	 */
	public SpectralImage lazily() {
		return noted(SpectralImage.lazy(source, energies, info));
	}

	private static SpectralImage noted(final SpectralImage image) {
		return image.with(image.info().noting(BlankImages.notes(image)));
	}
}
