package org.ovoz.notify.shift.calendar;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ovoz.notify.directory.Callers;
import org.ovoz.notify.directory.Roles;

/** Lets my calendar program read my duties. */
@Path("/api/v1/me/calendar")
@RolesAllowed({Roles.RESPONDER, Roles.COORDINATOR})
@Tag(name = "shifts")
public class MyCalendarResource {

    private final CalendarTokens tokens;
    private final Callers callers;
    private final URI desk;

    MyCalendarResource(
            CalendarTokens tokens, Callers callers, @ConfigProperty(name = "ovoz.desk.public-url") URI desk) {
        this.tokens = tokens;
        this.callers = callers;
        this.desk = desk;
    }

    @POST
    @Operation(summary = "An address for calendar programs; shown once, and the one before is closed")
    @APIResponseSchema(Subscription.class)
    public Uni<Subscription> open() {
        return callers.current()
                .chain(caller -> tokens.make(caller.id()))
                .map(token -> new Subscription(desk.resolve(CalendarResource.PATH + token + ".ics")));
    }

    @DELETE
    @Operation(summary = "Closes the address")
    @APIResponse(responseCode = "204", description = "closed, or there was none")
    public Uni<Response> close() {
        return callers.current()
                .chain(caller -> tokens.revoke(caller.id()))
                .replaceWith(() -> Response.noContent().build());
    }

    /** Whoever has the address reads my hours. */
    public record Subscription(URI url) {

        @Override
        public String toString() {
            return "Subscription[REDACTED]";
        }
    }
}
