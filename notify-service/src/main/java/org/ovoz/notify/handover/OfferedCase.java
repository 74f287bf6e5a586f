package org.ovoz.notify.handover;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.TeamId;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.notify.time.SqlTime;

/**
 * A case whose row is locked, with the offer that is open, if one is. Whatever happens to an offer happens under this lock.
 *
 * @param holder while the lease holds
 */
record OfferedCase(
        ReportId report,
        String shortId,
        boolean danger,
        boolean opened,
        boolean closed,
        @Nullable Holder holder,
        @Nullable Offer offer) {

    private static final String LOCK = """
            SELECT c.id, c.short_id, c.danger, c.first_opened_at IS NOT NULL AS opened, c.closed_at IS NOT NULL AS closed,
                CASE WHEN c.lease_until > $2 THEN c.claimed_by END AS holder,
                ARRAY(SELECT t.id FROM person p JOIN team t ON t.organisation = p.organisation
                      AND (t.id = ANY (p.teams) OR 'coordinator' = ANY (p.roles)) WHERE p.id = c.claimed_by) AS holders_teams
            FROM report_case c WHERE c.id = $1 FOR NO KEY UPDATE OF c""";
    private static final String OFFER = """
            SELECT id, from_team, from_person, to_team, leaves, tell_at FROM handover WHERE report_id = $1 AND ended_at IS NULL""";

    /** Who holds it; a coordinator is in all teams of the organisation. */
    record Holder(PersonId person, String[] teams) {

        boolean isIn(TeamId team) {
            return Arrays.asList(teams).contains(team.value());
        }
    }

    /** What is offered to whom. */
    record Offer(UUID id, TeamId from, PersonId fromPerson, TeamId to, boolean leaves, Instant tellAt) {}

    static Uni<Optional<OfferedCase>> lock(SqlClient transaction, ReportId report, Instant now) {
        return transaction
                .preparedQuery(LOCK)
                .execute(Tuple.of(report.value(), SqlTime.of(now)))
                .chain(locked -> transaction
                        .preparedQuery(OFFER)
                        .execute(Tuple.of(report.value()))
                        .map(offers -> first(locked).map(row -> of(row, first(offers)))));
    }

    boolean isHeldBy(PersonId person) {
        return holder != null && holder.person().equals(person);
    }

    private static OfferedCase of(Row row, Optional<Row> offer) {
        UUID holder = row.getUUID("holder");
        return new OfferedCase(
                new ReportId(row.getUUID("id")),
                row.getString("short_id"),
                row.getBoolean("danger"),
                row.getBoolean("opened"),
                row.getBoolean("closed"),
                holder == null ? null : new Holder(new PersonId(holder), row.getArrayOfStrings("holders_teams")),
                offer.map(OfferedCase::offer).orElse(null));
    }

    private static Offer offer(Row row) {
        return new Offer(
                row.getUUID("id"),
                new TeamId(row.getString("from_team")),
                new PersonId(row.getUUID("from_person")),
                new TeamId(row.getString("to_team")),
                row.getBoolean("leaves"),
                SqlTime.instant(row, "tell_at"));
    }

    private static Optional<Row> first(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).findFirst();
    }
}
