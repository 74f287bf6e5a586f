package org.ovoz.notify.setting;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A system of somebody's organisation, that the desk alerts. */
public record Webhook(UUID id, String url, String secret) {

    private static final String PATH = "/api/v1/directory/webhooks/";

    public static Webhook of(Person person) {
        UUID id = UUID.randomUUID();
        String url = DeskSetting.get().receiver().anAddress();
        String secret = Api.asAdmin()
                .body(Map.of("person", person.id(), "url", url))
                .put(PATH + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("secret");
        return new Webhook(id, url, secret);
    }

    /** @return the new secret */
    public String rotate() {
        return Api.asAdmin()
                .post(PATH + id + "/secret")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("secret");
    }

    /**
     * What it was sent, as the reference implementation of Standard Webhooks verifies it.
     *
     * @throws AssertionError when this secret signed one of them not
     */
    public List<JsonNode> read(String knownBy) {
        List<Map<String, Object>> posted = DeskSetting.get().receiver().postedTo(url).stream()
                .map(one -> Map.of(
                        "headers",
                        Map.of(
                                "webhook-id", one.headers().get("webhook-id"),
                                "webhook-timestamp", one.headers().get("webhook-timestamp"),
                                "webhook-signature", one.headers().get("webhook-signature")),
                        "body",
                        (Object) new String(one.body(), StandardCharsets.UTF_8)))
                .toList();
        List<JsonNode> read = new ArrayList<>();
        Node.verify(
                        "webhook.mjs",
                        Map.of("secret", knownBy, "now", MovableClock.now().toEpochMilli(), "webhooks", posted))
                .forEach(read::add);
        return read;
    }
}
