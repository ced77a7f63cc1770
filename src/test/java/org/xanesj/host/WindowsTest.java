// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.Menus;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.plugin.frame.Recorder;
import ij.process.ByteProcessor;

import java.awt.Button;
import java.awt.Checkbox;
import java.awt.Dialog;
import java.awt.GraphicsEnvironment;
import java.awt.Menu;
import java.awt.TextField;
import java.awt.Window;
import java.awt.event.ActionEvent;
import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.scijava.prefs.PrefService;

/** Menus, dialogs and the recorder; needs a display. */
@Tag("display")
class WindowsTest {

	private static final String COMMAND = "Echo Test...";

	private static Recorder recorder;

	@BeforeAll
	static void openImageJ() {
		assumeFalse(GraphicsEnvironment.isHeadless(), "skipped: menus and dialogs need a display");
		SuiteContext.get().service(PrefService.class).clear(EchoCommand.class);
		new ImageJ(ImageJ.EMBEDDED);
		final MenuInstaller menus = new MenuInstaller(SuiteContext.get());
		menus.register();
		menus.addToMenus();
		recorder = new Recorder();
	}

	@AfterEach
	void closeImages() {
		for (final int id : WindowManager.getIDList() == null ? new int[0] : WindowManager.getIDList())
			WindowManager.getImage(id).close();
	}

	@AfterAll
	static void close() {
		if (recorder == null) return;
		SuiteContext.get().service(PrefService.class).clear(EchoCommand.class);
		recorder.close();
		IJ.getInstance().dispose();
	}

	@Test
	void theMenuHoldsTheCommandsByWeight() {
		final Menu plugins = IntStream.range(0, Menus.getMenuBar().getMenuCount()).mapToObj(Menus.getMenuBar()::getMenu)
			.filter(menu -> menu.getLabel().equals("Plugins")).findFirst().orElseThrow();
		final Menu suite = (Menu) plugins.getItem(plugins.getItemCount() - 1);
		assertEquals("XanesJ", suite.getLabel());
		final List<String> labels = IntStream.range(0, suite.getItemCount()).mapToObj(i -> suite.getItem(i).getLabel())
			.toList();
		assertTrue(labels.contains(COMMAND), labels.toString());
		assertEquals("Image Test...", labels.get(0), "the lightest comes first");
	}

	@Test
	void aDialogsAnswersAreUsedRecordedRememberedAndReplayed() {
		final GenericDialog dialog = open();
		final List<TextField> fields = texts(dialog);
		assertEquals(List.of("", "", "3", "7112.5", "0", "1", ""), fields.stream().map(TextField::getText).toList());
		fields.get(0).setText("/a b/stack.hdr");
		fields.get(2).setText("5");
		fields.get(4).setText("7120");
		((Checkbox) dialog.getCheckboxes().get(0)).setState(false);
		press(dialog.getButtons()[0]);
		final ImagePlus echo = await(WindowManager::getCurrentImage);
		final String title = "path=/a b/stack.hdr output= method=pre-edge components=5 reference_energy=7112.5 " +
			"e0=7120.0 sum_to_one=false seed=1 model=null";
		assertEquals(title, echo.getTitle());

		final String line = "run(\"Echo Test...\", \"path=[/a b/stack.hdr] output= method=pre-edge components=5 " +
			"reference_energy=7112.5 e0=7120.0 sum_to_one=false seed=1\");";
		IJ.wait(500);
		assertTrue(recorder.getText().contains(line), recorder::getText);
		closeImages();
		IJ.runMacro(line);
		assertEquals(title, WindowManager.getCurrentImage().getTitle());

		final GenericDialog again = open();
		assertEquals(List.of("/a b/stack.hdr", "", "5", "7112.5", "0", "1", ""), texts(again).stream().map(
			TextField::getText).toList());
		press(again.getButtons()[1]);
	}

	@Test
	void anAnswerOutOfRangeIsAskedForAgain() {
		final GenericDialog dialog = open();
		texts(dialog).get(2).setText("50");
		press(dialog.getButtons()[0]);
		message().dispose();
		final GenericDialog again = await(() -> dialog());
		assertEquals("50", texts(again).get(2).getText());
		press(again.getButtons()[1]);
	}

	@Test
	void whatACommandRefusesMayBeMendedInTheDialog() {
		final GenericDialog dialog = open();
		texts(dialog).get(0).setText("/mistyped");
		texts(dialog).get(2).setText("13");
		texts(dialog).get(4).setText("7120");
		press(dialog.getButtons()[0]);
		message().dispose();
		final GenericDialog again = await(WindowsTest::dialog);
		assertEquals(List.of("/mistyped", "13", "7120"), List.of(texts(again).get(0).getText(), texts(again).get(2)
			.getText(), texts(again).get(4).getText()), "also what is not remembered");
		texts(again).get(0).setText("/found");
		texts(again).get(2).setText("4");
		press(again.getButtons()[0]);
		assertTrue(await(WindowManager::getCurrentImage).getTitle().startsWith("path=/found "));
		IJ.wait(500);
		assertEquals(1, recorder.getText().lines().filter(line -> line.contains("path=/found ")).count());
		assertFalse(recorder.getText().contains("mistyped"), recorder::getText);
		SuiteContext.get().service(PrefService.class).clear(EchoCommand.class);
	}

	private static Dialog message() {
		return await(() -> Arrays.stream(Window.getWindows()).filter(window -> window.isShowing() &&
			window instanceof Dialog && !(window instanceof GenericDialog)).map(Dialog.class::cast).findFirst().orElse(
				null));
	}

	@Test
	void theActiveImageIsTheInput() {
		new ImagePlus("given", new ByteProcessor(2, 2)).show();
		IJ.run("Image Test...", "factor=3");
		assertNotNull(WindowManager.getImage("given x3"));
	}

	@Test
	void aDroppedStackOpensWithTheEnergiesBesideIt() {
		new SuiteDrop(SuiteContext.get()).openFile(new File("test-images/iron-l/iron-l.tif"));
		final ImagePlus stack = WindowManager.getCurrentImage();
		assertEquals("700.00 eV", stack.getStack().getSliceLabel(1));
		assertEquals(1, WindowManager.getImageCount());
		assertTrue(stack.getCanvas().getMagnification() > 1, "large enough to look at");
	}

	private static GenericDialog open() {
		IJ.doCommand(COMMAND);
		return await(WindowsTest::dialog);
	}

	private static GenericDialog dialog() {
		return Arrays.stream(Window.getWindows()).filter(Window::isShowing).filter(GenericDialog.class::isInstance).map(
			GenericDialog.class::cast).findFirst().orElse(null);
	}

	@SuppressWarnings("unchecked")
	private static List<TextField> texts(final GenericDialog dialog) {
		return dialog.getStringFields();
	}

	private static void press(final Button button) {
		final ActionEvent event = new ActionEvent(button, ActionEvent.ACTION_PERFORMED, button.getLabel());
		Arrays.stream(button.getActionListeners()).forEach(listener -> listener.actionPerformed(event));
	}

	private static <T> T await(final Supplier<T> what) {
		return IntStream.range(0, 200).mapToObj(attempt -> {
			IJ.wait(50);
			return what.get();
		}).filter(Objects::nonNull).findFirst().orElseThrow();
	}
}
