package org.ovoz.notify.directory.team;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
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

/** Whom a report may be handed to. The records are what the line's administration key signed: the browser believes nothing else. */
@Path("/api/v1/teams")
@RolesAllowed({Roles.RESPONDER, Roles.COORDINATOR})
@Tag(name = "handover")
public class TeamRecordsResource {

    private static final String READ = "SELECT record FROM team WHERE NOT suspended ORDER BY id";

    private final Pool pool;
    private final Callers callers;

    TeamRecordsResource(Pool pool, Callers callers) {
        this.pool = pool;
        this.callers = callers;
    }

    @GET
    @Operation(summary = "The signed records of all teams that are not suspended")
    @APIResponseSchema(Records.class)
    public Uni<Records> list() {
        return callers.current()
                .chain(() -> pool.query(READ).execute())
                .map(rows -> new Records(StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString("record"))
                        .toList()));
    }

    /** Compact JWS each. */
    public record Records(List<String> records) {}
}
