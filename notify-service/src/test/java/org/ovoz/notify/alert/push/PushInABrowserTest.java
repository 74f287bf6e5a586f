package org.ovoz.notify.alert.push;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.Ids;
import org.ovoz.notify.alert.Alert;
import org.ovoz.notify.alert.AlertKind;
import org.ovoz.notify.alert.AlertOutcome;
import org.ovoz.notify.setting.Browser;
import org.ovoz.notify.setting.Chromium;
import org.ovoz.notify.setting.DeskTest;
import org.ovoz.notify.setting.Person;
import org.ovoz.notify.setting.Team;

/** What the desk pushed, decrypted as a browser does and handed to the service worker of a real one by its DevTools. */
@DeskTest
class PushInABrowserTest {

    private static final String TEXT = "K7Q2-1";

    /** By the one policy that the console's page allows for it. */
    private static final String REGISTER = """
            async () => {
                const policy = trustedTypes.createPolicy('worker', { createScriptURL: (url) => url });
                await navigator.serviceWorker.register(policy.createScriptURL('/console/worker.js'), { scope: '/console/' });
                await navigator.serviceWorker.ready;
            }""";

    private static final String SHOWN = """
            async () => (await (await navigator.serviceWorker.ready).getNotifications())
                .map((one) => [one.title, one.body, one.icon, one.image ?? '', JSON.stringify(one.data)])""";
    private static final String IS_SHOWN = """
            async () => (await (await navigator.serviceWorker.ready).getNotifications()).length > 0""";

    @TestHTTPResource("/console/")
    URI console;

    @Inject
    PushAlertSender sender;

    @Test
    void theServiceWorkerShowsWhatTheDeskPushedAndNothingElse() {
        Browser browser = Browser.of(Person.aResponderOf(Team.aTeam()));
        UUID endpoint = browser.subscribed();
        Alert alert = new Alert(Ids.random(), AlertKind.PUSH, browser.url(), endpoint, TEXT);
        assertThat(sender.send(alert).await().atMost(Duration.ofSeconds(30))).isInstanceOf(AlertOutcome.Sent.class);
        String pushed = browser.read().getFirst();
        try (Chromium chromium = Chromium.start()) {
            BrowserContext context = chromium.context();
            context.grantPermissions(
                    List.of("notifications"), new BrowserContext.GrantPermissionsOptions().setOrigin(origin()));
            Page page = context.newPage();
            page.navigate(console.toString());
            CDPSession devTools = context.newCDPSession(page);
            AtomicReference<String> registration = new AtomicReference<>();
            devTools.on("ServiceWorker.workerRegistrationUpdated", event -> registrationOf(event, registration));
            devTools.send("ServiceWorker.enable");
            page.evaluate(REGISTER);
            page.waitForCondition(() -> registration.get() != null);
            deliver(devTools, registration.get(), pushed);
            deliver(devTools, registration.get(), pushed);
            page.waitForFunction(IS_SHOWN);
            assertThat(page.evaluate(SHOWN)).isEqualTo(List.of(List.of(TEXT, "", "", "", "null")));
        }
    }

    private void deliver(CDPSession devTools, String registration, String text) {
        JsonObject message = new JsonObject();
        message.addProperty("origin", origin());
        message.addProperty("registrationId", registration);
        message.addProperty("data", text);
        devTools.send("ServiceWorker.deliverPushMessage", message);
    }

    private static void registrationOf(JsonObject event, AtomicReference<String> registration) {
        JsonArray registrations = event.getAsJsonArray("registrations");
        for (JsonElement one : registrations) {
            registration.set(one.getAsJsonObject().get("registrationId").getAsString());
        }
    }

    private String origin() {
        return "http://" + console.getAuthority();
    }
}
