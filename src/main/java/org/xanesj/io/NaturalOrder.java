// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Orders names as people do: {@code z9} comes before {@code z10}. */
final class NaturalOrder implements Comparator<String> {

	private static final Pattern PART = Pattern.compile("\\d+|\\D+");

	@Override
	public int compare(final String a, final String b) {
		final Matcher ofA = PART.matcher(a), ofB = PART.matcher(b);
		while (ofA.find() && ofB.find()) {
			final int order = compareParts(ofA.group(), ofB.group());
			if (order != 0) return order;
		}
		return a.length() == b.length() ? a.compareTo(b) : Integer.compare(a.length(), b.length());
	}

	private static int compareParts(final String a, final String b) {
		final boolean numbers = Character.isDigit(a.charAt(0)) && Character.isDigit(b.charAt(0));
		return numbers ? new BigInteger(a).compareTo(new BigInteger(b)) : a.compareTo(b);
	}
}
