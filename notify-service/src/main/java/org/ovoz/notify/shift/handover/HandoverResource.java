package org.ovoz.notify.shift.handover;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ovoz.notify.directory.Callers;
import org.ovoz.notify.directory.Roles;
import org.ovoz.notify.problem.Problems;

/** No shift ends with something open that nobody answers for. */
@Path("/api/v1/duties/{id}/handover/accept")
@RolesAllowed({Roles.RESPONDER, Roles.COORDINATOR})
@Tag(name = "shifts")
public class HandoverResource {

    private final AcceptHandover acceptHandover;
    private final Callers callers;

    HandoverResource(AcceptHandover acceptHandover, Callers callers) {
        this.acceptHandover = acceptHandover;
        this.callers = callers;
    }

    @POST
    @Operation(summary = "I answer for what this duty leaves open; claims stay as they are")
    @APIResponse(responseCode = "404", description = "not-found: no such duty of somebody else in my teams")
    @APIResponse(
            responseCode = "409",
            description =
                    "already-accepted: by somebody, all that is open by now; too-early: its list is not shown yet;"
                            + " not-on-duty-then: I am not checked in when it ends")
    @APIResponseSchema(Accepted.class)
    public Uni<Accepted> accept(UUID id) {
        return callers.current()
                .chain(caller -> acceptHandover.accept(caller, id))
                .map(outcome -> switch (outcome) {
                    case AcceptOutcome.Accepted(int reports) -> new Accepted(id, reports);
                    case AcceptOutcome.AlreadyAccepted() ->
                        throw Problems.of(409, "already-accepted", "Somebody answers for it already");
                    case AcceptOutcome.TooEarly() ->
                        throw Problems.of(409, "too-early", "What it leaves open is not shown yet");
                    case AcceptOutcome.NotOnDutyThen() ->
                        throw Problems.of(409, "not-on-duty-then", "You are not checked in for when it ends");
                    case AcceptOutcome.NotYours() -> throw Problems.notFound();
                });
    }

    /** How many reports were on the list that nobody had accepted. */
    public record Accepted(UUID duty, int reports) {}
}
