package org.ovoz.notify.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.ReportId;
import org.ovoz.notify.audit.AuditEntry;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.time.SqlTime;

/** What happened in a case, from its audit; who merely looked is left to auditors. What it is linked with is an organisation's own. */
@ApplicationScoped
class Timeline {

    private static final String READ = """
            SELECT a.at, a.what, p.handle,
                CASE WHEN a.what IN ('report-closed', 'closing-reason', 'claim-taken-over', 'claim-taken-back', 'reply-refused',
                    'reply-scheduled') THEN a.subject END AS reason
            FROM audit a LEFT JOIN person p ON p.id = a.who
            WHERE a.chain = $1 AND a.what NOT LIKE '%-viewed' AND a.what NOT LIKE 'order-%'
                AND (a.what NOT LIKE 'link-%' OR p.organisation = $2)
            ORDER BY a.sequence""";

    private final Pool pool;

    Timeline(Pool pool) {
        this.pool = pool;
    }

    Uni<List<Happening>> of(Caller caller, ReportId report) {
        return pool.preparedQuery(READ)
                .execute(Tuple.of(
                        AuditEntry.chainOf(report), caller.organisation().value()))
                .map(rows -> {
                    List<Happening> happenings = new ArrayList<>(rows.size());
                    rows.forEach(row -> happenings.add(new Happening(
                            SqlTime.instant(row, "at"),
                            row.getString("what"),
                            row.getString("handle"),
                            row.getString("reason"))));
                    return happenings;
                });
    }

    /**
     * One thing that happened.
     *
     * @param who the handle, if a person did it
     * @param reason a code that colleagues may know; why somebody declared a conflict of interest is not among them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Happening(
            Instant at,
            String what,
            @Nullable String who,
            @Nullable String reason) {}
}
