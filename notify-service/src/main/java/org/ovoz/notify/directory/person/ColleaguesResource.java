package org.ovoz.notify.directory.person;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ovoz.notify.directory.Callers;
import org.ovoz.notify.directory.Roles;

/** The people of a coordinator's organisation: who is there to be planned with. */
@Path("/api/v1/colleagues")
@RolesAllowed(Roles.COORDINATOR)
@Tag(name = "directory")
public class ColleaguesResource {

    private static final String READ = """
            SELECT handle, teams, languages, roles, on_call, state, sms IS NOT NULL AS texts, email IS NOT NULL AS mails,
                call IS NOT NULL AS rings
            FROM person WHERE organisation = $1 AND state <> 'removed' ORDER BY handle""";

    private final Pool pool;
    private final Callers callers;

    ColleaguesResource(Pool pool, Callers callers) {
        this.pool = pool;
        this.callers = callers;
    }

    @GET
    @Operation(summary = "The people of my organisation, by handle; of their channels only which there are")
    @APIResponseSchema(Colleagues.class)
    public Uni<Colleagues> list() {
        return callers.current()
                .chain(caller -> pool.preparedQuery(READ)
                        .execute(Tuple.of(caller.organisation().value())))
                .map(rows -> new Colleagues(StreamSupport.stream(rows.spliterator(), false)
                        .map(ColleaguesResource::toLine)
                        .toList()));
    }

    private static Colleague toLine(Row row) {
        return new Colleague(
                row.getString("handle"),
                List.of(row.getArrayOfStrings("teams")),
                List.of(row.getArrayOfStrings("languages")),
                List.of(row.getArrayOfStrings("roles")),
                MyAlerts.channels(row),
                row.getBoolean("on_call"),
                PersonState.of(row.getString("state")));
    }

    /** All of them. */
    public record Colleagues(List<Colleague> colleagues) {}

    /** One of them, as far as planning needs it. */
    public record Colleague(
            String handle,
            List<String> teams,
            List<String> languages,
            List<String> roles,
            List<String> channels,
            boolean onCall,
            PersonState state) {}
}
