package org.ovoz.local.carrier.scene;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A customer's application: notes what it is asked, and answers as it was told. Each test has addresses of its own, so
 * that what an earlier one left under way is none of its business.
 */
public final class Application implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile Behaviour behaviour = request -> Reply.EMPTY;
    private volatile int test;

    Application() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public String url(String path) {
        return base() + prefix() + path;
    }

    private String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private String prefix() {
        return "/test-" + test;
    }

    public void answers(Behaviour other) {
        behaviour = other;
    }

    public void answers(String twiml) {
        behaviour = request -> Reply.twiml(twiml);
    }

    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    public List<Asked> asked(String path) {
        return asked.stream().filter(one -> one.path().equals(path)).toList();
    }

    /** Waits until it has been asked so often at that path. */
    public List<Asked> await(String path, int times) {
        org.awaitility.Awaitility.await().until(() -> asked(path).size() >= times);
        return asked(path);
    }

    void forget() {
        test++;
        asked.clear();
        behaviour = request -> Reply.EMPTY;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        Asked request = new Asked(exchange.getRequestMethod(), base() + exchange.getRequestURI(), form(body), headers);
        Reply reply = request.url().startsWith(base() + prefix() + "/") ? answer(request) : Reply.EMPTY;
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", reply.contentType());
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Reply answer(Asked request) {
        asked.add(request);
        return behaviour.answer(request);
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new HashMap<>();
        Arrays.stream(body.split("&"))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2))
                .forEach(pair -> form.put(decode(pair[0]), decode(pair[1])));
        return form;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    /** What it answers. */
    public interface Behaviour {
        Reply answer(Asked request);
    }

    /** An answer. */
    public record Reply(int status, String contentType, String body) {
        public static final Reply EMPTY = twiml("<Response/>");

        public static Reply twiml(String document) {
            return new Reply(200, "text/xml", document);
        }

        public static Reply status(int status) {
            return new Reply(status, "text/plain", "");
        }
    }
}
