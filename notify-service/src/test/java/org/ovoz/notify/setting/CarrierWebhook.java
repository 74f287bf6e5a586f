package org.ovoz.notify.setting;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What the carrier posts to the desk, signed with the staff account's token. */
public final class CarrierWebhook {

    private CarrierWebhook() {}

    public static Response post(String pathAndQuery, Map<String, String> form) {
        return given().urlEncodingEnabled(false)
                .header("X-Twilio-Signature", sign(pathAndQuery, form, FakeCarrier.TOKEN))
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .body(form.entrySet().stream()
                        .map(one -> encode(one.getKey()) + "=" + encode(one.getValue()))
                        .collect(Collectors.joining("&")))
                .post(pathAndQuery);
    }

    /** As the carrier's documentation has it: the address as configured, then each key and value, sorted by key. */
    public static String sign(String pathAndQuery, Map<String, String> form, String token) {
        String text = DeskSetting.PUBLIC_URL
                + pathAndQuery
                + new TreeMap<>(form)
                        .entrySet().stream()
                                .map(one -> one.getKey() + one.getValue())
                                .collect(Collectors.joining());
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
