package org.ovoz.intake.setting;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.http.TestHTTPResourceManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.Executors;

/** The line's public address, as the carrier knows it: what comes there goes on to the port that intake has, as behind any load balancer. */
final class FrontDoor {

    private static final List<String> PASSED_ON = List.of("Content-Type", "X-Twilio-Signature");

    private final HttpClient inside = HttpClient.newHttpClient();
    private final HttpServer server;

    private FrontDoor(HttpServer server) {
        this.server = server;
    }

    static FrontDoor open() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            FrontDoor door = new FrontDoor(server);
            server.createContext("/", door::passOn);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return door;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    void close() {
        server.stop(0);
    }

    private void passOn(HttpExchange outside) throws IOException {
        // where intake listens is known to the configuration of its class loader
        Thread.currentThread().setContextClassLoader(FrontDoor.class.getClassLoader());
        try (outside) {
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            URI.create(TestHTTPResourceManager.getUri() + outside.getRequestURI()))
                    .method(
                            outside.getRequestMethod(),
                            HttpRequest.BodyPublishers.ofByteArray(
                                    outside.getRequestBody().readAllBytes()));
            PASSED_ON.stream()
                    .filter(outside.getRequestHeaders()::containsKey)
                    .forEach(name ->
                            request.header(name, outside.getRequestHeaders().getFirst(name)));
            HttpResponse<byte[]> answer = inside.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            answer.headers()
                    .firstValue("Content-Type")
                    .ifPresent(type -> outside.getResponseHeaders().set("Content-Type", type));
            outside.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            outside.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
