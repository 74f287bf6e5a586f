package org.ovoz.notify.live;

import io.restassured.RestAssured;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.ReportId;

/** Somebody who reads the live stream. */
final class Watching implements AutoCloseable {

    /** As it came: the event's lines. */
    record Event(String name, String id, String data) {

        boolean isOf(ReportId report) {
            return name.equals("case") && data.contains(report.toString());
        }
    }

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final HttpResponse<Stream<String>> answer;
    private final List<String> comments = new CopyOnWriteArrayList<>();
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private volatile boolean ended;
    private volatile String lastEventId = "";

    private Watching(HttpResponse<Stream<String>> answer) {
        this.answer = answer;
        Thread.ofVirtual().start(this::read);
    }

    static Watching from(String token, @Nullable String lastEventId) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + RestAssured.port + "/api/v1/stream"))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        return new Watching(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofLines()));
    }

    HttpResponse<Stream<String>> answer() {
        return answer;
    }

    List<Event> events() {
        return events;
    }

    List<Event> eventsOf(ReportId report) {
        return events.stream().filter(event -> event.isOf(report)).toList();
    }

    List<String> comments() {
        return comments;
    }

    /** Of an event or of a comment. */
    String lastEventId() {
        return lastEventId;
    }

    boolean hasEnded() {
        return ended;
    }

    private void read() {
        String[] event = {"message", "", ""};
        try (Stream<String> lines = answer.body()) {
            lines.forEach(line -> take(event, line));
        } catch (UncheckedIOException closed) {
            // by ourselves
        } finally {
            ended = true;
        }
    }

    private void take(String[] event, String line) {
        if (line.isEmpty()) {
            if (!event[2].isEmpty()) {
                events.add(new Event(event[0], event[1], event[2]));
            }
            event[0] = "message";
            event[2] = "";
        } else if (line.startsWith(":")) {
            comments.add(line);
        } else {
            int colon = line.indexOf(':');
            event[List.of("event", "id", "data").indexOf(line.substring(0, colon))] =
                    line.substring(colon + 1).strip();
            lastEventId = event[1];
        }
    }

    @Override
    public void close() {
        answer.body().close();
    }
}
