package org.ovoz.local.journeys.desk;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.ovoz.contracts.Json;
import org.ovoz.local.journeys.web.NotInTime;
import org.ovoz.local.journeys.web.Web;

/** The desk's live stream as a console reads it: server-sent events by fetch, with a bearer token. */
public final class LiveQueue implements AutoCloseable {
    private final Stream<String> lines;
    private final Consumer<CaseView> watcher;
    private final SeenCases seen = new SeenCases();

    private LiveQueue(Stream<String> lines, Consumer<CaseView> watcher) {
        this.lines = lines;
        this.watcher = watcher;
        Thread.ofVirtual().name("live-queue").start(this::read);
    }

    static LiveQueue open(Web web, URI stream, AccessToken token, Consumer<CaseView> watcher) {
        HttpRequest request = HttpRequest.newBuilder(stream)
                .header("Authorization", token.header())
                .header("Accept", "text/event-stream")
                .build();
        try {
            HttpResponse<Stream<String>> response = web.client()
                    .sendAsync(request, HttpResponse.BodyHandlers.ofLines())
                    .get(15, TimeUnit.SECONDS);
            if (response.statusCode() != 200) {
                throw new IllegalStateException("expected 200 of the live stream, got " + response.statusCode());
            }
            return new LiveQueue(response.body(), watcher);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the live stream did not open", e);
        }
    }

    /** The first case, of those that came by since the stream was opened, that is like this. */
    public CaseView await(String expected, Duration within, Predicate<CaseView> like) {
        CompletableFuture<CaseView> awaited = seen.first(like);
        try {
            return awaited.get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new NotInTime("in the live queue, " + expected, within);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the live stream ended; expected " + expected, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private void read() {
        ServerSentEvents events = new ServerSentEvents((name, data) -> {
            if (name.equals("case")) {
                CaseView view = Json.read(data, CaseView.class);
                watcher.accept(view);
                seen.add(view);
            }
        });
        try {
            lines.forEach(events::line);
            seen.ended(new IllegalStateException("closed by the desk"));
        } catch (RuntimeException e) {
            seen.ended(e);
        }
    }

    @Override
    public void close() {
        lines.close();
    }
}
