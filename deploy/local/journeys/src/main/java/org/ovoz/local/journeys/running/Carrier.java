package org.ovoz.local.journeys.running;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.ovoz.contracts.Json;
import org.ovoz.local.journeys.phones.ReporterPhone;
import org.ovoz.local.journeys.stack.Stack;
import org.ovoz.local.journeys.web.Web;

/** The carrier stand-in's control API: hands out phones that nobody used before, and lets things go wrong. */
public final class Carrier {
    private static final AtomicInteger NEXT = new AtomicInteger(1_000);

    private final Web web;
    private final Stack stack;

    public Carrier(Web web, Stack stack) {
        this.web = web;
        this.stack = stack;
    }

    public String freshNumber() {
        String number = Stream.generate(() -> "+1202555" + NEXT.getAndIncrement())
                .filter(next -> !isKnown(next))
                .findFirst()
                .orElseThrow();
        send("PUT", "phones/" + Web.encode(number), Map.of("label", "Test", "kind", "reporter"), 200);
        return number;
    }

    private boolean isKnown(String number) {
        return web.get(control("phones/" + Web.encode(number))).status() == 200;
    }

    public ReporterPhone phone(String number) {
        return new ReporterPhone(web, stack, number);
    }

    /** The next webhook about that phone is sent so often. */
    public void duplicateNextWebhook(String phone, int times) {
        send("POST", "faults", Map.of("kind", "webhook-duplicate", "phone", phone, "count", 1, "times", times), 201);
    }

    /**
     * What shall go wrong with that phone, by the stand-in's name for it.
     *
     * @param count how many times; 0 until the stand-in ends
     */
    public void fault(String kind, String phone, int count) {
        send("POST", "faults", Map.of("kind", kind, "phone", phone, "count", count), 201);
    }

    private void send(String method, String path, Map<String, ?> body, int expected) {
        web.send(Web.request(control(path))
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(Json.write(body)))
                        .build())
                .expect(expected);
    }

    private URI control(String path) {
        return URI.create(stack.carrier() + "/control/" + path);
    }
}
