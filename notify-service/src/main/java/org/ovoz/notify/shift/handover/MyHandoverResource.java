package org.ovoz.notify.shift.handover;

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

/** What is to be handed over. */
@Path("/api/v1/me/handover")
@RolesAllowed({Roles.RESPONDER, Roles.COORDINATOR})
@Tag(name = "shifts")
public class MyHandoverResource {

    private final ReadHandovers readHandovers;
    private final Callers callers;

    MyHandoverResource(ReadHandovers readHandovers, Callers callers) {
        this.readHandovers = readHandovers;
        this.callers = callers;
    }

    @GET
    @Operation(summary = "What duties of my teams that end leave open: mine to give, others' to accept")
    @APIResponseSchema(Handovers.class)
    public Uni<Handovers> list() {
        return callers.current().chain(readHandovers::read).map(Handovers::new);
    }

    /** By duty. */
    public record Handovers(List<ReadHandovers.Handover> handovers) {}
}
