package org.ovoz.notify.directory.reconcile;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ovoz.notify.directory.Roles;
import org.ovoz.notify.problem.Problems;

/** The comparison with the login server, on demand. */
@Path("/api/v1/directory/reconcile")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "directory")
public class ReconcileResource {

    private final ReconcileLogins reconcileLogins;
    private final Comparisons comparisons;

    ReconcileResource(ReconcileLogins reconcileLogins, Comparisons comparisons) {
        this.comparisons = comparisons;
        this.reconcileLogins = reconcileLogins;
    }

    @GET
    @Operation(summary = "What the last comparison found, and when it was")
    @APIResponse(responseCode = "404", description = "not-compared: there was none yet")
    @APIResponseSchema(Comparisons.Last.class)
    public Uni<Comparisons.Last> last() {
        return comparisons
                .last()
                .map(last -> last.orElseThrow(() -> Problems.of(404, "not-compared", "Never compared so far")));
    }

    @POST
    @Operation(summary = "Brings in what was changed at the login server directly; lists logins that nobody invited")
    @APIResponse(responseCode = "409", description = "lost-realm: most people would have been suspended; nobody was")
    @APIResponse(responseCode = "503", description = "logins-away: the listing was not whole; nobody was suspended")
    @APIResponseSchema(ReconcileOutcome.Compared.class)
    public Uni<ReconcileOutcome.Compared> reconcile() {
        return reconcileLogins.reconcile().map(outcome -> switch (outcome) {
            case ReconcileOutcome.Compared compared -> compared;
            case ReconcileOutcome.LostRealm(int differences) ->
                throw Problems.of(409, "lost-realm", "Most logins are gone or disabled at once; nobody was suspended");
        });
    }
}
