// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.ItemVisibility;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleException;
import org.scijava.module.ModuleItem;
import org.scijava.util.Types;

/** The labels and keys that users' macros hold on to: they may become more, none may change. */
class InterfaceTest {

	private static final List<CommandInfo> COMMANDS = new Context(CommandService.class).service(CommandService.class)
		.getCommands().stream().filter(c -> c.getDelegateClassName().startsWith("org.xanesj.command.")).toList();

	private static CommandInfo command(final String label) {
		return COMMANDS.stream().filter(c -> c.getMenuPath().getLeaf().getName().equals(label)).findFirst().orElseThrow();
	}

	/** What a macro can set. */
	private static List<ModuleItem<?>> keys(final CommandInfo command) {
		return StreamSupport.stream(command.inputs().spliterator(), false).<ModuleItem<?>> map(item -> item).filter(item -> {
			final Class<?> type = Types.box(item.getType());
			return item.getVisibility() != ItemVisibility.MESSAGE && (type == String.class || type == Boolean.class ||
				Number.class.isAssignableFrom(type));
		}).toList();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "Open Energy Stack...      | path= energies=", "Open Reference Spectra... | path=",
		"XANES Optical Density...  | i0=brightest",
		"XANES Normalize...        | method=larch e0=0.0 pre_from=0.0 pre_to=0.0 post_from=0.0 post_to=0.0 degree=-1",
		"XANES PCA...              | components=0 variant=line-free noise=found mask=auto fit_from=0.0 fit_to=0.0 " +
			"reconstruct=false",
		"XANES Target Test...      | method=references references= components=0 scale=free",
		"XANES Cluster...          | clusters=0 components=0 seed=1 method=k-means criterion=auto of=scores false_alarm=0.001 " +
			"variant=xanesj gamma=0.0 first=keep eps=0.0 min_points=0 references= normalization=auto add_rois=false",
		"XANES Fit...              | source=mean references= fit=baseline normalization=auto max_species=3 sum_to_one=true " +
			"constraint=auto shift=0.0 fit_from=0.0 fit_to=0.0 exclude= core_hole=0.0",
		"XANES Map Species...      | references= fit=baseline normalization=auto sum_to_one=true fit_from=0.0 fit_to=0.0 " +
			"exclude= mask=auto",
		"XANES Edge Energy...      | method=derivative window=10.0 smoothing=0.0 level_from=0.15 level_to=1.0 peak_from=0.0 peak_to=0.0 e0=0.0 " +
			"pre_from=0.0 pre_to=0.0 post_from=0.0 post_to=0.0 degree=-1 exclude= mask=auto calibration= references= " +
			"calibrant=edge curve=linear",
		"XANES MCR-ALS...          | components=0 method=mcr-als start=vca references= fixed= closure=edge-step sparsity=bic " +
			"iterations=200 tolerance=1.0E-6 fit_from=0.0 fit_to=0.0 exclude= mask=auto seed=1",
		"XANES ROI Spectra...      | normalize=false",
		"Speciate XANES...         | stack= energies= references= output= mode=auto i0= fit=baseline normalization=auto " +
			"components=0 clusters=0 max_species=3 sum_to_one=true fit_from=0.0 fit_to=0.0 exclude= core_hole=0.0 " +
			"mask=auto seed=1 calibrate=auto errors=auto false_alarm=0.01" })
	void keysAndTheirDefaults(final String label, final String keys) throws ModuleException {
		final CommandInfo command = command(label);
		final var module = command.createModule();
		final Set<String> found = keys(command).stream().map(item -> item.getName() + "=" + module.getInput(item.getName()))
			.collect(Collectors.toCollection(TreeSet::new));
		for (final String key : keys.split(" ")) assertTrue(found.contains(key), () -> label + ": " + key + " not among " +
			found);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "XANES Normalize... | method | larch, pre-edge, area, none",
		"XANES PCA...         | variant       | line-free, uncentred, centred, correlation, larch",
		"XANES PCA...         | noise         | found, counts, equal", "XANES Target Test... | scale         | free, fixed",
		"XANES Target Test... | method        | references, needle",
		"XANES MCR-ALS...     | method        | mcr-als, nmf", "XANES MCR-ALS...     | start         | vca, simplisma",
		"XANES MCR-ALS...     | closure       | edge-step, none", "XANES MCR-ALS...     | sparsity      | bic, none",
		"XANES Fit...         | source        | roi, cluster, mean",
		"XANES Fit...         | fit           | baseline, normalized, flattened, derivative",
		"XANES Fit...         | constraint    | auto, unconstrained, non-negative, sum-to-one, both",
		"XANES Map Species... | fit           | baseline, normalized",
		"XANES Edge Energy... | method        | derivative, half-height, integral",
		"XANES Edge Energy... | calibrant     | edge, pre-edge", "XANES Edge Energy... | curve         | linear, spline",
		"XANES Cluster...     | method        | k-means, gaussian-mixture, density",
		"XANES Cluster...     | criterion     | auto, noise, silhouette, bic",
		"XANES Cluster...     | of            | scores, spectra, fractions", "XANES Cluster...     | variant       | xanesj, mantis",
		"XANES Cluster...     | first         | keep, drop",
		"XANES Cluster...     | normalization | auto, larch, pre-edge, area, none",
		"Speciate XANES...    | mode          | auto, absorption, transmission",
		"Speciate XANES...    | fit           | baseline, normalized",
		"Speciate XANES...    | normalization | auto, larch, pre-edge, area, none" })
	void choices(final String label, final String key, final String choices) {
		assertEquals(List.of(choices.split(", ")), command(label).getInput(key).getChoices());
	}

	@Test
	void allAreInOneMenuAndOfferCancel() throws ClassNotFoundException {
		assertTrue(COMMANDS.size() >= 11);
		for (final CommandInfo command : COMMANDS) {
			assertTrue(command.getMenuPath().getMenuString().startsWith("Plugins > XanesJ > "), command.toString());
			assertTrue(Cancelable.class.isAssignableFrom(Class.forName(command.getDelegateClassName())), command.toString());
		}
		assertEquals("Speciate XANES...", COMMANDS.stream().min((a, b) -> Double.compare(a.getMenuPath().getLeaf().getWeight(),
			b.getMenuPath().getLeaf().getWeight())).orElseThrow().getMenuPath().getLeaf().getName());
		assertEquals(COMMANDS.size(), COMMANDS.stream().map(c -> c.getMenuPath().getLeaf().getWeight()).distinct().count(),
			"weights order the menu");
	}

	/** ImageJ finds {@code e0=} in {@code edge_e0=} too: it asks only that no letter stand before it. */
	@Test
	void noKeyIsTheTailOfAnother() {
		for (final CommandInfo command : COMMANDS) for (final ModuleItem<?> one : command.inputs()) for (final ModuleItem<
			?> other : command.inputs()) assertFalse(other.getName().matches(".*[^A-Za-z]" + one.getName()), () -> command +
				": " + one.getName() + " in " + other.getName());
	}

	@Test
	void everyParameterHasALabelAndSaysWhatItMeans() {
		for (final CommandInfo command : COMMANDS) for (final ModuleItem<?> item : keys(command)) {
			final String name = command + ", " + item.getName();
			assertEquals(item.getName().toLowerCase(), item.getName(), name);
			assertNotNull(item.getLabel(), name);
			assertTrue(item.getDescription() != null && item.getDescription().length() > 10, name);
		}
	}

	/** What belongs to one sample would silently spoil the next, or overwrite its results. */
	@Test
	void whatBelongsToOneSampleIsNotRemembered() {
		final Set<String> remembered = new TreeSet<>();
		for (final CommandInfo command : COMMANDS) for (final ModuleItem<?> item : keys(command)) if (item.isPersisted())
			remembered.add(item.getName());
		assertEquals(Set.of("path", "references", "seed", "method", "variant", "source"), remembered);
	}

	/** An image that is remembered comes back empty, in Fiji. */
	@Test
	void imagesAreNotRemembered() {
		for (final CommandInfo command : COMMANDS) for (final ModuleItem<?> item : command.inputs())
			if (item.getType() == ImagePlus.class) assertFalse(item.isPersisted(), command.toString());
	}
}
