package org.ovoz.notify.shift.calendar;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ovoz.notify.problem.Problems;

/** Duties for calendar programs, which cannot sign in: the address is the permission. */
@Path(CalendarResource.PATH)
@PermitAll
@Tag(name = "shifts")
public class CalendarResource {

    static final String PATH = "/api/v1/calendar/";
    static final String TYPE = "text/calendar;charset=utf-8";

    private final CalendarTokens tokens;
    private final ReadCalendar readCalendar;

    CalendarResource(CalendarTokens tokens, ReadCalendar readCalendar) {
        this.tokens = tokens;
        this.readCalendar = readCalendar;
    }

    @GET
    @Path("{token: [A-Za-z0-9_-]{43}}.ics")
    @Produces(TYPE)
    @Operation(summary = "One person's duties as iCalendar; nothing in it says whose or what for")
    @APIResponse(responseCode = "200", description = "RFC 5545")
    @APIResponse(responseCode = "404", description = "not-found: no such address, or closed")
    public Uni<String> calendar(@PathParam("token") String token) {
        return tokens.find(token).chain(person -> readCalendar.read(person.orElseThrow(Problems::notFound)));
    }
}
