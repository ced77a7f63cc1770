// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import ij.IJ;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.plugin.frame.Recorder;

import java.awt.Button;
import java.awt.GraphicsEnvironment;
import java.awt.TextField;
import java.awt.Window;
import java.awt.event.ActionEvent;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.prefs.PrefService;
import org.xanesj.host.XanesJ;

/** What the recorder writes while a user works in dialogs does the same again without a display, byte for byte. */
@Tag("display")
class RecordedMacroTest {

	private static final Path STACK = Path.of("test-images/iron-l/iron-l.tif").toAbsolutePath();

	private static Recorder recorder;

	@TempDir
	Path out;

	@BeforeAll
	static void openImageJ() {
		assumeFalse(GraphicsEnvironment.isHeadless(), "skipped: dialogs and the recorder need a display");
		forgetDialogs();
		XanesJ.main(new String[] {});
		recorder = new Recorder();
	}

	@AfterAll
	static void close() {
		if (recorder == null) return;
		forgetDialogs();
		recorder.close();
		for (final Window window : Window.getWindows()) window.dispose();
	}

	/** What dialogs remember would be in the record. */
	private static void forgetDialogs() {
		try (Context context = new Context(PrefService.class)) {
			final PrefService remembered = context.service(PrefService.class);
			for (final Class<?> command : List.of(OpenEnergyStack.class, XanesOpticalDensity.class, SpeciateXanes.class))
				remembered.clear(command);
		}
	}

	@Test
	void dialogsAreRecordedAndReplayed() throws IOException, InterruptedException {
		final Path dialog = out.resolve("by dialog"), replay = out.resolve("by replay");
		answer("Open Energy Stack...", STACK.toString());
		answer("XANES Optical Density...", STACK.resolveSibling("i0.txt").toString());
		// the active image is the stack
		answer("Speciate XANES...", "", STACK.resolveSibling("references").toString(), dialog.toString());
		assertEquals("Species map of Optical density of iron-l.tif", WindowManager.getCurrentImage().getTitle());

		final String recorded = recorder.getText();
		final List<String> lines = recorded.lines().filter(line -> line.contains("run(")).toList();
		assertEquals(List.of("Open Energy Stack...", "XANES Optical Density...", "Speciate XANES..."), lines.stream().map(
			line -> line.split("\"")[1]).toList());
		assertFalse(recorded.contains("image=") || recorded.contains("ij.ImagePlus") || recorded.contains("Help"), recorded);
		final String speciate = lines.get(2);
		assertTrue(speciate.contains(" mode=auto i0= ") || speciate.contains(" mode=auto i0=[] "), speciate);
		assertTrue(speciate.contains("max_species=3 sum_to_one=true fit_from=0.0"), speciate);

		final Path macro = Files.writeString(out.resolve("recorded.ijm"), recorded.replace(dialog.toString(), replay
			.toString()));
		final Process java = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
			"-Djava.awt.headless=true", "-cp", classPath(), XanesJ.class.getName(), "--headless", macro.toString())
				.redirectErrorStream(true).redirectOutput(out.resolve("log.txt").toFile()).start();
		assertTrue(java.waitFor(3, TimeUnit.MINUTES), "the replay takes too long");
		assertEquals(0, java.exitValue(), Files.readString(out.resolve("log.txt")));
		SameFiles.assertSame(dialog, replay);
	}

	/** Fills the first text fields of a command's dialog, presses OK and waits until it is done and recorded. */
	@SuppressWarnings("unchecked")
	private static void answer(final String command, final String... texts) {
		IJ.doCommand(command);
		final GenericDialog dialog = await(() -> Arrays.stream(Window.getWindows()).filter(Window::isShowing).filter(
			GenericDialog.class::isInstance).map(GenericDialog.class::cast).findFirst().orElse(null));
		final List<TextField> fields = dialog.getStringFields();
		for (int i = 0; i < texts.length; i++) fields.get(i).setText(texts[i]);
		final Button ok = dialog.getButtons()[0];
		for (final var listener : ok.getActionListeners()) listener.actionPerformed(new ActionEvent(ok,
			ActionEvent.ACTION_PERFORMED, ok.getLabel()));
		await(() -> recorder.getText().contains("run(\"" + command) ? recorder : null);
	}

	private static <T> T await(final Supplier<T> what) {
		return IntStream.range(0, 1200).mapToObj(attempt -> {
			IJ.wait(50);
			return what.get();
		}).filter(Objects::nonNull).findFirst().orElseThrow();
	}

	/** Where the classes come from, also when a test runner has loaded them by a class loader of its own. */
	private static String classPath() {
		final ClassLoader loader = XanesJ.class.getClassLoader();
		if (!(loader instanceof URLClassLoader urls)) return System.getProperty("surefire.test.class.path", System
			.getProperty("java.class.path"));
		return Stream.of(urls.getURLs()).map(url -> Path.of(URI.create(url.toString())).toString()).collect(Collectors.joining(
			File.pathSeparator));
	}
}
