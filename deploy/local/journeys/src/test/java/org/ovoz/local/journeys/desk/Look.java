package org.ovoz.local.journeys.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ViewportSize;
import java.util.List;
import java.util.Map;

/** A look at a page on a wide screen and on an old phone held upright: axe finds no fault, nothing has to be scrolled sideways. */
public final class Look {
    /** The narrow one is also a wide screen at 400 % (WCAG 2.2, 1.4.10). */
    private static final Map<Integer, Integer> SIZES = Map.of(1280, 800, 320, 640);

    private static final int A_PART = 900;

    private Look() {}

    /** @param name of the picture that is kept of it */
    public static void at(Page page, String name) {
        at(page, name, "page-title");
    }

    /** @param where the picture of a page that is too tall for one begins, by its test id */
    public static void at(Page page, String name, String where) {
        at(page, name, where, Pictures.TALLEST);
    }

    /** The same, with a picture of one part of the page and what is next to it. */
    public static void near(Page page, String name, String where) {
        at(page, name, where, A_PART);
    }

    private static void at(Page page, String name, String where, int tallest) {
        ViewportSize before = page.viewportSize();
        SIZES.forEach((width, height) -> {
            page.setViewportSize(width, height);
            settle(page);
            Pictures.keep(page, name, width, height, where, tallest);
            assertThat(new AxeBuilder(page)
                            .options(faults())
                            .setLegacyMode(true)
                            .analyze()
                            .getViolations())
                    .extracting(Rule::getId, rule -> rule.getNodes().getFirst().getTarget())
                    .as("%s, %d px wide", name, width)
                    .isEmpty();
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as("width of what is shown at %s, %d px wide", name, width)
                    .isLessThanOrEqualTo(width);
        });
        page.setViewportSize(before.width, before.height);
        assertThat(Offices.shared().faults()).as("faults up to %s", name).isEmpty();
    }

    /** Whatever follows the size of the page has been drawn. */
    static void settle(Page page) {
        page.evaluate("new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
    }

    /** What is right is not told one by one. */
    private static AxeRunOptions faults() {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return options;
    }
}
