package org.ovoz.notify.routing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.MalformedContractException;
import org.ovoz.contracts.report.Addressed;
import org.ovoz.contracts.routing.RoutingExplanation;
import org.ovoz.contracts.routing.RoutingQuestion;
import org.ovoz.notify.order.IntakeAnswer;
import org.ovoz.notify.order.IntakeClient;
import org.ovoz.notify.shift.duty.ReadOnCall;

/** Intake says which teams would get a report and why; the desk adds who would be there. */
@ApplicationScoped
class ExplainRouting {

    private static final int NOBODY = 409;

    private final IntakeClient intake;
    private final ReadOnCall readOnCall;

    ExplainRouting(IntakeClient intake, ReadOnCall readOnCall) {
        this.intake = intake;
        this.readOnCall = readOnCall;
    }

    Uni<ExplainOutcome> explain(RoutingQuestion question, Instant at) {
        return intake.explain(Json.write(question).getBytes(StandardCharsets.UTF_8))
                .chain(answer -> switch (answer) {
                    case IntakeAnswer.Answered answered when answered.succeeded() -> withPeople(answered, at);
                    case IntakeAnswer.Answered answered ->
                        Uni.createFrom()
                                .item(
                                        answered.status() == NOBODY
                                                ? new ExplainOutcome.Nobody()
                                                : new ExplainOutcome.NoAnswer());
                    case IntakeAnswer.Unreachable() -> Uni.createFrom().item(new ExplainOutcome.NoAnswer());
                });
    }

    private Uni<ExplainOutcome> withPeople(IntakeAnswer.Answered answered, Instant at) {
        RoutingExplanation explanation;
        try {
            explanation = Json.read(new String(answered.body(), StandardCharsets.UTF_8), RoutingExplanation.class);
        } catch (MalformedContractException newer) {
            return Uni.createFrom().item(new ExplainOutcome.NoAnswer());
        }
        return readOnCall
                .read(explanation.addressed().stream().map(Addressed::team).toList(), at)
                .map(onCall -> new ExplainOutcome.Explained(explanation, onCall));
    }
}
