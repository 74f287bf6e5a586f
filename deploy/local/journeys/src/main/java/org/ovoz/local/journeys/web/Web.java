package org.ovoz.local.journeys.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** One HTTP client for all that the journeys ask: short time-outs, no redirects followed by itself, no proxy. */
public final class Web {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final HttpClient client;

    public Web() {
        this.client = builder().build();
    }

    /** @param tls which authorities count, and which certificate is shown to who asks for one */
    public Web(SSLContext tls) {
        this.client = builder().sslContext(tls).build();
    }

    private static HttpClient.Builder builder() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .followRedirects(HttpClient.Redirect.NEVER);
    }

    public HttpClient client() {
        return client;
    }

    public static HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri).timeout(PATIENCE);
    }

    public Answer get(URI uri) {
        return send(request(uri).build());
    }

    public Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response =
                    client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(request.uri(), response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException("no answer from " + withoutQuery(request.uri()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    public static HttpRequest.BodyPublisher form(Map<String, String> fields) {
        return HttpRequest.BodyPublishers.ofString(query(fields));
    }

    public static String query(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** The fields of a query; without a value they are empty. */
    public static Map<String, String> fields(@Nullable String query) {
        if (query == null) {
            return Map.of();
        }
        return Stream.of(query.split("&"))
                .map(field -> field.split("=", 2))
                .collect(
                        Collectors.toMap(field -> decode(field[0]), field -> decode(field.length < 2 ? "" : field[1])));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Addresses may be printed, their queries may not: they carry codes and states of logins. */
    static String withoutQuery(URI uri) {
        return uri.getScheme() + "://" + uri.getAuthority() + uri.getPath();
    }
}
