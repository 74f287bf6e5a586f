package org.ovoz.notify.alert.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ovoz.notify.setting.Api;
import org.ovoz.notify.setting.Browser;
import org.ovoz.notify.setting.DeskTest;
import org.ovoz.notify.setting.Person;
import org.ovoz.notify.setting.Sql;
import org.ovoz.notify.setting.Team;

@DeskTest
class SubscriptionsTest {

    private static final String SUBSCRIPTIONS = "/api/v1/me/push-subscriptions";

    private Person aziza;

    @BeforeEach
    void somebody() {
        aziza = Person.aResponderOf(Team.aTeam());
    }

    @Test
    void theSameSubscriptionAgainIsTheSameOneAndItsAddressDoesNotComeOut() {
        Browser browser = Browser.of(aziza);
        UUID id = browser.subscribed();
        assertThat(browser.subscribed()).isEqualTo(id);
        Response mine = Api.as(aziza).get(SUBSCRIPTIONS);
        mine.then()
                .statusCode(200)
                .body("subscriptions", hasSize(1))
                .body("subscriptions[0].id", equalTo(id.toString()));
        assertThat(mine.asString()).doesNotContain(browser.url(), browser.auth());
    }

    @Test
    void aBrowserAlertsWhoeverSignedInThereLast() {
        Browser browser = Browser.of(aziza);
        browser.subscribed();
        Person bek = Person.aResponderOf(aziza.team());
        new Browser(bek, browser.url(), browser.keys(), browser.auth()).subscribed();
        Api.as(aziza).get(SUBSCRIPTIONS).then().body("subscriptions", empty());
        Api.as(bek).get(SUBSCRIPTIONS).then().body("subscriptions", hasSize(1));
    }

    @Test
    void aPersonHasEightAtMost() {
        UUID first = Browser.of(aziza).subscribed();
        for (int i = 1; i < SubscribeBrowser.AT_MOST; i++) {
            Browser.of(aziza).subscribed();
        }
        Browser oneMore = Browser.of(aziza);
        oneMore.subscribe().then().statusCode(409).body("type", equalTo("urn:ovoz:problem:too-many-subscriptions"));
        Api.as(aziza).delete(SUBSCRIPTIONS + "/" + first).then().statusCode(204);
        oneMore.subscribed();
    }

    @Test
    void nobodyRemovesWhatIsSomebodyElses() {
        UUID id = Browser.of(aziza).subscribed();
        Person bek = Person.aResponderOf(aziza.team());
        Api.as(bek).delete(SUBSCRIPTIONS + "/" + id).then().statusCode(404);
        Api.as(aziza).delete(SUBSCRIPTIONS + "/" + id).then().statusCode(204);
        Api.as(aziza).delete(SUBSCRIPTIONS + "/" + id).then().statusCode(404);
        assertThat(Sql.read("SELECT what FROM audit WHERE subject = ? ORDER BY sequence", id.toString()))
                .containsExactly("push-subscribed", "push-unsubscribed");
    }

    @Test
    void whatNothingCanBeSentToIsRefused() {
        Browser browser = Browser.of(aziza);
        refused(browser.url(), "BA".repeat(44), browser.auth(), 422);
        refused(browser.url(), "not base64", browser.auth(), 422);
        refused(browser.url(), p256dh(browser), "c2hvcnQ", 422);
        refused("ftp://push.example/1", p256dh(browser), browser.auth(), 422);
        refused("https://user@push.example/1", p256dh(browser), browser.auth(), 422);
        refused("https://push.example/" + "x".repeat(2_048), p256dh(browser), browser.auth(), 400);
        Api.as(aziza)
                .contentType("application/json")
                .body("{}")
                .put(SUBSCRIPTIONS)
                .then()
                .statusCode(400);
    }

    private void refused(String url, String p256dh, String auth, int status) {
        Api.as(aziza)
                .contentType("application/json")
                .body(Map.of("endpoint", url, "keys", Map.of("p256dh", p256dh, "auth", auth)))
                .put(SUBSCRIPTIONS)
                .then()
                .statusCode(status)
                .contentType("application/problem+json");
    }

    private static String p256dh(Browser browser) {
        return ((Map<?, ?>) browser.subscription().get("keys")).get("p256dh").toString();
    }
}
