package org.ovoz.local.journeys.captured;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** Serves what the desk serves, and of one's choice something else. */
final class AlteringDesk implements AutoCloseable {
    private static final List<String> PASSED_ON =
            List.of("Content-Type", "Content-Security-Policy", "Referrer-Policy", "Cache-Control");

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI desk;
    private final HttpServer server;
    private volatile BinaryOperator<String> altering = (path, text) -> text;
    private volatile UnaryOperator<String> loosening = header -> header;

    AlteringDesk(URI desk) throws IOException {
        this.desk = desk;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
    }

    URI console() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/console/");
    }

    /** @param altering path and text to what is served in its place */
    void alter(BinaryOperator<String> altering) {
        this.altering = altering;
    }

    /** Another policy than the desk's own. */
    void loosen(String from, String to) {
        this.loosening = policy -> policy.replace(from, to);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            HttpResponse<byte[]> said = get(path);
            byte[] bytes = said.body();
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            byte[] served = altering.apply(path, text).getBytes(StandardCharsets.ISO_8859_1);
            PASSED_ON.forEach(name -> said.headers()
                    .firstValue(name)
                    .ifPresent(value -> exchange.getResponseHeaders().set(name, loosening.apply(value))));
            exchange.sendResponseHeaders(said.statusCode(), served.length == 0 ? -1 : served.length);
            exchange.getResponseBody().write(served);
        }
    }

    private HttpResponse<byte[]> get(String path) throws IOException {
        try {
            return client.send(
                    HttpRequest.newBuilder(desk.resolve(path)).build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }
}
