package org.ovoz.notify.interpreting;

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

/** An interpreter for one conversation, asked for by whoever holds the case. */
@Path("/api/v1/cases/{id}/interpreter")
@RolesAllowed({Roles.RESPONDER, Roles.COORDINATOR})
@Tag(name = "interpreters")
public class InterpreterResource {

    private final Cases cases;
    private final InterpreterRequests requests;
    private final AskInterpreters askInterpreters;
    private final EndRequest endRequest;
    private final Callers callers;

    InterpreterResource(
            Cases cases,
            InterpreterRequests requests,
            AskInterpreters askInterpreters,
            EndRequest endRequest,
            Callers callers) {
        this.cases = cases;
        this.requests = requests;
        this.askInterpreters = askInterpreters;
        this.endRequest = endRequest;
        this.callers = callers;
    }

    @GET
    @Operation(summary = "Which interpreters were asked for, and what became of it, the latest first")
    @APIResponse(responseCode = "404", description = "unknown-report: not there, or not yours")
    @APIResponseSchema(Requests.class)
    public Uni<Requests> list(ReportId id) {
        return callers.current()
                .chain(caller -> cases.one(caller, id))
                .map(view -> view.orElseThrow(Problems::unknownReport))
                .chain(() -> requests.of(id))
                .map(Requests::new);
    }

    @PUT
    @Path("/{request}")
    @RolesAllowed(Roles.RESPONDER)
    @Operation(summary = "Asks the interpreters of a language, for now or for a time; the id is the caller's")
    @APIResponse(responseCode = "204", description = "kept; where nobody could be asked, coordinators were told")
    @APIResponse(responseCode = "400", description = "bad-request: not of the form that a browser makes")
    @APIResponse(responseCode = "404", description = "unknown-report: not there, or not yours")
    @APIResponse(
            responseCode = "409",
            description = "claim-needed: claim the report first; interpreter-asked: one is being asked for already")
    @APIResponse(
            responseCode = "422",
            description = "language-needed: the report's is not known; bad-time: over, or too far ahead")
    public Uni<Response> ask(ReportId id, UUID request, @NotNull @Valid InterpreterForm form) {
        return callers.current()
                .chain(caller -> askInterpreters.ask(caller, id, request, form))
                .map(outcome -> switch (outcome) {
                    case AskOutcome.Asked() -> Response.noContent().build();
                    case AskOutcome.ClaimNeeded() -> throw claimNeeded();
                    case AskOutcome.AskedAlready() ->
                        throw Problems.of(409, "interpreter-asked", "An interpreter is being asked for already");
                    case AskOutcome.LanguageNeeded() ->
                        throw Problems.of(422, "language-needed", "Say which language is needed");
                    case AskOutcome.BadTime() ->
                        throw Problems.of(422, "bad-time", "The time is over, or too far ahead");
                    case AskOutcome.NotYours() -> throw Problems.unknownReport();
                });
    }

    @POST
    @Path("/{request}/withdraw")
    @RolesAllowed(Roles.RESPONDER)
    @Operation(summary = "Takes it back")
    @APIResponse(responseCode = "204", description = "nobody is asked any more")
    @APIResponse(responseCode = "404", description = "unknown-report: not there, or not yours; unknown-request")
    @APIResponse(responseCode = "409", description = "claim-needed: claim the report first; too-late: it has ended")
    public Uni<Response> withdraw(ReportId id, UUID request) {
        return callers.current()
                .chain(caller -> endRequest.withdraw(caller, id, request))
                .map(outcome -> switch (outcome) {
                    case DONE -> Response.noContent().build();
                    case TOO_LATE -> throw Problems.of(409, "too-late", "It has ended already");
                    case UNKNOWN -> throw Problems.of(404, "unknown-request", "No such request");
                    case CLAIM_NEEDED -> throw claimNeeded();
                    case NOT_YOURS -> throw Problems.unknownReport();
                });
    }

    private static RuntimeException claimNeeded() {
        return Problems.of(409, "claim-needed", "Claim the report first");
    }

    /** What there is. */
    public record Requests(List<InterpreterRequests.Asked> requests) {}
}
