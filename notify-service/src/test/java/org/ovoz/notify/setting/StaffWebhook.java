package org.ovoz.notify.setting;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The carrier calls the desk for the staff account, and signs as its documentation has it. */
public final class StaffWebhook {

    private StaffWebhook() {}

    public static Response post(String path, Map<String, String> form) {
        return post(path, form, sign(path, form, FakeCarrier.TOKEN));
    }

    public static Response post(String path, Map<String, String> form, String signature) {
        return given().header("X-Twilio-Signature", signature).formParams(form).post(path);
    }

    /** Somebody texts the staff number. */
    public static Response text(String from, String body) {
        Map<String, String> form = new HashMap<>();
        form.put("MessageSid", "SM" + "%032x".formatted(System.nanoTime()));
        form.put("AccountSid", FakeCarrier.ACCOUNT);
        form.put("From", from);
        form.put("To", DeskSetting.STAFF_NUMBER);
        form.put("Body", body);
        return post("/twilio/staff/sms", form);
    }

    /** The address as configured, then each key and value, sorted by key. */
    public static String sign(String path, Map<String, String> form, String token) {
        String text = "https://desk.example" + path
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
}
