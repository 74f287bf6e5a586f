package org.ovoz.notify.shift.calendar;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ovoz.notify.directory.Callers;
import org.ovoz.notify.directory.Roles;

/** My duties for my calendar, as a file. */
@Path("/api/v1/me/duties.ics")
@RolesAllowed({Roles.RESPONDER, Roles.COORDINATOR})
@Tag(name = "shifts")
public class MyCalendarFileResource {

    private final ReadCalendar readCalendar;
    private final Callers callers;

    MyCalendarFileResource(ReadCalendar readCalendar, Callers callers) {
        this.readCalendar = readCalendar;
        this.callers = callers;
    }

    @GET
    @Produces(CalendarResource.TYPE)
    @Operation(summary = "My duties as iCalendar; nothing in it says what for")
    public Uni<String> calendar() {
        return callers.current().chain(caller -> readCalendar.read(caller.id()));
    }
}
