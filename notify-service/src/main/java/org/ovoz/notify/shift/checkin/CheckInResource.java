package org.ovoz.notify.shift.checkin;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ovoz.notify.directory.Callers;
import org.ovoz.notify.directory.Roles;
import org.ovoz.notify.problem.Problems;

/** Asks for the call that checks a duty in. */
@Path("/api/v1/me/duties/{id}/check-in")
@RolesAllowed({Roles.RESPONDER, Roles.COORDINATOR})
@Tag(name = "shifts")
public class CheckInResource {

    private final AskForCheckIn askForCheckIn;
    private final Callers callers;

    CheckInResource(AskForCheckIn askForCheckIn, Callers callers) {
        this.askForCheckIn = askForCheckIn;
        this.callers = callers;
    }

    @POST
    @Operation(summary = "Makes my phone ring for a duty now; answering it checks in, asking does not")
    @APIResponse(responseCode = "202", description = "it rings, or a text comes where there is no number to call")
    @APIResponse(responseCode = "404", description = "not-found: no such duty of mine")
    @APIResponse(
            responseCode = "409",
            description = "too-early: more than two hours before it begins; checked-in: already")
    public Uni<Response> ask(UUID id) {
        return callers.current().chain(caller -> askForCheckIn.ask(caller, id)).map(outcome -> switch (outcome) {
            case AskOutcome.Rings() -> Response.accepted().build();
            case AskOutcome.NotYours() -> throw Problems.notFound();
            case AskOutcome.TooEarly() -> throw Problems.of(409, "too-early", "The duty begins too much later");
            case AskOutcome.CheckedIn() -> throw Problems.of(409, "checked-in", "You are checked in already");
        });
    }
}
