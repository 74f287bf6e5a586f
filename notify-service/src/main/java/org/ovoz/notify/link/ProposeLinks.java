package org.ovoz.notify.link;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.ovoz.contracts.ReportId;
import org.ovoz.notify.cases.Visible;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.time.SqlTime;

/**
 * Finds reports that share terms with one, open or closed, among those that the caller sees. A term counts for more the fewer reports have it;
 * what only very common terms speak for is left out, and so is what somebody has decided already.
 */
@ApplicationScoped
class ProposeLinks {

    private static final String PROPOSE =
            """
            WITH asked AS (
                SELECT t.link_kid, t.mark FROM link_term t
                JOIN link_key k ON k.kid = t.link_kid AND k.organisation = $5 WHERE t.report_id = $4
                UNION
                SELECT k.kid, e.mark FROM unnest($6::text[], $7::text[]) AS e(kid, mark)
                JOIN link_key k ON k.kid = e.kid AND k.organisation = $5),
            alike AS (
                SELECT t.report_id, t.mark, 1.0::float8 / count(*) OVER (PARTITION BY t.link_kid, t.mark) AS rarity
                FROM asked a JOIN link_term t ON t.link_kid = a.link_kid AND t.mark = a.mark WHERE t.report_id <> $4)
            SELECT """ + " " + OtherReport.COLUMNS + """
            , array_agg(a.mark ORDER BY a.rarity DESC, a.mark) AS marks
            FROM alike a JOIN report_case c ON c.id = a.report_id
            WHERE NOT EXISTS (SELECT 1 FROM case_link l WHERE l.organisation = $5 AND l.ended_at IS NULL
                    AND l.report_a = least(c.id, $4) AND l.report_b = greatest(c.id, $4))
                AND """ + " " + Visible.to("$1", "$2", "$3") + """
             GROUP BY c.id HAVING sum(a.rarity) >= 1.0::float8 / $8
            ORDER BY sum(a.rarity) DESC, c.received_at DESC, c.id LIMIT $9""";

    private final LinkSettings settings;
    private final Clock clock;

    ProposeLinks(LinkSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    Uni<List<LinksView.Proposed>> of(
            SqlClient connection, Caller caller, ReportId report, List<MarksForm.Earlier> earlier) {
        Tuple asked = Tuple.tuple()
                .addArrayOfString(caller.teamIds())
                .addOffsetDateTime(SqlTime.of(clock.instant()))
                .addUUID(caller.id().value())
                .addUUID(report.value())
                .addString(caller.organisation().value())
                .addArrayOfString(each(earlier).map(one -> one[0]).toArray(String[]::new))
                .addArrayOfString(each(earlier).map(one -> one[1]).toArray(String[]::new))
                .addDouble((double) settings.commonFrom())
                .addInteger(settings.atMost());
        return connection
                .preparedQuery(PROPOSE)
                .execute(asked)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(ProposeLinks::proposed)
                        .toList());
    }

    private static Stream<String[]> each(List<MarksForm.Earlier> earlier) {
        return earlier.stream().flatMap(one -> one.marks().stream().map(mark -> new String[] {one.kid(), mark}));
    }

    private static LinksView.Proposed proposed(Row row) {
        return new LinksView.Proposed(OtherReport.of(row), Arrays.asList(row.getArrayOfStrings("marks")));
    }
}
