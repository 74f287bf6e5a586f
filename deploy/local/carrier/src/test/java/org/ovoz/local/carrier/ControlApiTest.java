package org.ovoz.local.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.ovoz.local.carrier.scene.Scene.HOTLINE;
import static org.ovoz.local.carrier.scene.Scene.NOBODY;
import static org.ovoz.local.carrier.scene.Scene.OTHER_PHONE;
import static org.ovoz.local.carrier.scene.Scene.PHONE;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ovoz.local.carrier.scene.Control;
import org.ovoz.local.carrier.scene.Scene;

/** {@code /control}: what the page of phones and other programs use. */
class ControlApiTest {
    private static final String TEXTS = "/control/phones/" + PHONE + "/texts";

    @RegisterExtension
    static final Scene SCENE = new Scene();

    @Test
    void aTextFromAPhoneShowsItsSegmentsAndThatItWasTaken() {
        assertThat(text(HOTLINE, "я".repeat(71)).statusCode()).isEqualTo(201);

        await().until(() -> lastText(PHONE).getString("status").equals("delivered"));
        assertThat(lastText(PHONE).getMap())
                .containsEntry("direction", "sent")
                .containsEntry("peer", HOTLINE)
                .containsEntry("segments", 2)
                .containsEntry("encoding", "UCS-2")
                .containsKeys("id", "at");
    }

    @Test
    void aTextFromPhoneToPhoneArrivesAndOneToNobodyDoesNot() {
        text(OTHER_PHONE, "Salom");
        assertThat(lastText(PHONE).getString("status")).isEqualTo("delivered");
        assertThat(lastText(OTHER_PHONE).getString("direction")).isEqualTo("received");

        text(NOBODY, "Salom");
        assertThat(lastText(PHONE).getString("status")).isEqualTo("undelivered");
    }

    @Test
    void whatIsNoTextIsRefusedAsAProblem() {
        assertThat(text("12", "Salom").statusCode()).isEqualTo(400);
        assertThat(text(HOTLINE, "").statusCode()).isEqualTo(400);
        assertThat(text(HOTLINE, "a".repeat(1601)).statusCode()).isEqualTo(400);
        assertThat(SCENE.control().send("POST", TEXTS, "[").statusCode()).isEqualTo(400);
        assertThat(SCENE.control().send("POST", TEXTS, "{\"to\":1}").statusCode())
                .isEqualTo(400);
        var unknown = SCENE.control().get("/control/phones/" + NOBODY);
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void onlyTheLastTextsComeWhenOnlyTheyAreAskedFor() {
        for (int number = 1; number <= 5; number++) {
            text(HOTLINE, "text " + number);
        }

        JsonObject seen = Control.json(SCENE.control().get("/control/phones/" + PHONE + "?last=2"));

        assertThat(seen.getJsonArray("texts").stream().map(one -> ((JsonObject) one).getString("text")))
                .containsExactly("text 4", "text 5");
        assertThat(seen.getInteger("earlier")).isEqualTo(3);
    }

    @Test
    void nobodyElsesPageMayUseThePhones() {
        var foreign = SCENE.control()
                .post(TEXTS, new JsonObject().put("to", HOTLINE).put("text", "Salom"), "Origin", "https://example.org");

        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(SCENE.carrier().texts(PHONE)).isEmpty();
    }

    @Test
    void aPhoneIsAddedAndALineGetsOtherWebhooks() {
        SCENE.control().send("PUT", "/control/phones/+12025550119", "{\"label\":\"new\",\"kind\":\"staff\"}");
        var line = SCENE.control()
                .send(
                        "PUT",
                        "/control/lines/" + HOTLINE,
                        "{\"smsUrl\":\"" + SCENE.application().url("/other") + "\"}");

        text("+12025550119", "Salom");
        text(HOTLINE, "Salom");

        assertThat(line.statusCode()).isEqualTo(200);
        assertThat(lastText("+12025550119").getString("text")).isEqualTo("Salom");
        assertThat(SCENE.application().await("/other", 1)).hasSize(1);
        assertThat(SCENE.control().send("PUT", "/control/lines/" + NOBODY, "{}").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aResetForgetsTextsFaultsErrorsAndOptOuts() {
        text(HOTLINE, "STOP");
        SCENE.control().post("/control/faults", new JsonObject().put("kind", "refuse"));

        assertThat(SCENE.control().post("/control/reset", new JsonObject()).statusCode())
                .isEqualTo(204);

        assertThat(SCENE.carrier().texts(PHONE)).isEmpty();
        assertThat(SCENE.sendToTheEnd(PHONE, "Salom").getErrorCode()).isNull();
    }

    @Test
    void theCountOfSegmentsIsToldBeforeATextIsSent() {
        var size = Control.json(SCENE.control().post("/control/segments", new JsonObject().put("text", "Yordam")));

        assertThat(size)
                .isEqualTo(
                        new JsonObject("{\"encoding\":\"GSM-7\",\"segments\":1,\"units\":6,\"unitsPerSegment\":160}"));
    }

    private static java.net.http.HttpResponse<String> text(String to, String text) {
        return SCENE.control().post(TEXTS, new JsonObject().put("to", to).put("text", text));
    }

    private static JsonObject lastText(String phone) {
        JsonObject seen = Control.json(SCENE.control().get("/control/phones/" + phone));
        return seen.getJsonArray("texts")
                .getJsonObject(seen.getJsonArray("texts").size() - 1);
    }
}
