// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.awt.image.ColorModel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import ij.VirtualStack;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

/** An ImageJ stack whose slices are made when they are looked at; what is drawn into one is forgotten. */
class OnDemandStack extends VirtualStack {

	private final List<String> labels;
	private final List<Integer> slices;
	private final IntFunction<Object> pixels;

	/**
	 * @param bits 8, 16 or 32
	 * @param labels one for each slice; may hold null
	 * @param colours or null for grey
	 * @param pixels makes the array of a slice, counted from 0
	 */
	OnDemandStack(final int width, final int height, final int bits, final List<String> labels, final ColorModel colours,
		final IntFunction<Object> pixels)
	{
		super(width, height);
		setBitDepth(bits);
		setColorModel(colours);
		this.labels = new ArrayList<>(labels);
		this.pixels = pixels;
		slices = new ArrayList<>(IntStream.range(0, labels.size()).boxed().toList());
	}

	/**
	 * @param n from 1, as the slices stand now
	 * @return the slice, counted from 0, as they stood at first
	 */
	final int original(final int n) {
		if (n < 1 || n > slices.size()) throw new IllegalArgumentException("slice " + n + " of " + slices.size());
		return slices.get(translate(n) - 1);
	}

	@Override
	public ImageProcessor getProcessor(final int n) {
		final Object slice = pixels.apply(original(n));
		final ImageProcessor ip = slice instanceof float[] ? new FloatProcessor(getWidth(), getHeight(), (float[]) slice,
			getColorModel()) : slice instanceof short[] ? new ShortProcessor(getWidth(), getHeight(), (short[]) slice,
				getColorModel()) : new ByteProcessor(getWidth(), getHeight(), (byte[]) slice, getColorModel());
		if (cTable != null) ip.setCalibrationTable(cTable);
		ip.setSliceNumber(n);
		return ip;
	}

	@Override
	public String getSliceLabel(final int n) {
		return n < 1 || n > slices.size() ? null : labels.get(original(n));
	}

	@Override
	public void setSliceLabel(final String label, final int n) {
		labels.set(original(n), label);
	}

	@Override
	public int getSize() {
		return slices.size();
	}

	@Override
	public void deleteSlice(final int n) {
		slices.remove(n - 1);
	}

	@Override
	public String getFileName(final int n) {
		return null;
	}
}
