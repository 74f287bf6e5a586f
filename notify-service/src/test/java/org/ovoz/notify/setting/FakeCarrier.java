package org.ovoz.notify.setting;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The carrier's REST interface as far as the desk uses it: creating a message, with the documented answers and codes. */
public final class FakeCarrier {

    public static final String ACCOUNT = "AC" + "0".repeat(30) + "55";
    public static final String TOKEN = "staff-account-token";

    /** A text that was asked for, whatever became of it. */
    public record Asked(String to, String from, String body, String statusCallback) {}

    /** A text that is on its way to a phone. */
    public record Accepted(String to, String body, Instant at) {}

    private record Fault(int status, int code) {}

    private final HttpServer server;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final List<Accepted> accepted = new CopyOnWriteArrayList<>();
    private volatile boolean down;
    private final Map<String, Queue<Fault>> faults = new ConcurrentHashMap<>();

    FakeCarrier() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/2010-04-01/Accounts/" + ACCOUNT + "/Messages.json", this::create);
        server.start();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public List<Asked> askedFor(String number) {
        return asked.stream().filter(one -> one.to().equals(number)).toList();
    }

    /** The next text to this number is answered so; a 5xx has no code. */
    public void failsNext(String number, int status, int code) {
        faults.computeIfAbsent(number, first -> new ArrayDeque<>()).add(new Fault(status, code));
    }

    /** All texts that were taken, in order. */
    public List<Accepted> accepted() {
        return accepted;
    }

    /** While it is, everything is answered with 503. */
    public void isDown(boolean now) {
        down = now;
    }

    private void create(HttpExchange exchange) throws IOException {
        String credentials =
                Base64.getEncoder().encodeToString((ACCOUNT + ":" + TOKEN).getBytes(StandardCharsets.UTF_8));
        if (!("Basic " + credentials).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            refuse(exchange, new Fault(401, 20003));
            return;
        }
        Map<String, String> form = form(exchange);
        String to = form.getOrDefault("To", "");
        asked.add(new Asked(
                to,
                form.getOrDefault("From", ""),
                form.getOrDefault("Body", ""),
                form.getOrDefault("StatusCallback", "")));
        Queue<Fault> waiting = faults.get(to);
        Fault fault = down ? new Fault(503, 0) : waiting == null ? null : waiting.poll();
        if (fault != null) {
            refuse(exchange, fault);
        } else if (!to.matches("\\+[1-9][0-9]{6,14}")) {
            refuse(exchange, new Fault(400, 21211));
        } else {
            accepted.add(new Accepted(to, form.getOrDefault("Body", ""), MovableClock.now()));
            answer(exchange, 201, accepted(form));
        }
    }

    private static String accepted(Map<String, String> form) {
        String sid = "SM"
                + HexFormat.of()
                        .toHexDigits(ThreadLocalRandom.current().nextLong())
                        .repeat(2);
        return """
                {"account_sid": "%s", "api_version": "2010-04-01", "body": "%s", "date_created": "Tue, 24 Nov 2026 04:00:00 +0000",
                "date_sent": null, "date_updated": "Tue, 24 Nov 2026 04:00:00 +0000", "direction": "outbound-api", "error_code": null,
                "error_message": null, "from": "%s", "messaging_service_sid": null, "num_media": "0", "num_segments": "1", "price": null,
                "price_unit": null, "sid": "%s", "status": "queued", "subresource_uris": {}, "to": "%s", "uri": "/2010-04-01/Messages.json"}""".formatted(ACCOUNT, form.get("Body"), form.get("From"), sid, form.get("To"));
    }

    /** As the documentation has it, the message repeats what was sent. */
    private void refuse(HttpExchange exchange, Fault fault) throws IOException {
        String numbers = asked.isEmpty() ? "" : asked.getLast().to();
        answer(exchange, fault.status(), """
                {"code": %d, "message": "Refused: %s", "more_info": "https://www.twilio.com/docs/errors/%d", "status": %d}""".formatted(fault.code(), numbers, fault.code(), fault.status()));
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static Map<String, String> form(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        return Stream.of(body.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> decode(pair[0]), pair -> decode(pair[1])));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    void stop() {
        server.stop(0);
    }
}
