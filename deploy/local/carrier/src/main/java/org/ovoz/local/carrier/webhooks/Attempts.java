package org.ovoz.local.carrier.webhooks;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** Sends a webhook, and again as the URL's connection overrides say. All attempts carry one idempotency token. */
final class Attempts {
    /** To one host; further requests wait, and their time-outs run. */
    private static final int MOST_CONNECTIONS = 256;

    private final HttpClient client;

    Attempts(Vertx vertx) {
        client = vertx.createHttpClient(
                new HttpClientOptions().setKeepAliveTimeout(5), new PoolOptions().setHttp1MaxSize(MOST_CONNECTIONS));
    }

    Future<WebhookOutcome> make(Webhook webhook) {
        ConnectionOverrides how = ConnectionOverrides.of(webhook.url());
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(how.totalMillis());
        return attempt(webhook, how, UUID.randomUUID().toString(), how.retries(), deadline);
    }

    private Future<WebhookOutcome> attempt(
            Webhook webhook, ConnectionOverrides how, String token, int retriesLeft, long deadline) {
        return once(webhook, how, token, deadline).compose(outcome -> {
            boolean again = retriesLeft > 0 && how.retries(outcome) && millisLeft(deadline) > 0;
            return again ? attempt(webhook, how, token, retriesLeft - 1, deadline) : Future.succeededFuture(outcome);
        });
    }

    private Future<WebhookOutcome> once(Webhook webhook, ConnectionOverrides how, String token, long deadline) {
        String form = encode(webhook.form());
        String url = webhook.post() ? how.url() : how.url() + (how.url().contains("?") ? "&" : "?") + form;
        Map<String, String> signed = webhook.post() ? webhook.form() : Map.of();
        RequestOptions options;
        try {
            options = new RequestOptions()
                    .setAbsoluteURI(url)
                    .setMethod(webhook.post() ? HttpMethod.POST : HttpMethod.GET)
                    .setConnectTimeout(Math.min(how.connectMillis(), millisLeft(deadline)))
                    .putHeader("User-Agent", "TwilioProxy/1.1")
                    .putHeader("Accept", "*/*")
                    .putHeader(
                            "X-Twilio-Signature", Signature.of(webhook.account().authToken(), url, signed))
                    .putHeader("I-Twilio-Idempotency-Token", token);
        } catch (RuntimeException badUrl) {
            return Future.succeededFuture(new WebhookOutcome.Unreachable("not a URL"));
        }
        if (webhook.post()) {
            options.putHeader("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8");
        }
        return client.request(options)
                .compose(
                        request -> read(
                                request, webhook.post() ? form : "", Math.min(how.readMillis(), millisLeft(deadline))),
                        refused -> Future.succeededFuture(new WebhookOutcome.Unreachable("no connection")));
    }

    private static Future<WebhookOutcome> read(HttpClientRequest request, String form, long millis) {
        return request.send(form)
                .compose(response -> response.body().map(body -> (WebhookOutcome) new WebhookOutcome.Answered(
                        response.statusCode(),
                        contentType(response.getHeader("Content-Type")),
                        body.toString(StandardCharsets.UTF_8))))
                .timeout(Math.max(1, millis), TimeUnit.MILLISECONDS)
                .recover(failure -> {
                    request.reset();
                    return Future.succeededFuture(new WebhookOutcome.TimedOut(
                            failure instanceof TimeoutException ? "no answer in time" : "connection lost"));
                });
    }

    private static String contentType(@org.jspecify.annotations.Nullable String header) {
        return header == null ? "" : header.split(";", 2)[0].trim().toLowerCase(java.util.Locale.ROOT);
    }

    private static long millisLeft(long deadline) {
        return Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime()));
    }

    private static String encode(Map<String, String> form) {
        return new TreeMap<>(form)
                .entrySet().stream()
                        .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                                + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }
}
