package org.ovoz.local.journeys.desk;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** Pictures of pages for docs/desk.md, in `target/screenshots`; small, as the browser itself makes them. */
final class Pictures {
    private static final Path FOLDER = Path.of("target/screenshots");

    /** What is further down than this is not in the picture. */
    static final int TALLEST = 1600;

    private static final String SCROLL = """
        where => {
          const there = document.querySelector(`[data-testid=${where}]`)?.getBoundingClientRect().top ?? 0;
          scrollBy({ top: there - innerHeight / 4, behavior: 'instant' });
        }\
        """;

    private static final String TO_WEBP = """
        async (png) => {
          const whole = await createImageBitmap(await (await fetch('data:image/png;base64,' + png)).blob());
          const canvas = document.createElement('canvas');
          const scale = Math.min(1, 960 / whole.width);
          [canvas.width, canvas.height] = [whole.width * scale, whole.height * scale];
          const brush = canvas.getContext('2d');
          brush.imageSmoothingQuality = 'high';
          brush.drawImage(whole, 0, 0, canvas.width, canvas.height);
          return canvas.toDataURL('image/webp', 0.7).split(',')[1];
        }\
        """;

    private Pictures() {}

    /** As tall as the page is, so that nothing that stays in place lies over what would be scrolled. */
    static void keep(Page page, String name, int width, int height, String where, int tallest) {
        int whole = (Integer) page.evaluate("document.documentElement.scrollHeight");
        page.setViewportSize(width, Math.clamp(whole, height, tallest));
        page.evaluate(SCROLL, where);
        Look.settle(page);
        byte[] png = page.screenshot();
        page.setViewportSize(width, height);
        String webp = (String) darkroom().evaluate(TO_WEBP, Base64.getEncoder().encodeToString(png));
        try {
            Files.createDirectories(FOLDER);
            Files.write(
                    FOLDER.resolve(name + "-" + width + ".webp"),
                    Base64.getDecoder().decode(webp));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An empty page, whose policy lets it work with pictures. */
    private static Page darkroom() {
        return Darkroom.PAGE;
    }

    private static final class Darkroom {
        private static final Page PAGE = Offices.shared().profile("pictures").newPage();
    }
}
