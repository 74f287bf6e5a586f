package org.ovoz.intake.outbox;

import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.ovoz.transport.outbox.Republish;

/**
 * {@code POST /republish?since=2026-11-25T00:00:00Z} on the management port: sends every event since then again, with the same ids, and
 * answers how many Kafka acknowledged. For operators who restored the desk or lost the topic; may be repeated.
 */
@Singleton
class RepublishCommand {

    private static final Logger LOG = Logger.getLogger(RepublishCommand.class);

    private final Republish republish;

    RepublishCommand(Republish republish) {
        this.republish = republish;
    }

    void listen(@Observes ManagementInterface management) {
        management.router().post("/republish").handler(this::take);
    }

    private void take(RoutingContext request) {
        since(request)
                .ifPresentOrElse(
                        since -> send(since, request.response()),
                        () -> request.response()
                                .setStatusCode(400)
                                .end("since=<instant> is missing, such as 2026-11-25T00:00:00Z\n"));
    }

    private void send(Instant since, HttpServerResponse answer) {
        LOG.infof("publishing again what was told since %s", since);
        republish.since(since).subscribe().with(acknowledged -> done(acknowledged, answer), fault -> {
            LOG.errorf("not all was published again: %s", fault.getClass().getName());
            answer.setStatusCode(503).end("Kafka or the database did not take it all; please try again\n");
        });
    }

    private static void done(long acknowledged, HttpServerResponse answer) {
        LOG.infof("published %d events again", acknowledged);
        answer.putHeader("Content-Type", "application/json")
                .end(new JsonObject().put("acknowledged", acknowledged).encode() + "\n");
    }

    private static Optional<Instant> since(RoutingContext request) {
        return request.queryParam("since").stream().findFirst().flatMap(RepublishCommand::instant);
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }
}
