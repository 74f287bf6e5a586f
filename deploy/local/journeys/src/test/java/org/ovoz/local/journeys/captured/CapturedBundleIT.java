package org.ovoz.local.journeys.captured;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ovoz.local.journeys.browser.Chromium;
import org.ovoz.local.journeys.running.RunningStack;
import org.ovoz.local.journeys.web.Web;

/** A desk that serves another console than the one that was built here: whoever compares the published hash notices. */
class CapturedBundleIT {
    private static final Path CONSOLE = Path.of("../../../notify-service/console");
    private static final String STEALS = "fetch('/stolen');";

    private final RunningStack running = RunningStack.shared();
    private AlteringDesk desk;

    @BeforeEach
    void start() throws Exception {
        desk = new AlteringDesk(running.stack().console().resolve("/"));
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    @Test
    void whatTheDeskServesIsWhatWasBuilt() throws Exception {
        Verdict verdict = verify(running.stack().console());
        assertThat(verdict.isGood()).as(verdict.said()).isTrue();
        assertThat(verify(desk.console()).isGood()).isTrue();
    }

    @Test
    void anotherScriptIsNoticedAndDoesNotRun() throws Exception {
        desk.alter((path, text) -> path.endsWith("/console.js") ? STEALS + text : text);
        Verdict verdict = verify(desk.console());
        assertThat(verdict.isGood()).isFalse();
        assertThat(verdict.said()).contains("console.js is not the published one");
        try (Chromium chromium = Chromium.start()) {
            Page page = chromium.page(420, 800);
            page.navigate(desk.console().toString());
            assertThat(page.locator("[data-testid=sign-in]").count()).isZero();
        }
    }

    @Test
    void anotherPageIsNoticed() throws Exception {
        desk.alter((path, text) ->
                path.equals("/console/") ? text.replace("</head>", "<script src=\"other.js\"></script></head>") : text);
        assertThat(verify(desk.console()).said()).contains("the page");
    }

    @Test
    void anotherConsoleWithAListOfItsOwnIsNoticed() throws Exception {
        String sums = text("/console/SHA256SUMS");
        String script = text("/console/console.js");
        String forged = sums.replace(sha256(script), sha256(STEALS + script));
        assertThat(forged).isNotEqualTo(sums);
        desk.alter((path, text) ->
                path.endsWith("/console.js") ? STEALS + text : path.endsWith("SHA256SUMS") ? forged : text);
        assertThat(verify(desk.console()).said()).contains("the list");
    }

    @Test
    void aPolicyThatLetsOtherScriptsInIsNoticed() throws Exception {
        desk.loosen("script-src 'self'", "script-src 'self' 'unsafe-inline' https:");
        assertThat(verify(desk.console()).said()).contains("policy");
    }

    private String text(String path) throws Exception {
        return running.web()
                .send(Web.request(running.stack().console().resolve(path)).build())
                .expect(200)
                .body();
    }

    private static String sha256(String text) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash);
    }

    private record Verdict(int code, String said) {
        boolean isGood() {
            return code == 0;
        }
    }

    /** By the program that anybody can run against any desk. */
    private static Verdict verify(URI console) throws Exception {
        Process process = new ProcessBuilder("node", "verify/served.mjs", console.toString())
                .directory(CONSOLE.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Verdict(process.waitFor(), said);
    }
}
