package org.ovoz.local.carrier.page;

import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The system's Chromium; nothing is downloaded. */
final class Browser implements AutoCloseable {
    private static final Path CHROMIUM = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser").stream()
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("Chromium is missing: apt-get install chromium"));

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final com.microsoft.playwright.Browser browser = playwright
            .chromium()
            .launch(new LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setChromiumSandbox(false)
                    .setArgs(List.of("--disable-background-networking", "--disable-gpu")));
    private final Page page = browser.newPage();

    /** The one page, empty. */
    Page page(int width, ColorScheme scheme) {
        page.navigate("about:blank");
        page.setViewportSize(width, 900);
        page.emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));
        return page;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
