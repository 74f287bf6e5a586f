package org.ovoz.intake.teams;

import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.ovoz.intake.edge.Problems;

/**
 * {@code POST /suspensions} on the management port, the body being a suspension signed with the line's administration key: stops a team at
 * once while Kafka or the desk is away. To be sent to every instance; may be repeated. A higher signed version lifts it, as ever.
 */
@Singleton
class SuspendCommand {

    private static final Logger LOG = Logger.getLogger(SuspendCommand.class);

    /** A signed suspension has some 300 bytes. */
    private static final int LONGEST_BODY = 16 * 1024;

    private final TakeSuspension takeSuspension;

    SuspendCommand(TakeSuspension takeSuspension) {
        this.takeSuspension = takeSuspension;
    }

    void listen(@Observes ManagementInterface management) {
        management.router().post("/suspensions").handler(this::take);
    }

    private void take(RoutingContext request) {
        String jws = request.body().asString();
        HttpServerResponse answer = request.response();
        if (request.body().length() > LONGEST_BODY) {
            refuse(answer, 413, "too-large", "That is no suspension");
            return;
        }
        takeSuspension
                .take(jws == null ? "" : jws.strip())
                .subscribe()
                .with(outcome -> answer(outcome, answer), fault -> {
                    LOG.errorf(
                            "a suspension was not applied: %s", fault.getClass().getName());
                    refuse(answer, 503, "unavailable", "Nothing was suspended; please try again");
                });
    }

    private static void answer(SuspensionOutcome outcome, HttpServerResponse answer) {
        switch (outcome) {
            case SuspensionOutcome.Suspended(var team) ->
                answer.putHeader("Content-Type", "application/json")
                        .end(new JsonObject().put("suspended", team.value()).encode() + "\n");
            case SuspensionOutcome.NotSigned() ->
                refuse(answer, 403, "bad-signature", "Not signed with the line's administration key");
            case SuspensionOutcome.TooOld() ->
                refuse(answer, 422, "suspension-expired", "The suspension's time is too far from intake's");
            case SuspensionOutcome.UnknownTeam() -> refuse(answer, 404, "unknown-team", "There is no such team");
        }
    }

    private static void refuse(HttpServerResponse answer, int status, String slug, String title) {
        answer.setStatusCode(status)
                .putHeader("Content-Type", "application/problem+json")
                .end(Problems.json(status, slug, title));
    }
}
