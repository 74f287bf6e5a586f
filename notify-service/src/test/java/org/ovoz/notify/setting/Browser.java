package org.ovoz.notify.setting;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.ECKey;
import io.restassured.response.Response;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ovoz.contracts.Keys;

/** Somebody's browser, as a push service and the desk see it: an address, a key pair and a secret. */
public record Browser(Person person, String url, ECKey keys, String auth) {

    private static final SecureRandom RANDOM = new SecureRandom();

    public static Browser of(Person person) {
        byte[] auth = new byte[16];
        RANDOM.nextBytes(auth);
        return new Browser(
                person,
                DeskSetting.get().receiver().anAddress(),
                Keys.generate(),
                Base64.getUrlEncoder().withoutPadding().encodeToString(auth));
    }

    /** As {@code PushSubscription.toJSON()} has it. */
    public Map<String, Object> subscription() {
        Map<String, Object> subscription = new HashMap<>();
        subscription.put("endpoint", url);
        subscription.put("expirationTime", null);
        subscription.put("keys", Map.of("p256dh", p256dh(), "auth", auth));
        return subscription;
    }

    public Response subscribe() {
        return Api.as(person)
                .contentType("application/json")
                .body(subscription())
                .put("/api/v1/me/push-subscriptions");
    }

    public UUID subscribed() {
        return UUID.fromString(
                subscribe().then().statusCode(200).extract().jsonPath().getString("id"));
    }

    /** What it was sent, as another implementation of RFC 8291 decrypts it, after checking who sent it (RFC 8292). */
    public List<String> read() {
        List<Map<String, String>> pushes = DeskSetting.get().receiver().postedTo(url).stream()
                .map(push -> Map.of(
                        "authorization", push.headers().getOrDefault("Authorization", ""),
                        "encoding", push.headers().getOrDefault("Content-Encoding", ""),
                        "body", Base64.getEncoder().encodeToString(push.body())))
                .toList();
        String applicationServerKey = Api.as(person)
                .get("/api/v1/push/key")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("key");
        List<String> texts = new ArrayList<>();
        for (JsonNode text : Node.verify(
                "push.mjs",
                Map.of(
                        "origin", DeskSetting.get().receiver().origin(),
                        "applicationServerKey", applicationServerKey,
                        "privateKey", keys.getD().toString(),
                        "auth", auth,
                        "pushes", pushes))) {
            texts.add(text.asText());
        }
        return texts;
    }

    private String p256dh() {
        byte[] point = new byte[65];
        point[0] = 4;
        System.arraycopy(keys.getX().decode(), 0, point, 1, 32);
        System.arraycopy(keys.getY().decode(), 0, point, 33, 32);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(point);
    }
}
