package org.ovoz.notify.referral.directory;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.Json;
import org.ovoz.notify.directory.hours.WeeklyHours;
import org.ovoz.notify.time.SqlTime;

/** Finds services. Those that nobody is to be sent to are shown, and last: who knows a name should learn why not. */
@ApplicationScoped
class Services {

    /** A region finds itself and the country that holds it; a language tag also finds what it is a part of, and the other way round. */
    private static final String FIND = """
            SELECT s.*, checker.handle AS checker, barrer.handle AS barrer,
                jsonb_build_object('name', s.name, 'kind', s.kind, 'regions', s.regions, 'languages', s.languages,
                    'needs', s.needs, 'zone', s.zone, 'takesUndocumented', s.takes_undocumented,
                    'takesChildren', s.takes_children, 'phone', s.phone, 'email', s.email, 'address', s.address,
                    'weekly', (SELECT coalesce(jsonb_agg(jsonb_build_object('day', o.day_of_week, 'opens', o.opens,
                                                   'closes', o.closes) ORDER BY o.day_of_week, o.opens), '[]')
                               FROM service_opening o WHERE o.service = s.id))::text AS said
            FROM service s
            LEFT JOIN person checker ON checker.subject = s.checked_by::text
            LEFT JOIN person barrer ON barrer.subject = s.never_refer_by::text
            WHERE ($1::text IS NULL OR EXISTS (
                    SELECT 1 FROM unnest(s.regions) AS r (code) WHERE code = $1 OR starts_with($1, code || '-')))
                AND ($2::text IS NULL OR $2 = ANY (s.needs))
                AND ($3::text IS NULL OR EXISTS (
                    SELECT 1 FROM unnest(s.languages) AS l (tag)
                    WHERE tag = $3 OR starts_with(tag, $3 || '-') OR starts_with($3, tag || '-')))
                AND (NOT $4 OR s.takes_undocumented) AND (NOT $5 OR s.takes_children)
            ORDER BY s.never_refer IS NOT NULL, s.name, s.id""";

    private final Pool pool;
    private final ServiceSettings settings;
    private final Clock clock;

    Services(Pool pool, ServiceSettings settings, Clock clock) {
        this.pool = pool;
        this.settings = settings;
        this.clock = clock;
    }

    Uni<List<ServiceView>> find(ServiceQuestion asked) {
        Tuple values = Tuple.of(
                asked.region() == null ? null : asked.region().value(),
                asked.need() == null ? null : asked.need().code(),
                asked.language() == null ? null : asked.language().value(),
                asked.undocumented(),
                asked.child());
        Instant now = clock.instant();
        return pool.preparedQuery(FIND)
                .execute(values)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> view(row, now))
                        .filter(view -> !asked.open() || Boolean.TRUE.equals(view.open()))
                        .toList());
    }

    private ServiceView view(Row row, Instant now) {
        ServiceForm said = Json.read(row.getString("said"), ServiceForm.class);
        Instant checkedAt = SqlTime.instant(row, "checked_at");
        String reason = row.getString("never_refer");
        return new ServiceView(
                row.getUUID("id"),
                said,
                open(said, now),
                checkedAt,
                row.getString("checker"),
                !now.isBefore(checkedAt.plus(settings.uncheckedAfter())),
                reason == null
                        ? null
                        : new ServiceView.NeverRefer(
                                reason, SqlTime.instant(row, "never_refer_at"), row.getString("barrer")));
    }

    private static @Nullable Boolean open(ServiceForm said, Instant now) {
        return said.weekly().isEmpty()
                ? null
                : WeeklyHours.hold(said.weekly(), LocalDateTime.ofInstant(now, ZoneId.of(said.zone())));
    }
}
