package org.ovoz.local.carrier.scene;

import com.twilio.http.HttpClient;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;

/** The SDK's requests, sent once to the stand-in instead of to Twilio; all else is the SDK's own. */
final class DirectHttpClient extends HttpClient {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final java.net.http.HttpClient http = java.net.http.HttpClient.newHttpClient();
    private final URI carrier;

    DirectHttpClient(URI carrier) {
        this.carrier = carrier;
    }

    @Override
    public Response reliableRequest(Request request) {
        return makeRequest(request);
    }

    @Override
    public Response makeRequest(Request request) {
        String url = request.constructURL().toString().replace("https://api.twilio.com", carrier.toString());
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(url))
                .timeout(PATIENCE)
                .header("Authorization", request.getAuthString())
                .header("Content-Type", "application/x-www-form-urlencoded");
        builder.method(
                request.getMethod().toString(),
                request.getMethod() == HttpMethod.POST
                        ? BodyPublishers.ofString(form(request))
                        : BodyPublishers.noBody());
        try {
            var answer = http.send(builder.build(), BodyHandlers.ofString());
            return new Response(answer.body(), answer.statusCode());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String form(Request request) {
        return request.getPostParams().entrySet().stream()
                .flatMap(field -> field.getValue().stream().map(value -> encode(field.getKey()) + "=" + encode(value)))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
