package org.ovoz.notify.alert.delivery;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ovoz.contracts.ReportId;
import org.ovoz.notify.directory.Callers;
import org.ovoz.notify.directory.Roles;

/** Who was alerted of a case by what way, and what became of it. */
@Path("/api/v1/cases/{id}/alerts")
@RolesAllowed(Roles.COORDINATOR)
@Tag(name = "dispatch")
public class CaseAlertsResource {

    private final ViewAlerts viewAlerts;
    private final Callers callers;

    CaseAlertsResource(ViewAlerts viewAlerts, Callers callers) {
        this.viewAlerts = viewAlerts;
        this.callers = callers;
    }

    @GET
    @Operation(summary = "The alerts of a case to people of my organisation, the oldest first")
    @APIResponse(responseCode = "404", description = "unknown-report: not there, or not yours")
    @APIResponseSchema(CaseAlerts.class)
    public Uni<CaseAlerts> list(ReportId id) {
        return callers.current().chain(caller -> viewAlerts.view(caller, id)).map(CaseAlerts::new);
    }

    /** All of them. */
    public record CaseAlerts(List<CaseAlert> alerts) {}
}
