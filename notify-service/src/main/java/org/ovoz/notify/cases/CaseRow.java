package org.ovoz.notify.cases;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.OrganisationId;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.TeamId;
import org.ovoz.notify.time.SqlTime;

/** How a case is read from the database. */
final class CaseRow {

    /** All that a {@link CaseView} needs of some cases, a table or a query that is named {@code c}. */
    private static final String SELECT_FROM = """
            SELECT c.*, p.handle AS holder,
                (SELECT array_agg(t.team ORDER BY t.addressed_as = 'escalation', t.team) FROM case_team t WHERE t.report_id = c.id) AS teams,
                h.from_team, h.to_team, h.accept_by,
                r.accepted, r.sent, r.delivered, r.refused, r.failed, r.unknown, r.scheduled, r.withdrawn, r.answer_goes_at,
                w.present, w.doing, w.present_until,
                coalesce(s.last, 0) AS version,
                b.confirmed_at AS blocked_at, b.until_at AS block_until, b.organisation AS block_organisation, bp.handle AS block_by
            FROM %s c
            LEFT JOIN person p ON p.id = c.claimed_by
            LEFT JOIN handover h ON h.report_id = c.id AND h.ended_at IS NULL AND c.closed_at IS NULL
            LEFT JOIN reporter_block b ON b.report_id = c.id AND b.ended_at IS NULL
            LEFT JOIN desk_sequence s ON s.report_id = c.id
            LEFT JOIN person bp ON bp.id = b.proposed_by
            LEFT JOIN (SELECT n.report_id, array_agg(np.handle ORDER BY np.handle, n.doing) AS present,
                    array_agg(n.doing ORDER BY np.handle, n.doing) AS doing,
                    array_agg(n.until_at ORDER BY np.handle, n.doing) AS present_until
                FROM presence n JOIN person np ON np.id = n.person GROUP BY n.report_id) w ON w.report_id = c.id
            CROSS JOIN LATERAL (SELECT
                count(*) FILTER (WHERE fate = 'accepted') AS accepted,
                count(*) FILTER (WHERE fate = 'sent') AS sent,
                count(*) FILTER (WHERE fate = 'delivered') AS delivered,
                count(*) FILTER (WHERE fate = 'refused') AS refused,
                count(*) FILTER (WHERE fate = 'failed') AS failed,
                count(*) FILTER (WHERE fate = 'unknown') AS unknown,
                count(*) FILTER (WHERE fate = 'scheduled') AS scheduled,
                count(*) FILTER (WHERE fate = 'withdrawn') AS withdrawn,
                min(goes_at) FILTER (WHERE fate = 'scheduled') AS answer_goes_at
                FROM case_reply WHERE report_id = c.id) r
            """;

    static final String SELECT = SELECT_FROM.formatted("report_case");

    /** When something has to happen next, by which queues are sorted; takes the parameter that holds the time. */
    static final String DUE = """
            COALESCE(LEAST(c.read_by, c.due_at, CASE WHEN c.lease_until > %s THEN c.lease_until END), TIMESTAMPTZ '9999-12-31 00:00:00Z')""";

    private CaseRow() {}

    /**
     * A page of cases. Which they are is settled first, so that answers are counted for these alone and not for all that are open.
     *
     * @param where a condition on {@code report_case c}
     * @param order how they are sorted
     * @param limit the parameter that holds how many
     */
    static String selectPage(String where, String order, String limit) {
        String page = "(SELECT c.* FROM report_case c WHERE " + where + " ORDER BY " + order + " LIMIT " + limit + ")";
        return SELECT_FROM.formatted(page) + "ORDER BY " + order;
    }

    static CaseView toView(Row row, Instant now) {
        CaseState state = state(row, now);
        boolean claimed = state == CaseState.CLAIMED;
        return new CaseView(
                new ReportId(row.getUUID("id")),
                row.getString("short_id"),
                state,
                row.getString("language"),
                row.getString("region"),
                row.getString("channel"),
                row.getBoolean("danger"),
                row.getBoolean("child"),
                SqlTime.instant(row, "received_at"),
                SqlTime.instant(row, "last_wrote_at"),
                SqlTime.instantOrNull(row, "read_by"),
                claimed ? row.getString("holder") : null,
                claimed ? leaseUntil(row) : null,
                Arrays.stream(row.getArrayOfStrings("teams")).map(TeamId::new).toList(),
                row.getString("texts"),
                row.getValue("first_opened_at") != null,
                replies(row),
                claimed ? agreedUntil(row, now) : null,
                row.getString("closed_for"),
                block(row, now),
                present(row, now),
                offer(row),
                reach(row, now),
                due(row),
                row.getLong("version"));
    }

