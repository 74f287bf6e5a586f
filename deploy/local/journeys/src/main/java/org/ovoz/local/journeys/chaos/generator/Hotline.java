package org.ovoz.local.journeys.chaos.generator;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.ovoz.local.journeys.chaos.generator.Attempt.Result;
import org.ovoz.local.journeys.phones.SignedWebhook;

/** Intake's webhook, reached as the carrier reaches it: without redirects, with an end to its patience, never repeated by itself. */
final class Hotline {
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(2);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
    private static final int TAKEN = 200;

    private final Clock clock;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_WITHIN)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    Hotline(Clock clock) {
        this.clock = clock;
    }

    Attempt post(SignedWebhook webhook) {
        Instant asked = clock.instant();
        HttpRequest request = HttpRequest.newBuilder(webhook.url())
                .timeout(ANSWER_WITHIN)
                .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .header("X-Twilio-Signature", webhook.signature())
                .POST(HttpRequest.BodyPublishers.ofString(webhook.form()))
                .build();
        try {
            int status = client.send(request, BodyHandlers.discarding()).statusCode();
            return attempt(status == TAKEN ? Result.TAKEN : Result.REFUSED, asked);
        } catch (ConnectException | HttpConnectTimeoutException e) {
            return attempt(Result.NOT_REACHED, asked);
        } catch (IOException e) {
            return attempt(Result.UNANSWERED, asked);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return attempt(Result.UNANSWERED, asked);
        }
    }

    /** Sends the whole request and closes the connection without waiting for anything. */
    Attempt hangUp(SignedWebhook webhook) {
        Instant asked = clock.instant();
        URI url = webhook.url();
        byte[] form = webhook.form().getBytes(StandardCharsets.UTF_8);
        String head = "POST " + url.getPath() + " HTTP/1.1\r\nHost: " + url.getAuthority()
                + "\r\nContent-Type: application/x-www-form-urlencoded; charset=utf-8\r\nX-Twilio-Signature: "
                + webhook.signature() + "\r\nContent-Length: " + form.length + "\r\n\r\n";
        try (Socket socket = new Socket()) {
            try {
                socket.connect(
                        new InetSocketAddress(url.getHost(), url.getPort()),
                        Math.toIntExact(CONNECT_WITHIN.toMillis()));
            } catch (IOException e) {
                return attempt(Result.NOT_REACHED, asked);
            }
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(form);
            return attempt(Result.UNANSWERED, asked);
        } catch (IOException e) {
            return attempt(Result.UNANSWERED, asked);
        }
    }

    private Attempt attempt(Result result, Instant asked) {
        return new Attempt(result, asked, clock.instant());
    }
}
