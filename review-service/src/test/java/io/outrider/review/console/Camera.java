package io.outrider.review.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.outrider.review.fixture.Browsing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Takes the pictures in docs/img, each small enough for a page of words. */
final class Camera {

    private static final int MOST_BYTES = 200 * 1024;

    private final Path folder;
    private final Browsing browser;

    /** @param browser is set to the size of the pictures */
    Camera(Browsing browser) throws IOException {
        this.browser = browser;
        folder = Files.createDirectories(Path.of(System.getProperty("outrider.screenshots", "target")));
        size(1280, 800);
    }

    void size(int width, int height) {
        browser.page().setViewportSize(width, height);
    }

    void in(ColorScheme scheme) {
        browser.page()
                .emulateMedia(
                        new Page.EmulateMediaOptions().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE));
    }

    void take(String path, String name) throws IOException {
        browser.open(path);
        shoot(name);
    }

    /** Of the page as it is. */
    void shoot(String name) throws IOException {
        var file = folder.resolve(name + ".png");
        browser.page().screenshot(new Page.ScreenshotOptions().setPath(file));
        assertThat(Files.size(file)).as(name).isLessThan(MOST_BYTES);
    }
}
