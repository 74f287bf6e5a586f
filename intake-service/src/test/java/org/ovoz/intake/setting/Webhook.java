package org.ovoz.intake.setting;

import io.quarkus.test.common.http.TestHTTPResourceManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** A webhook as the carrier makes it, and the ways in which somebody else might. Sent to intake's public port. */
public final class Webhook {

    public static final String SMS = "/twilio/sms";
    public static final String FORM = "application/x-www-form-urlencoded; charset=UTF-8";
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String path;
    private byte[] body;
    private @Nullable String signature;
    private @Nullable String contentType = FORM;

    private Webhook(String path, Map<String, String> fields) {
        this.path = path;
        this.body = new Sms(fields).form().getBytes(StandardCharsets.UTF_8);
        this.signature = sign(IntakeSetting.TOKEN, path, fields);
    }

    public static Webhook of(Sms sms) {
        return new Webhook(SMS, sms.fields());
    }

    public static Webhook of(String path, Map<String, String> fields) {
        return new Webhook(path, fields);
    }

    public Webhook signedWithTheOldToken(Sms sms) {
        signature = sign(IntakeSetting.OLD_TOKEN, path, sms.fields());
        return this;
    }

    public Webhook signed(@Nullable String as) {
        signature = as;
        return this;
    }

    public Webhook body(byte[] other) {
        body = other;
        return this;
    }

    public Webhook contentType(@Nullable String other) {
        contentType = other;
        return this;
    }

    public HttpResponse<String> send() {
        return send("POST");
    }

    public HttpResponse<String> send(String method) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(TestHTTPResourceManager.getUri() + path))
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        if (signature != null) {
            request.header("X-Twilio-Signature", signature);
        }
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** As documented: base64(HMAC-SHA1(token, address + each name and value, sorted by name)). */
    public static String sign(String token, String path, Map<String, String> fields) {
        StringBuilder signed = new StringBuilder(IntakeSetting.DOOR.address() + path);
        new TreeMap<>(fields).forEach((name, value) -> signed.append(name).append(value));
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
