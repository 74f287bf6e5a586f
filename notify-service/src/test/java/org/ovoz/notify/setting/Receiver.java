package org.ovoz.notify.setting;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes what is posted to it, as a push service or a system of an organisation does, and answers as it is told. */
public final class Receiver {

    private static final int CREATED = 201;
    private static final int NO_ANSWER = 0;

    /** @param headers by name, whatever its case */
    public record Posted(String url, Map<String, String> headers, byte[] body) {}

    private final List<Posted> posted = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> answers = new ConcurrentHashMap<>();
    private HttpServer server;
    private boolean isDown;

    Receiver() throws IOException {
        server = start(0);
    }

    public String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** An address that nobody had before. */
    public String anAddress() {
        return origin() + "/to/" + UUID.randomUUID();
    }

    public List<Posted> postedTo(String url) {
        return posted.stream().filter(one -> one.url().equals(url)).toList();
    }

    /** From now on. */
    public void answers(String url, int status) {
        answers.put(url, status);
    }

    /** From now on the connection breaks before there is an answer. */
    public void losesAnswersTo(String url) {
        answers.put(url, NO_ANSWER);
    }

    /** From now on no connection comes about. */
    public void goesDown() {
        server.stop(0);
        isDown = true;
    }

    public void comesBack() {
        if (!isDown) {
            return;
        }
        isDown = false;
        try {
            server = start(server.getAddress().getPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void stop() {
        server.stop(0);
    }

    private HttpServer start(int port) throws IOException {
        HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        started.createContext("/", this::take);
        started.start();
        return started;
    }

    private void take(HttpExchange exchange) throws IOException {
        String url = origin() + exchange.getRequestURI();
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
        posted.add(new Posted(url, headers, exchange.getRequestBody().readAllBytes()));
        int status = answers.getOrDefault(url, CREATED);
        if (status != NO_ANSWER) {
            exchange.getResponseHeaders().add("Location", origin() + "/elsewhere");
            exchange.sendResponseHeaders(status, -1);
        }
        exchange.close();
    }
}
