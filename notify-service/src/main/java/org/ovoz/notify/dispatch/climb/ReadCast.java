package org.ovoz.notify.dispatch.climb;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.notify.alert.AlertKind;
import org.ovoz.notify.cases.Visible;
import org.ovoz.notify.dispatch.ladder.Candidate;
import org.ovoz.notify.dispatch.ladder.Cast;
import org.ovoz.notify.dispatch.ladder.QuietHours;
import org.ovoz.notify.time.SqlTime;

/**
 * Reads who may be told of a report. On call is who has a duty now that was checked in; in a team without shifts, who is on its standing
 * list.
 */
@ApplicationScoped
class ReadCast {

    private static final String READ = """
            SELECT p.id, p.quiet_from, p.quiet_until, p.zone,
                bool_or(a.addressed_as <> 'escalation') AS responsible,
                bool_or(a.addressed_as = 'escalation') AS escalation,
                bool_or(t.id = ANY (p.teams)) AS member,
                'coordinator' = ANY (p.roles) AS coordinator,
                bool_or(t.id = ANY (p.teams) AND (
                    EXISTS (SELECT 1 FROM duty d WHERE d.person = p.id AND d.team = t.id AND d.cancelled_at IS NULL
                        AND d.checked_in_at IS NOT NULL AND d.starts_at <= $2 AND d.ends_at > $2)
                    OR (p.on_call AND NOT EXISTS (
                        SELECT 1 FROM duty d JOIN reachable_person o ON o.id = d.person
                        WHERE d.team = t.id AND d.cancelled_at IS NULL AND d.ends_at > $2)))) AS on_call,
                (c.language = 'und' OR c.language = ANY (p.languages)) AS speaks,
                array_remove(ARRAY[CASE WHEN p.sms IS NOT NULL THEN 'sms' END, CASE WHEN p.call IS NOT NULL THEN 'call' END,
                    CASE WHEN p.email IS NOT NULL THEN 'email' END], NULL)
                    || (SELECT coalesce(array_agg(DISTINCT e.kind), '{}') FROM endpoint e
                        WHERE e.person = p.id AND e.gone_at IS NULL) AS ways,
                (SELECT count(*) FROM report_case h WHERE h.claimed_by = p.id) AS holds
            FROM report_case c
            JOIN case_team a ON a.report_id = c.id
            JOIN team t ON t.id = a.team AND NOT t.suspended
            JOIN person p ON p.organisation = t.organisation AND p.id IN (SELECT r.id FROM reachable_person r)
                AND (t.id = ANY (p.teams) OR 'coordinator' = ANY (p.roles))
            WHERE c.id = $1 AND NOT EXISTS (
                    SELECT 1 FROM cannot_open n LEFT JOIN opening o ON o.report_id = n.report_id AND o.person = n.person
                    WHERE n.report_id = c.id AND n.person = p.id AND (o.at IS NULL OR o.at <= n.at))
                AND NOT """ + " " + Visible.hiddenFrom("c.id", "p.id") + " GROUP BY p.id, c.language";

    Uni<Cast> read(SqlClient transaction, Climbing climbing, Instant now) {
        return transaction
                .preparedQuery(READ)
                .execute(Tuple.of(climbing.report().value(), SqlTime.of(now)))
                .map(rows ->
                        new Cast(climbing.ladder(), toCandidates(rows, now), climbing.holder(), climbing.danger()));
    }

    private static List<Candidate> toCandidates(RowSet<Row> rows, Instant now) {
        List<Candidate> candidates = new ArrayList<>(rows.size());
        rows.forEach(row -> candidates.add(toCandidate(row, now)));
        return candidates;
    }

    private static Candidate toCandidate(Row row, Instant now) {
        return new Candidate(
                new PersonId(row.getUUID("id")),
                row.getBoolean("responsible"),
                row.getBoolean("escalation"),
                row.getBoolean("member"),
                row.getBoolean("coordinator"),
                row.getBoolean("on_call"),
                row.getBoolean("speaks"),
                QuietHours.hold(
                        row.getLocalTime("quiet_from"), row.getLocalTime("quiet_until"), row.getString("zone"), now),
                Stream.of(row.getArrayOfStrings("ways")).map(AlertKind::of).collect(Collectors.toSet()),
                row.getLong("holds"));
    }
}