    /** A window that is over says nothing of the next one. */
    private static CaseView.@Nullable Reach reach(Row row, Instant now) {
        Instant until = SqlTime.instantOrNull(row, "safe_until");
        boolean counts = until != null && until.isAfter(now);
        Instant goesAt = SqlTime.instantOrNull(row, "answer_goes_at");
        return counts || goesAt != null
                ? new CaseView.Reach(
                        counts ? SqlTime.instantOrNull(row, "safe_from") : null, counts ? until : null, goesAt)
                : null;
    }

    private static @Nullable Instant agreedUntil(Row row, Instant now) {
        Instant agreed = SqlTime.instantOrNull(row, "agreed_until");
        return agreed != null && agreed.isAfter(now) ? agreed : null;
    }

    /** One whose time is over holds nothing, whether the sweeper has come by or not. */
    private static CaseView.@Nullable Block block(Row row, Instant now) {
        Instant until = SqlTime.instantOrNull(row, "block_until");
        return until == null || !until.isAfter(now)
                ? null
                : new CaseView.Block(
                        row.getValue("blocked_at") != null,
                        row.getString("block_by"),
                        new OrganisationId(row.getString("block_organisation")),
                        until);
    }

    /** Each person once; who writes also reads. */
    private static List<CaseView.Present> present(Row row, Instant now) {
        String[] handles = row.getArrayOfStrings("present");
        if (handles == null) {
            return List.of();
        }
        String[] doing = row.getArrayOfStrings("doing");
        OffsetDateTime[] until = row.getArrayOfOffsetDateTimes("present_until");
        Map<String, String> latest = new LinkedHashMap<>();
        for (int i = 0; i < handles.length; i++) {
            if (until[i].toInstant().isAfter(now)) {
                latest.put(handles[i], doing[i]);
            }
        }
        return latest.entrySet().stream()
                .map(one -> new CaseView.Present(one.getKey(), one.getValue()))
                .toList();
    }

    private static CaseView.@Nullable Offer offer(Row row) {
        Instant acceptBy = SqlTime.instantOrNull(row, "accept_by");
        return acceptBy == null
                ? null
                : new CaseView.Offer(
                        new TeamId(row.getString("from_team")), new TeamId(row.getString("to_team")), acceptBy);
    }

    private static CaseView.@Nullable Due due(Row row) {
        Instant at = SqlTime.instantOrNull(row, "due_at");
        return at == null ? null : new CaseView.Due(row.getString("due_kind"), at);
    }

    /** A lease that ran out holds nothing, whether the sweeper has come by or not. */
    private static CaseState state(Row row, Instant now) {
        if (row.getValue("closed_at") != null) {
            return CaseState.CLOSED;
        }
        Instant lease = leaseUntil(row);
        return lease != null && lease.isAfter(now) ? CaseState.CLAIMED : CaseState.WAITING;
    }

    /** The same as {@link #DUE}. */
    static Instant dueAt(Row row, Instant now) {
        Instant lease = leaseUntil(row);
        return Stream.of(
                        SqlTime.instantOrNull(row, "read_by"),
                        SqlTime.instantOrNull(row, "due_at"),
                        lease != null && lease.isAfter(now) ? lease : null)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(PageMark.NEVER);
    }

    private static @Nullable Instant leaseUntil(Row row) {
        return SqlTime.instantOrNull(row, "lease_until");
    }

    private static CaseView.Replies replies(Row row) {
        return new CaseView.Replies(
                row.getLong("accepted"),
                row.getLong("sent"),
                row.getLong("delivered"),
                row.getLong("refused"),
                row.getLong("failed"),
                row.getLong("unknown"),
                row.getLong("scheduled"),
                row.getLong("withdrawn"));
    }
}
