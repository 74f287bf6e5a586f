package org.ovoz.notify.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.response.Response;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ovoz.notify.setting.DeskSetting;
import org.ovoz.notify.setting.DeskTest;

@DeskTest
class ConsoleTest {

    @Test
    void theConsoleIsServedWithAPolicyThatLetsItRunItsOwnScriptsOnly() {
        Response page = given().get("/console/");
        page.then().statusCode(200).contentType("text/html").header("Cache-Control", "no-cache");
        assertThat(page.asString()).contains("console.js", "integrity=\"sha384-");
        assertThat(page.header("Permissions-Policy")).startsWith("camera=(self), geolocation=(), microphone=()");
        assertThat(page.headers().getValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains(
                        "default-src 'none'",
                        "script-src 'self' 'wasm-unsafe-eval';",
                        "manifest-src 'self';",
                        "media-src blob:;",
                        "connect-src 'self' " + DeskSetting.get().logins().issuer() + "/;",
                        "frame-ancestors 'none'",
                        "require-trusted-types-for 'script'")
                .satisfies(policy -> assertThat(policy.replace("media-src blob:;", ""))
                        .doesNotContain("'unsafe", "blob:", "data:", "*"));
        page.then()
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Frame-Options", "DENY")
                .header("Cross-Origin-Opener-Policy", "same-origin");
    }

    @Test
    void everyFileHasItsType() {
        Map.of(
                        "index.html", "text/html;charset=utf-8",
                        "console.js", "text/javascript;charset=utf-8",
                        "console.css", "text/css;charset=utf-8",
                        "messages.ko.json", "application/json",
                        "phrases.uz-Latn.json", "application/json",
                        "worker.js", "text/javascript;charset=utf-8",
                        "console.webmanifest", "application/manifest+json",
                        "icon-192.png", "image/png",
                        "icon.svg", "image/svg+xml")
                .forEach((name, type) -> {
                    String sent = given().get("/console/" + name)
                            .then()
                            .statusCode(200)
                            .extract()
                            .contentType();
                    assertThat(sent.replace(" ", "").toLowerCase(java.util.Locale.ROOT))
                            .as(name)
                            .isEqualTo(type);
                });
    }

    @Test
    void whatIsServedIsWhatTheListOfHashesSays() throws Exception {
        for (String line : given().get("/console/SHA256SUMS").asString().lines().toList()) {
            byte[] bytes = given().get("/console/" + line.substring(66)).asByteArray();
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            assertThat(HexFormat.of().formatHex(hash)).as(line).isEqualTo(line.substring(0, 64));
        }
    }

    @Test
    void aFileThatDidNotChangeIsNotSentAgain() {
        String tag = given().get("/console/console.js")
                .then()
                .header("ETag", notNullValue())
                .extract()
                .header("ETag");
        given().header("If-None-Match", tag)
                .get("/console/console.js")
                .then()
                .statusCode(304)
                .body(equalTo(""));
        given().header("If-None-Match", "\"other\"")
                .get("/console/console.js")
                .then()
                .statusCode(200);
    }

    @Test
    void theConsoleLearnsWhereToSignIn() {
        given().get("/console/config.json")
                .then()
                .statusCode(200)
                .body("issuer", equalTo(DeskSetting.get().logins().issuer()))
                .body("clientId", equalTo("ovoz-console"));
    }

    @Test
    void otherAddressesLeadToTheConsoleOrNowhere() {
        given().redirects()
                .follow(false)
                .get("/")
                .then()
                .statusCode(302)
                .header("Location", containsString("/console/"));
        given().redirects().follow(false).get("/console").then().statusCode(302);
        given().get("/console/nothing.js").then().statusCode(404).contentType("application/problem+json");
        given().urlEncodingEnabled(false)
                .get("/console/..%2fapplication.properties")
                .then()
                .statusCode(404);
        given().get("/console/").then().body(not(containsString("http://")));
    }
}
