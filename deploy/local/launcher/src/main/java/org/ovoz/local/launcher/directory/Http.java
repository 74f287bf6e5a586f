package org.ovoz.local.launcher.directory;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import org.ovoz.local.servers.secrets.Secret;

/** The few requests that setting up takes. */
final class Http implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Set<Integer> DONE = Set.of(200, 201, 202, 204);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    String postForm(URI address, String form) {
        HttpRequest request = request(address, "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return required(send(request), address);
    }

    String get(URI address, Secret token) {
        HttpRequest request = request(address, "application/json")
                .header("Authorization", "Bearer " + token.value())
                .GET()
                .build();
        return required(send(request), address);
    }

    HttpResponse<String> put(URI address, Secret token, String contentType, String body) {
        return send(request(address, contentType)
                .header("Authorization", "Bearer " + token.value())
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    HttpResponse<String> post(URI address, Secret token, String contentType, String body) {
        return send(request(address, contentType)
                .header("Authorization", "Bearer " + token.value())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /** @throws SetupFailed if the answer is no success */
    static String required(HttpResponse<String> answer, URI address) {
        if (!DONE.contains(answer.statusCode())) {
            throw new SetupFailed(address + " answered " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private static HttpRequest.Builder request(URI address, String contentType) {
        return HttpRequest.newBuilder(address).timeout(PATIENCE).header("Content-Type", contentType);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new SetupFailed(request.uri() + " did not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SetupFailed("interrupted while waiting for " + request.uri());
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
