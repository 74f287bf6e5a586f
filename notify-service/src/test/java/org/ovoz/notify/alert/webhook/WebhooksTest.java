package org.ovoz.notify.alert.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ovoz.notify.setting.Api;
import org.ovoz.notify.setting.DeskTest;
import org.ovoz.notify.setting.Person;
import org.ovoz.notify.setting.Sql;
import org.ovoz.notify.setting.Team;
import org.ovoz.notify.setting.Webhook;

@DeskTest
class WebhooksTest {

    private static final String PATH = "/api/v1/directory/webhooks";

    private Person aziza;

    @BeforeEach
    void somebody() {
        aziza = Person.aResponderOf(Team.aTeam());
    }

    @Test
    void aSecretIsShownOnceAndAnAddressNever() {
        Webhook webhook = Webhook.of(aziza);
        assertThat(webhook.secret()).startsWith("whsec_");
        String moved = webhook.url() + "?token=canary";
        Response again = save(webhook.id(), aziza.id(), moved);
        again.then().statusCode(200);
        assertThat(again.jsonPath().getString("secret")).isNull();
        String all = Api.asAdmin().get(PATH).then().statusCode(200).extract().asString();
        assertThat(all)
                .contains(webhook.id().toString(), aziza.handle())
                .doesNotContain(webhook.url(), "canary", "whsec_");
        assertThat(Sql.read("SELECT url FROM endpoint WHERE id = ?", webhook.id()))
                .containsExactly(moved);
    }

    @Test
    void whatIsNotToBePostedToIsRefused() {
        for (String url :
                new String[] {"ftp://system.example", "not an address", "https://user:word@system.example/"}) {
            save(UUID.randomUUID(), aziza.id(), url)
                    .then()
                    .statusCode(422)
                    .body("type", equalTo("urn:ovoz:problem:webhook-refused"));
        }
        save(UUID.randomUUID(), UUID.randomUUID(), "https://system.example")
                .then()
                .statusCode(422);
    }

    @Test
    void anIdIsNeverSomebodyElsesNorUsedTwice() {
        Webhook webhook = Webhook.of(aziza);
        Person bek = Person.aResponderOf(aziza.team());
        save(webhook.id(), bek.id(), webhook.url()).then().statusCode(422);
        Api.asAdmin().delete(PATH + "/" + webhook.id()).then().statusCode(204);
        Api.asAdmin().delete(PATH + "/" + webhook.id()).then().statusCode(404);
        Api.asAdmin().post(PATH + "/" + webhook.id() + "/secret").then().statusCode(404);
        save(webhook.id(), aziza.id(), webhook.url()).then().statusCode(422);
        assertThat(Sql.read(
                        "SELECT what FROM audit WHERE subject = ? ORDER BY sequence",
                        webhook.id().toString()))
                .containsExactly("webhook-saved", "webhook-removed");
    }

    @Test
    void onlyAdministratorsMakeThem() {
        Api.as(aziza).get(PATH).then().statusCode(403);
    }

    private static Response save(UUID id, UUID person, String url) {
        return Api.asAdmin().body(Map.of("person", person, "url", url)).put(PATH + "/" + id);
    }
}
