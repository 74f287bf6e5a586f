package org.ovoz.notify.shift.duty;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.directory.Callers;
import org.ovoz.notify.directory.Roles;
import org.ovoz.notify.time.SqlTime;

/** The coming fortnight as it is laid out, with what was swapped. */
@Path("/api/v1/duties")
@RolesAllowed({Roles.RESPONDER, Roles.COORDINATOR})
@Tag(name = "shifts")
public class TeamDutiesResource {

    private static final String READ = """
            SELECT d.id, p.handle, d.team, d.starts_at, d.ends_at, d.checked_in_at IS NOT NULL AS checked_in,
                d.rang_at IS NOT NULL AS rang, d.opened_at IS NOT NULL AS opened,
                EXISTS (SELECT 1 FROM duty_swap s
                    WHERE s.duty = d.id AND s.accepted_at IS NULL AND s.withdrawn_at IS NULL) AS offered
            FROM duty d JOIN person p ON p.id = d.person AND p.state = 'active'
            WHERE d.team = ANY ($1) AND d.cancelled_at IS NULL AND d.ends_at > $2 ORDER BY d.starts_at, d.team, p.handle""";

    private final Pool pool;
    private final Callers callers;
    private final Clock clock;

    TeamDutiesResource(Pool pool, Callers callers, Clock clock) {
        this.pool = pool;
        this.callers = callers;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "The duties of my teams that are not over, the next first")
    @APIResponseSchema(TeamDuties.class)
    public Uni<TeamDuties> list() {
        return callers.current().chain(this::read);
    }

    private Uni<TeamDuties> read(Caller caller) {
        return pool.preparedQuery(READ)
                .execute(Tuple.of(caller.teamIds(), SqlTime.of(clock.instant())))
                .map(rows -> new TeamDuties(StreamSupport.stream(rows.spliterator(), false)
                        .map(TeamDutiesResource::toDuty)
                        .toList()));
    }

    private static TeamDuty toDuty(Row row) {
        return new TeamDuty(
                row.getUUID("id"),
                row.getString("handle"),
                row.getString("team"),
                SqlTime.instant(row, "starts_at"),
                SqlTime.instant(row, "ends_at"),
                row.getBoolean("checked_in"),
                row.getBoolean("rang"),
                row.getBoolean("opened"),
                row.getBoolean("offered"));
    }

    /** All of them. */
    public record TeamDuties(List<TeamDuty> duties) {}

    /**
     * Somebody's duty.
     *
     * @param rang the phone was answered for it
     * @param opened a test item sealed to the team was opened for it
     * @param offered to the team, and nobody has taken it yet
     */
    public record TeamDuty(
            UUID id,
            String handle,
            String team,
            Instant from,
            Instant until,
            boolean checkedIn,
            boolean rang,
            boolean opened,
            boolean offered) {}
}
