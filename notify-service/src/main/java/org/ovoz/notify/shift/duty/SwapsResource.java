package org.ovoz.notify.shift.duty;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.directory.Callers;
import org.ovoz.notify.directory.Roles;
import org.ovoz.notify.problem.Problems;
import org.ovoz.notify.time.SqlTime;

/** Duties that somebody offers. */
@Path("/api/v1/swaps")
@RolesAllowed({Roles.RESPONDER, Roles.COORDINATOR})
@Tag(name = "shifts")
public class SwapsResource {

    private static final String OFFERS = """
            SELECT d.id, p.handle, d.team, d.starts_at, d.ends_at FROM duty_swap s JOIN duty d ON d.id = s.duty
            JOIN person p ON p.id = s.offered_by
            WHERE s.accepted_at IS NULL AND s.withdrawn_at IS NULL AND d.cancelled_at IS NULL AND d.starts_at > $2
                AND d.person = s.offered_by AND d.team = ANY ($1)
            ORDER BY d.starts_at, d.id""";

    private final Pool pool;
    private final TakeDuty takeDuty;
    private final Callers callers;
    private final Clock clock;

    SwapsResource(Pool pool, TakeDuty takeDuty, Callers callers, Clock clock) {
        this.pool = pool;
        this.takeDuty = takeDuty;
        this.callers = callers;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "Duties of my teams that somebody offers")
    @APIResponseSchema(Offers.class)
    public Uni<Offers> list() {
        return callers.current().chain(this::read);
    }

    @POST
    @Path("/{duty}/accept")
    @Operation(summary = "Takes the whole duty")
    @APIResponse(responseCode = "204", description = "it is mine now; the phone will ring for it")
    @APIResponse(responseCode = "404", description = "not-found: nobody offers it to me")
    @APIResponse(responseCode = "409", description = "on-duty-then: I am on duty for the team then already")
    public Uni<Response> accept(UUID duty) {
        return callers.current().chain(caller -> takeDuty.take(caller, duty)).map(outcome -> switch (outcome) {
            case SwapOutcome.Taken() -> Response.noContent().build();
            case SwapOutcome.NotOffered() -> throw Problems.notFound();
            case SwapOutcome.OnDutyThen() ->
                throw Problems.of(409, "on-duty-then", "You are on duty for this team then already");
        });
    }

    private Uni<Offers> read(Caller caller) {
        return pool.preparedQuery(OFFERS)
                .execute(Tuple.of(caller.teamIds(), SqlTime.of(clock.instant())))
                .map(rows -> {
                    List<Offer> offers = new ArrayList<>(rows.size());
                    rows.forEach(row -> offers.add(new Offer(
                            row.getUUID("id"),
                            row.getString("handle"),
                            row.getString("team"),
                            SqlTime.instant(row, "starts_at"),
                            SqlTime.instant(row, "ends_at"))));
                    return new Offers(offers);
                });
    }

    /** A duty that somebody offers. */
    public record Offer(UUID duty, String handle, String team, Instant from, Instant until) {}

    /** All of them. */
    public record Offers(List<Offer> offers) {}
}
