package org.ovoz.notify.directory.person;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ovoz.notify.directory.Callers;
import org.ovoz.notify.directory.Roles;

/** How I am alerted, and when not. */
@Path("/api/v1/me/alerts")
@RolesAllowed({Roles.RESPONDER, Roles.COORDINATOR})
@Tag(name = "me")
public class MyAlertsResource {

    private final MyAlerts myAlerts;
    private final Callers callers;

    MyAlertsResource(MyAlerts myAlerts, Callers callers) {
        this.myAlerts = myAlerts;
        this.callers = callers;
    }

    @GET
    @Operation(summary = "By which ways I am alerted, without numbers, and my quiet hours")
    @APIResponseSchema(MyAlerts.Ways.class)
    public Uni<MyAlerts.Ways> read() {
        return callers.current().chain(caller -> myAlerts.read(caller.id()));
    }

    @PUT
    @Path("/quiet")
    @Operation(summary = "When not to alert me, unless somebody is in danger or I am on duty")
    @APIResponse(responseCode = "204", description = "kept")
    @APIResponse(responseCode = "400", description = "bad-request: the form is not one, or the zone is none")
    public Uni<Response> beQuiet(@NotNull @Valid QuietHours quiet) {
        return save(quiet);
    }

    @DELETE
    @Path("/quiet")
    @Operation(summary = "No quiet hours any more")
    @APIResponse(responseCode = "204", description = "none, or there were none")
    public Uni<Response> neverQuiet() {
        return save(null);
    }

    private Uni<Response> save(@Nullable QuietHours quiet) {
        return callers.current()
                .chain(caller -> myAlerts.saveQuiet(caller, quiet))
                .replaceWith(() -> Response.noContent().build());
    }
}
