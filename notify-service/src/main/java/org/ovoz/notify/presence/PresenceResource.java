package org.ovoz.notify.presence;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ovoz.contracts.ReportId;
import org.ovoz.notify.cases.CaseView;
import org.ovoz.notify.directory.Callers;
import org.ovoz.notify.directory.Roles;
import org.ovoz.notify.problem.Problems;

/** Being at a case. */
@Path("/api/v1/cases/{id}/presence")
@RolesAllowed({Roles.RESPONDER, Roles.COORDINATOR})
@Tag(name = "claims")
public class PresenceResource {

    private final ShowPresence showPresence;
    private final EndPresence endPresence;
    private final Callers callers;

    PresenceResource(ShowPresence showPresence, EndPresence endPresence, Callers callers) {
        this.showPresence = showPresence;
        this.endPresence = endPresence;
        this.callers = callers;
    }

    @PUT
    @Operation(
            summary = "I have this case open, or am writing in it; to be said again every 30 seconds",
            description = "Writing holds my claim, too: it does not lapse while I write")
    @APIResponse(responseCode = "400", description = "bad-request: neither reading nor writing")
    @APIResponse(responseCode = "404", description = "unknown-report: not there, or not yours")
    @APIResponseSchema(CaseView.class)
    public Uni<CaseView> show(ReportId id, @NotNull @Valid Presence presence) {
        return callers.current()
                .chain(caller -> showPresence.show(caller, id, presence.doing()))
                .map(view -> view.orElseThrow(Problems::unknownReport));
    }

    @DELETE
    @Operation(summary = "I have left it")
    @APIResponse(responseCode = "204", description = "left, or not been there")
    public Uni<Response> leave(ReportId id) {
        return callers.current()
                .chain(caller -> endPresence.leave(caller.id(), id))
                .replaceWith(() -> Response.noContent().build());
    }

    /** What I do. */
    public record Presence(@NotNull Doing doing) {}
}
