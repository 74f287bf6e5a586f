package org.ovoz.notify.referral.emergency;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ovoz.contracts.ReportId;
import org.ovoz.notify.cases.Cases;
import org.ovoz.notify.directory.Callers;
import org.ovoz.notify.directory.Roles;
import org.ovoz.notify.problem.Problems;
import org.ovoz.notify.referral.Outcome;
import org.ovoz.notify.referral.SettleOutcome;

/** Police or ambulance for a case: the holder asks, another of the team confirms, and only then somebody calls. */
@Path("/api/v1/cases/{id}/emergency-calls")
@RolesAllowed({Roles.RESPONDER, Roles.COORDINATOR})
@Tag(name = "referrals")
public class EmergencyResource {

    private final Cases cases;
    private final EmergencyCalls calls;
    private final AskForEmergency askForEmergency;
    private final AnswerEmergency answerEmergency;
    private final SettleEmergency settleEmergency;
    private final Callers callers;

    EmergencyResource(
            Cases cases,
            EmergencyCalls calls,
            AskForEmergency askForEmergency,
            AnswerEmergency answerEmergency,
            SettleEmergency settleEmergency,
            Callers callers) {
        this.cases = cases;
        this.calls = calls;
        this.askForEmergency = askForEmergency;
        this.answerEmergency = answerEmergency;
        this.settleEmergency = settleEmergency;
        this.callers = callers;
    }

    @GET
    @Operation(summary = "What was asked and called for a case, the latest first")
    @APIResponse(responseCode = "404", description = "unknown-report: not there, or not yours")
    @APIResponseSchema(Asked.class)
    public Uni<Asked> list(ReportId id) {
        return callers.current()
                .chain(caller -> cases.one(caller, id))
                .map(view -> view.orElseThrow(Problems::unknownReport))
                .chain(() -> calls.of(id))
                .map(Asked::new);
    }

    @PUT
    @Path("/{call}")
    @RolesAllowed(Roles.RESPONDER)
    @Operation(summary = "I wish to call police or ambulance, as the person does; the id is the caller's")
    @APIResponse(responseCode = "204", description = "kept; another of the team confirms before anybody is called")
    @APIResponse(responseCode = "404", description = "unknown-report: not there, or not yours")
    @APIResponse(responseCode = "409", description = "claim-needed; id-taken")
    @APIResponse(responseCode = "422", description = "consent-needed: the person has not said yes")
    public Uni<Response> ask(ReportId id, UUID call, @NotNull @Valid EmergencyForm form) {
        return callers.current()
                .chain(caller -> askForEmergency.ask(caller, id, call, form))
                .map(outcome -> switch (outcome) {
                    case AskOutcome.Asked() -> Response.noContent().build();
                    case AskOutcome.ConsentNeeded() ->
                        throw Problems.of(422, "consent-needed", "Nobody is called before the person has said yes");
                    case AskOutcome.ClaimNeeded() -> throw Problems.of(409, "claim-needed", "Claim the report first");
                    case AskOutcome.IdTaken() -> throw Problems.of(409, "id-taken", "The id is another one's");
                    case AskOutcome.NotYours() -> throw Problems.unknownReport();
                });
    }

    @POST
    @Path("/{call}/confirm")
    @Operation(summary = "I am the second person, and say yes")
    @APIResponse(responseCode = "204", description = "kept; now it may be called")
    @APIResponse(responseCode = "404", description = "unknown-report: not there, or not yours; unknown-call")
    @APIResponse(responseCode = "409", description = "second-person-needed: it is your own; too-late: answered, lapsed")
    public Uni<Response> confirm(ReportId id, UUID call) {
        return answer(id, call, AnswerEmergency.Answer.CONFIRMED);
    }

    @POST
    @Path("/{call}/decline")
    @Operation(summary = "I say no, or take my own wish back")
    @APIResponse(responseCode = "204", description = "kept; nobody is called")
    @APIResponse(responseCode = "404", description = "unknown-report: not there, or not yours; unknown-call")
    @APIResponse(responseCode = "409", description = "too-late: answered or lapsed")
    public Uni<Response> decline(ReportId id, UUID call) {
        return answer(id, call, AnswerEmergency.Answer.DECLINED);
    }

    @POST
    @Path("/{call}/outcome")
    @RolesAllowed(Roles.RESPONDER)
    @Operation(summary = "What became of a call")
    @APIResponse(responseCode = "204", description = "kept")
    @APIResponse(responseCode = "404", description = "unknown-report: not there, or not yours; unknown-call")
    @APIResponse(responseCode = "409", description = "claim-needed; confirmation-needed: nobody confirmed it")
    public Uni<Response> settle(ReportId id, UUID call, @NotNull @Valid Ended ended) {
        return callers.current()
                .chain(caller -> settleEmergency.settle(caller, id, call, ended.outcome()))
                .map(outcome -> switch (outcome) {
                    case SettleOutcome.Settled() -> Response.noContent().build();
                    case SettleOutcome.ClaimNeeded() ->
                        throw Problems.of(409, "claim-needed", "Claim the report first");
                    case SettleOutcome.NotConfirmed() ->
                        throw Problems.of(409, "confirmation-needed", "Nobody has confirmed this call");
                    case SettleOutcome.Unknown() -> throw unknown();
                    case SettleOutcome.NotYours() -> throw Problems.unknownReport();
                });
    }

    private Uni<Response> answer(ReportId id, UUID call, AnswerEmergency.Answer answer) {
        return callers.current()
                .chain(caller -> answerEmergency.answer(caller, id, call, answer))
                .map(outcome -> switch (outcome) {
                    case AnswerOutcome.Answered() -> Response.noContent().build();
                    case AnswerOutcome.SecondPersonNeeded() ->
                        throw Problems.of(409, "second-person-needed", "Another person of the team confirms it");
                    case AnswerOutcome.TooLate() ->
                        throw Problems.of(409, "too-late", "It was answered already, or it is too old");
                    case AnswerOutcome.Unknown() -> throw unknown();
                    case AnswerOutcome.NotYours() -> throw Problems.unknownReport();
                });
    }

    private static RuntimeException unknown() {
        return Problems.of(404, "unknown-call", "No such call");
    }

    /** What became of it. */
    public record Ended(@NotNull Outcome outcome) {}

    /** What there is. */
    public record Asked(List<EmergencyView> calls) {}
}
