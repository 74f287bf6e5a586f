package org.ovoz.notify.interpreting;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ovoz.notify.directory.Callers;
import org.ovoz.notify.directory.Roles;
import org.ovoz.notify.problem.Problems;

/** What I am asked to interpret: who asks, the language and when. Of the report nothing is said. */
@Path("/api/v1/me/interpreting")
@RolesAllowed({Roles.RESPONDER, Roles.COORDINATOR})
@Tag(name = "interpreters")
public class MyInterpretingResource {

    private final InterpreterRequests requests;
    private final AnswerRequest answerRequest;
    private final Callers callers;

    MyInterpretingResource(InterpreterRequests requests, AnswerRequest answerRequest, Callers callers) {
        this.requests = requests;
        this.answerRequest = answerRequest;
        this.callers = callers;
    }

    @GET
    @Operation(summary = "What I am asked, and what I have accepted")
    @APIResponseSchema(Mine.class)
    public Uni<Mine> list() {
        return callers.current().chain(requests::of).map(Mine::new);
    }

    @POST
    @Path("/{request}/accept")
    @Operation(summary = "I can; the first yes counts")
    @APIResponse(responseCode = "204", description = "it is yours; whoever asked sees your handle")
    @APIResponse(responseCode = "404", description = "unknown-request: you were not asked that")
    @APIResponse(responseCode = "409", description = "too-late: somebody else was faster, or it has ended")
    public Uni<Response> accept(UUID request) {
        return callers.current()
                .chain(caller -> answerRequest.accept(caller, request))
                .map(MyInterpretingResource::response);
    }

    @POST
    @Path("/{request}/decline")
    @Operation(summary = "I cannot")
    @APIResponse(responseCode = "204", description = "kept")
    @APIResponse(responseCode = "404", description = "unknown-request: you were not asked that")
    @APIResponse(responseCode = "409", description = "too-late: it has ended")
    public Uni<Response> decline(UUID request) {
        return callers.current()
                .chain(caller -> answerRequest.decline(caller, request))
                .map(MyInterpretingResource::response);
    }

    private static Response response(AnswerOutcome outcome) {
        return switch (outcome) {
            case AnswerOutcome.Answered() -> Response.noContent().build();
            case AnswerOutcome.TooLate() ->
                throw Problems.of(409, "too-late", "Somebody else was faster, or it has ended");
            case AnswerOutcome.NotAsked() -> throw Problems.of(404, "unknown-request", "You were not asked that");
        };
    }

    /** What there is. */
    public record Mine(List<InterpreterRequests.Wanted> requests) {}
}
