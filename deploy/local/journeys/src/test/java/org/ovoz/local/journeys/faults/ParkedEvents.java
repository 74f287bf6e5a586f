package org.ovoz.local.journeys.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.ovoz.contracts.ReportId;
import org.ovoz.local.journeys.desk.AccessToken;
import org.ovoz.local.journeys.web.Answer;
import org.ovoz.local.journeys.web.Await;
import org.ovoz.local.journeys.web.Web;

/** What an administrator sees of events that could not be applied, and does about them. */
record ParkedEvents(Web web, URI desk, AccessToken token) {
    private static final Duration SOON = Duration.ofSeconds(30);

    record Parked(UUID id, String key, String reason) {}

    record Backlog(int waiting, int parked, int unreadable) {}

    private record Shown(List<Parked> events, Backlog backlog) {}

    Backlog backlog() {
        return shown().backlog();
    }

    Optional<Parked> find(UUID event) {
        return find(parked -> parked.id().equals(event));
    }

    Parked await(UUID event) {
        return Await.until("event " + event + " to be parked", SOON, () -> find(event));
    }

    Parked awaitOf(ReportId report) {
        return Await.until(
                "an event of " + report + " to be parked",
                SOON,
                () -> find(parked -> parked.key().equals(report.toString())));
    }

    /** @return what became of it */
    String redrive(UUID event) {
        return settle(event, "redrive");
    }

    /** @return what became of it; {@code not-parked} when there was nothing to skip */
    String skip(UUID event) {
        return settle(event, "skip");
    }

    void awaitMetric(URI management, String which, int value) {
        String line = "ovoz_inbox_" + which + " " + (double) value;
        Await.until(
                "the metric " + line,
                SOON,
                () -> Optional.of(web.get(URI.create(management + "/q/metrics"))
                                .expect(200)
                                .body())
                        .filter(metrics -> metrics.lines().anyMatch(line::equals)));
    }

    private Optional<Parked> find(Predicate<Parked> like) {
        return shown().events().stream().filter(like).findFirst();
    }

    private Shown shown() {
        return web.send(Web.request(api(""))
                        .header("Authorization", token.header())
                        .build())
                .expect(200)
                .as(Shown.class);
    }

    private String settle(UUID event, String how) {
        Answer answer = web.send(Web.request(api("/" + event + "/" + how))
                .header("Authorization", token.header())
                .POST(BodyPublishers.noBody())
                .build());
        return answer.status() == 404
                ? answer.problem()
                : answer.expect(200).as(JsonNode.class).path("outcome").asText();
    }

    private URI api(String path) {
        return URI.create(desk + "/api/v1/inbox/parked" + path);
    }
}
