package org.ovoz.notify.dispatch.climb;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.notify.alert.occasion.AlertText;
import org.ovoz.notify.dispatch.ladder.Position;
import org.ovoz.notify.time.SqlTime;

/**
 * A ladder that is due, with what there is to know of its report. The case's row and its own are locked.
 *
 * @param urgent which ladder this round climbs
 * @param holder while the lease holds
 * @param claimedSince since when, if the ladder was climbing then
 * @param letIn from when on the teams that step in can read it; null if they cannot
 */
record Climbing(
        UUID ladder,
        ReportId report,
        String shortId,
        Position position,
        boolean urgent,
        boolean danger,
        boolean opened,
        boolean closed,
        boolean read,
        @Nullable PersonId holder,
        @Nullable Instant claimedSince,
        @Nullable Instant letIn) {

    /**
     * $1 is the time, $2 a little later: what was moved after that was moved before the clock went back. Due is also what all phones
     * of its last rung failed for.
     */
    static final String IS_DUE = """
            l.ended_at IS NULL AND (l.due_at <= $1 OR l.moved_at > $2 OR (NOT l.paused AND l.rung > 0
                AND EXISTS (SELECT 1 FROM alert a WHERE a.ladder = l.id AND a.round = l.round AND a.rung = l.rung)
                AND NOT EXISTS (SELECT 1 FROM alert a WHERE a.ladder = l.id AND a.round = l.round AND a.rung = l.rung
                    AND a.state NOT IN ('failed', 'unknown', 'dropped') AND (a.kind IN ('push', 'sms', 'call') OR NOT EXISTS (
                        SELECT 1 FROM alert o WHERE o.ladder = l.id AND o.round = l.round AND o.rung = l.rung
                            AND o.kind IN ('push', 'sms', 'call'))))))""";

    /** $3 is the ladder. */
    static final String SELECT = """
            SELECT l.id, l.report_id, l.round, l.urgent, c.short_id, c.danger, c.first_opened_at, c.closed_at, c.read_by, c.escalates_at,
                CASE WHEN c.lease_until > $1 THEN c.claimed_by END AS holder,
                CASE WHEN c.claimed_at >= l.started_at THEN c.claimed_at END AS claimed_since,
                (SELECT coalesce(array_agg(s.rung), '{}') FROM ladder_step s WHERE s.ladder = l.id AND s.round = l.round) AS climbed,
                (SELECT coalesce(array_agg(DISTINCT a.person), '{}') FROM alert a
                    WHERE a.ladder = l.id AND a.round = l.round) AS told,
                EXISTS (SELECT 1 FROM alert a WHERE a.ladder = l.id AND a.round = l.round AND a.kind IN ('push', 'sms', 'call')
                    AND a.state NOT IN ('failed', 'unknown', 'dropped')) AS rang
            FROM ladder l JOIN report_case c ON c.id = l.report_id
            WHERE l.id = $3 AND """ + " " + IS_DUE + " FOR NO KEY UPDATE OF c, l SKIP LOCKED";

    static Climbing of(Row row) {
        UUID holder = row.getUUID("holder");
        Instant opened = SqlTime.instantOrNull(row, "first_opened_at");
        Instant escalates = SqlTime.instant(row, "escalates_at");
        return new Climbing(
                row.getUUID("id"),
                new ReportId(row.getUUID("report_id")),
                row.getString("short_id"),
                position(row),
                row.getBoolean("urgent"),
                row.getBoolean("danger"),
                opened != null,
                row.getValue("closed_at") != null,
                row.getValue("read_by") == null,
                holder == null ? null : new PersonId(holder),
                SqlTime.instantOrNull(row, "claimed_since"),
                opened == null || !opened.isBefore(escalates) ? escalates : null);
    }

    String code() {
        return AlertText.of(shortId, danger, opened);
    }

    private static Position position(Row row) {
        return new Position(
                row.getInteger("round"),
                Arrays.stream(row.getArrayOfIntegers("climbed"))
                        .map(Objects::requireNonNull)
                        .collect(Collectors.toSet()),
                Stream.of(row.getArrayOfUUIDs("told")).map(PersonId::new).collect(Collectors.toSet()),
                row.getBoolean("rang"));
    }
}
