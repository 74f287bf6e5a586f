package org.ovoz.notify.setting;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The carrier's REST interface as far as the desk uses it: creating a message or a call, with the documented answers and codes. */
public final class FakeCarrier {

    public static final String ACCOUNT = "AC" + "0".repeat(30) + "55";
    public static final String TOKEN = "staff-account-token";

    /** A text that was asked for, whatever became of it. */
    public record Asked(String to, String from, String body, String statusCallback) {}

    /** A call that was asked for, whatever became of it; the addresses without the desk's own. */
    public record Called(String to, String from, String script, String statusCallback, Map<String, String> form) {}

    /** A text that is on its way to a phone. */
    public record Accepted(String to, String body, Instant at) {}

    private record Fault(int status, int code) {}

    private HttpServer server;
    private boolean isDown;
    private volatile CountDownLatch hanging = new CountDownLatch(0);
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final List<Accepted> accepted = new CopyOnWriteArrayList<>();
    private final List<Called> rung = new CopyOnWriteArrayList<>();
    private volatile boolean failing;
    private final List<Called> called = new CopyOnWriteArrayList<>();
    private final Map<String, Queue<Fault>> faults = new ConcurrentHashMap<>();

    FakeCarrier() throws IOException {
        server = start(0);
    }

    private HttpServer start(int port) throws IOException {
        HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        String account = "/2010-04-01/Accounts/" + ACCOUNT;
        started.createContext(account + "/Messages.json", exchange -> create(exchange, this::text));
        started.createContext(account + "/Calls.json", exchange -> create(exchange, this::call));
        started.start();
        return started;
    }

    /** From now on requests are taken and not answered, until {@link #goesOn()}. */
    public void hangs() {
        hanging = new CountDownLatch(1);
    }

    public void goesOn() {
        hanging.countDown();
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

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public List<Asked> askedFor(String number) {
        return asked.stream().filter(one -> one.to().equals(number)).toList();
    }

    public List<Called> calledAt(String number) {
        return called.stream().filter(one -> one.to().equals(number)).toList();
    }

    /** The next text or call to this number is answered so; a 5xx has no code. */
    public void failsNext(String number, int status, int code) {
        faults.computeIfAbsent(number, first -> new ArrayDeque<>()).add(new Fault(status, code));
    }

    /** All texts that were taken, in order. */
    public List<Accepted> accepted() {
        return accepted;
    }

    /** All calls that were taken, in order. */
    public List<Called> rung() {
        return rung;
    }

    /** While it is, everything is answered with 503. */
    public void isFailing(boolean now) {
        failing = now;
    }

    private void create(HttpExchange exchange, Function<Map<String, String>, String> taken) throws IOException {
        try {
            hanging.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        String credentials =
                Base64.getEncoder().encodeToString((ACCOUNT + ":" + TOKEN).getBytes(StandardCharsets.UTF_8));
        if (!("Basic " + credentials).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            refuse(exchange, new Fault(401, 20003));
            return;
        }
        Map<String, String> form = form(exchange);
        String to = form.getOrDefault("To", "");
        String resource = taken.apply(form);
        Queue<Fault> waiting = faults.get(to);
        Fault fault = failing ? new Fault(503, 0) : waiting == null ? null : waiting.poll();
        if (fault != null) {
            refuse(exchange, fault);
        } else if (!to.matches("\\+[1-9][0-9]{6,14}")) {
            refuse(exchange, new Fault(400, 21211));
        } else {
            if (form.containsKey("Body")) {
                accepted.add(new Accepted(to, form.getOrDefault("Body", ""), MovableClock.now()));
            } else {
                rung.add(called(form));
            }
            answer(exchange, 201, resource);
        }
    }

    private String text(Map<String, String> form) {
        asked.add(new Asked(
                form.getOrDefault("To", ""),
                form.getOrDefault("From", ""),
                form.getOrDefault("Body", ""),
                form.getOrDefault("StatusCallback", "")));
        return message(form);
    }

    private String call(Map<String, String> form) {
        called.add(called(form));
        return placed(form);
    }

    private static Called called(Map<String, String> form) {
        return new Called(
                form.getOrDefault("To", ""),
                form.getOrDefault("From", ""),
                form.getOrDefault("Url", "").replace(DeskSetting.PUBLIC_URL, ""),
                form.getOrDefault("StatusCallback", "").replace(DeskSetting.PUBLIC_URL, ""),
                form);
    }

    private static String sid(String kind) {
        return kind
                + HexFormat.of()
                        .toHexDigits(ThreadLocalRandom.current().nextLong())
                        .repeat(2);
    }

    private static String placed(Map<String, String> form) {
        return """
                {"account_sid": "%s", "answered_by": null, "api_version": "2010-04-01", "caller_name": null,
                "date_created": null, "date_updated": null, "direction": "outbound-api", "duration": null, "end_time": null,
                "forwarded_from": null, "from": "%s", "from_formatted": "%s", "group_sid": null, "parent_call_sid": null,
                "phone_number_sid": null, "price": null, "price_unit": "USD", "queue_time": "0", "sid": "%s", "start_time": null,
                "status": "queued", "subresource_uris": {}, "to": "%s", "to_formatted": "%s", "trunk_sid": null,
                "uri": "/2010-04-01/Calls.json"}""".formatted(ACCOUNT, form.get("From"), form.get("From"), sid("CA"), form.get("To"), form.get("To"));
    }

    private static String message(Map<String, String> form) {
        return """
                {"account_sid": "%s", "api_version": "2010-04-01", "body": "%s", "date_created": "Tue, 24 Nov 2026 04:00:00 +0000",
                "date_sent": null, "date_updated": "Tue, 24 Nov 2026 04:00:00 +0000", "direction": "outbound-api", "error_code": null,
                "error_message": null, "from": "%s", "messaging_service_sid": null, "num_media": "0", "num_segments": "1", "price": null,
                "price_unit": null, "sid": "%s", "status": "queued", "subresource_uris": {}, "to": "%s", "uri": "/2010-04-01/Messages.json"}""".formatted(ACCOUNT, form.get("Body"), form.get("From"), sid("SM"), form.get("To"));
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
                .collect(Collectors.toMap(
                        pair -> decode(pair[0]), pair -> decode(pair[1]), (one, other) -> one + "," + other));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    void stop() {
        goesOn();
        server.stop(0);
    }
}
