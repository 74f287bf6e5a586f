package org.ovoz.notify.interpreting;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.StreamSupport;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.LanguageTag;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.notify.cases.Visible;
import org.ovoz.notify.directory.hours.Opening;
import org.ovoz.notify.directory.hours.WeeklyHours;
import org.ovoz.notify.time.SqlTime;

/** Who is asked: interpreters with a login who speak the language and can be asked at that hour; for now, those on call before the others. */
@ApplicationScoped
class Suitable {

    /** Somebody with a conflict of interest must not even learn that there is something. */
    private static final String SPEAKING = """
            SELECT p.id, i.zone, (SELECT coalesce(jsonb_agg(jsonb_build_object('day', h.day_of_week, 'opens', h.opens,
                    'closes', h.closes)), '[]') FROM interpreter_hours h WHERE h.interpreter = i.handle)::text AS weekly,
                p.on_call OR EXISTS (SELECT 1 FROM duty d WHERE d.person = p.id AND d.cancelled_at IS NULL
                    AND d.checked_in_at IS NOT NULL AND d.starts_at <= $3 AND d.ends_at > $3) AS on_call
            FROM interpreter i JOIN reachable_person p ON p.handle = i.handle
            WHERE EXISTS (SELECT 1 FROM interpreter_language l WHERE l.interpreter = i.handle
                    AND (l.language = $1 OR starts_with(l.language, $1 || '-') OR starts_with($1, l.language || '-')))
                AND p.id <> $4 AND NOT """ + " " + Visible.hiddenFrom("$2", "p.id") + " ORDER BY p.id";

    private final Clock clock;

    Suitable(Clock clock) {
        this.clock = clock;
    }

    Uni<List<PersonId>> find(
            SqlClient transaction, ReportId report, LanguageTag language, PersonId asker, Instant wantedAt) {
        Instant now = clock.instant();
        return transaction
                .preparedQuery(SPEAKING)
                .execute(Tuple.of(language.value(), report.value(), SqlTime.of(now), asker.value()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .filter(row -> isThere(row, wantedAt))
                        .toList())
                .map(there -> wantedAt.isAfter(now) ? there : onCallFirst(there))
                .map(chosen -> chosen.stream()
                        .map(row -> new PersonId(row.getUUID("id")))
                        .toList());
    }

    private static List<Row> onCallFirst(List<Row> there) {
        List<Row> onCall =
                there.stream().filter(row -> row.getBoolean("on_call")).toList();
        return onCall.isEmpty() ? there : onCall;
    }

    /** Who named no hours can be asked at any. */
    private static boolean isThere(Row row, Instant at) {
        List<Opening> weekly = List.of(Json.read(row.getString("weekly"), Opening[].class));
        LocalDateTime local = LocalDateTime.ofInstant(at, ZoneId.of(row.getString("zone")));
        return weekly.isEmpty() || WeeklyHours.hold(weekly, local);
    }
}
