package org.ovoz.notify.directory.organisation;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ovoz.notify.directory.Callers;
import org.ovoz.notify.directory.Roles;
import org.ovoz.notify.problem.Problems;

/** Stopping a whole organisation, for administrators. */
@Path("/api/v1/directory/organisations")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "directory")
public class StopOrganisationResource {

    private static final String ID = "[a-z][a-z0-9-]{1,39}";

    private final SuspendOrganisation suspendOrganisation;
    private final LiftOrganisation liftOrganisation;
    private final EndSessions endSessions;
    private final Callers callers;

    StopOrganisationResource(
            SuspendOrganisation suspendOrganisation,
            LiftOrganisation liftOrganisation,
            EndSessions endSessions,
            Callers callers) {
        this.suspendOrganisation = suspendOrganisation;
        this.liftOrganisation = liftOrganisation;
        this.endSessions = endSessions;
        this.callers = callers;
    }

    @POST
    @Path("/{id}/suspend")
    @Operation(
            summary =
                    "Stops an organisation at once: its people are out, its teams get nothing new, its open cases go to their escalation teams")
    @APIResponse(responseCode = "404", description = "unknown-organisation: no such organisation")
    @APIResponseSchema(Stopped.class)
    public Uni<Stopped> suspend(@Pattern(regexp = ID) String id) {
        return suspendOrganisation.suspend(id, callers.login()).chain(outcome -> switch (outcome) {
            case StopOutcome.Stopped(var subjects) ->
                endSessions.of(subjects).map(ended -> new Stopped(id, true, ended));
            case StopOutcome.UnknownOrganisation() -> throw unknown();
        });
    }

    @POST
    @Path("/{id}/lift")
    @Operation(summary = "Lets its people in again; each of its teams comes back with a higher signed record")
    @APIResponse(responseCode = "404", description = "unknown-organisation: no such organisation")
    @APIResponseSchema(Stopped.class)
    public Uni<Stopped> lift(@Pattern(regexp = ID) String id) {
        return liftOrganisation.lift(id, callers.login()).map(known -> {
            if (!known) {
                throw unknown();
            }
            return new Stopped(id, false, false);
        });
    }

    private static RuntimeException unknown() {
        return Problems.of(404, "unknown-organisation", "No such organisation");
    }

    /**
     * Whether an organisation is stopped.
     *
     * @param sessionsEnded false: the login server did not answer; its tokens open nothing here all the same
     */
    public record Stopped(String id, boolean suspended, boolean sessionsEnded) {}
}
