package org.ovoz.notify.notice;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.directory.Callers;
import org.ovoz.notify.directory.Roles;
import org.ovoz.notify.time.SqlTime;

/** What coordinators have to know. */
@Path("/api/v1/notices")
@RolesAllowed(Roles.COORDINATOR)
@Tag(name = "dispatch")
public class NoticesResource {

    private static final String READ = """
            SELECT n.kind, n.subject, n.raised_at, n.ended_at, p.handle,
                CASE WHEN n.kind IN ('nobody-alerted', 'conflict-declared', 'emergency-asked', 'due-passed') THEN split_part(n.subject, ' ', 1) END AS report
            FROM notice n LEFT JOIN person p ON p.organisation = $1 AND p.id::text = ANY (string_to_array(n.subject, ' '))
            WHERE (n.organisation IS NULL OR n.organisation = $1) AND NOT EXISTS (
                SELECT 1 FROM conflict_of_interest x WHERE x.person = $2 AND x.lifted_at IS NULL
                    AND n.subject LIKE x.report_id || '%')
            ORDER BY n.ended_at IS NOT NULL, n.raised_at DESC LIMIT 200""";

    private final Pool pool;
    private final Callers callers;

    NoticesResource(Pool pool, Callers callers) {
        this.pool = pool;
        this.callers = callers;
    }

    @GET
    @Operation(summary = "What my organisation's coordinators have to know; what is not over first, the latest first")
    public Uni<Notices> list() {
        return callers.current().chain(this::read);
    }

    private Uni<Notices> read(Caller caller) {
        return pool.preparedQuery(READ)
                .execute(Tuple.of(caller.organisation().value(), caller.id().value()))
                .map(rows -> {
                    List<NoticeLine> notices = new ArrayList<>(rows.size());
                    rows.forEach(row -> notices.add(new NoticeLine(
                            row.getString("kind"),
                            row.getString("subject"),
                            row.getString("handle"),
                            row.getString("report"),
                            SqlTime.instant(row, "raised_at"),
                            SqlTime.instantOrNull(row, "ended_at"))));
                    return new Notices(notices);
                });
    }

    /**
     * A notice.
     *
     * @param who somebody of my organisation whom it is about
     * @param report the id of a report that it is about
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record NoticeLine(
            String kind,
            String subject,
            @Nullable String who,
            @Nullable String report,
            Instant raisedAt,
            @Nullable Instant endedAt) {}

    /** The latest. */
    public record Notices(List<NoticeLine> notices) {}
}
