package org.ovoz.notify.conflict;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ovoz.notify.directory.Callers;
import org.ovoz.notify.directory.Roles;

/** The conflicts of interest that a coordinator decides on. */
@Path("/api/v1/conflicts")
@RolesAllowed(Roles.COORDINATOR)
@Tag(name = "conflicts")
public class ConflictsResource {

    private final Conflicts conflicts;
    private final Callers callers;

    ConflictsResource(Conflicts conflicts, Callers callers) {
        this.conflicts = conflicts;
        this.callers = callers;
    }

    @GET
    @Operation(summary = "Those of my organisation's people that hold, the latest first; not my own")
    @APIResponseSchema(ConflictList.class)
    public Uni<ConflictList> list() {
        return callers.current().chain(conflicts::of).map(ConflictList::new);
    }

    /** All that hold. */
    public record ConflictList(List<Conflicts.Conflict> conflicts) {}
}
