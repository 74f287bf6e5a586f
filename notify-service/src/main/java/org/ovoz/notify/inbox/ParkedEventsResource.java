package org.ovoz.notify.inbox;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ovoz.notify.directory.Callers;
import org.ovoz.notify.directory.Roles;
import org.ovoz.notify.problem.Problems;
import org.ovoz.transport.inbox.Inbox;
import org.ovoz.transport.inbox.InboxBacklog;
import org.ovoz.transport.inbox.ParkedEvent;

/** Events that could not be applied, for administrators: seen, tried again, given up. Ids and codes only. */
@Path("/api/v1/inbox")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "inbox")
public class ParkedEventsResource {

    private static final int AT_ONCE = 200;

    private final Inbox inbox;
    private final RedriveEvent redriveEvent;
    private final SkipEvent skipEvent;
    private final Callers callers;

    ParkedEventsResource(Inbox inbox, RedriveEvent redriveEvent, SkipEvent skipEvent, Callers callers) {
        this.inbox = inbox;
        this.redriveEvent = redriveEvent;
        this.skipEvent = skipEvent;
        this.callers = callers;
    }

    @GET
    @Path("/parked")
    @Operation(summary = "The parked events, the oldest first, and how many there are of each kind")
    public Uni<Parked> parked() {
        return inbox.backlog().chain(backlog -> inbox.parked(AT_ONCE).map(events -> new Parked(events, backlog)));
    }

    @POST
    @Path("/parked/{id}/redrive")
    @Operation(summary = "Applies a parked event again, and then those that waited behind it")
    @APIResponse(responseCode = "404", description = "not-parked: no such event is parked")
    @APIResponseSchema(Settled.class)
    public Uni<Settled> redrive(UUID id) {
        return redriveEvent.redrive(id, callers.login()).map(ParkedEventsResource::settled);
    }

    @POST
    @Path("/parked/{id}/skip")
    @Operation(summary = "Gives a parked event up for good, and applies those that waited behind it")
    @APIResponse(responseCode = "404", description = "not-parked: no such event is parked")
    @APIResponseSchema(Settled.class)
    public Uni<Settled> skip(UUID id) {
        return skipEvent.skip(id, callers.login()).map(ParkedEventsResource::settled);
    }

    private static Settled settled(SettleOutcome outcome) {
        if (outcome == SettleOutcome.NOT_PARKED) {
            throw Problems.of(404, "not-parked", "No such event is parked");
        }
        return new Settled(outcome);
    }

    /** Parked events; {@code backlog} also counts those that wait and those that were no events at all. */
    public record Parked(List<ParkedEvent> events, InboxBacklog backlog) {}

    /** What became of it. */
    public record Settled(SettleOutcome outcome) {}
}
