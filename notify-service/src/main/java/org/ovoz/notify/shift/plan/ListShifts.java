package org.ovoz.notify.shift.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.time.SqlTime;

/** The plan as its people see it. */
@ApplicationScoped
class ListShifts {

    private static final String WHOSE = """
             FROM %s s JOIN person p ON p.id = s.person
            WHERE s.removed_at IS NULL AND (p.id = $1 OR ($3 AND p.organisation = $2)) ORDER BY p.handle, s.team, s.id""";
    private static final String PATTERNS =
            "SELECT s.id, p.handle, s.team, s.days, s.begins, s.ends, s.zone, s.valid_from, s.valid_until"
                    + WHOSE.formatted("shift_pattern");
    private static final String EXCEPTIONS =
            "SELECT s.id, p.handle, s.team, s.day_off, s.starts_at, s.ends_at" + WHOSE.formatted("shift_exception");

    private final Pool pool;

    ListShifts(Pool pool) {
        this.pool = pool;
    }

    Uni<Shifts> list(Caller caller) {
        Tuple whose = Tuple.of(caller.id().value(), caller.organisation().value(), caller.isCoordinator());
        List<PatternLine> patterns = new ArrayList<>();
        List<ExceptionLine> exceptions = new ArrayList<>();
        return pool.preparedQuery(PATTERNS)
                .execute(whose)
                .invoke(rows -> rows.forEach(row -> patterns.add(toPattern(row))))
                .chain(() -> pool.preparedQuery(EXCEPTIONS).execute(whose))
                .invoke(rows -> rows.forEach(row -> exceptions.add(toException(row))))
                .map(rows -> new Shifts(patterns, exceptions));
    }

    private static PatternLine toPattern(Row row) {
        return new PatternLine(
                row.getUUID("id"),
                row.getString("handle"),
                row.getString("team"),
                List.of(row.getArrayOfShorts("days")),
                row.getLocalTime("begins"),
                row.getLocalTime("ends"),
                row.getString("zone"),
                row.getLocalDate("valid_from"),
                row.getLocalDate("valid_until"));
    }

    private static ExceptionLine toException(Row row) {
        return new ExceptionLine(
                row.getUUID("id"),
                row.getString("handle"),
                row.getString("team"),
                row.getLocalDate("day_off"),
                SqlTime.instantOrNull(row, "starts_at"),
                SqlTime.instantOrNull(row, "ends_at"));
    }

    /** What is planned. */
    public record Shifts(List<PatternLine> patterns, List<ExceptionLine> exceptions) {}

    /** A week's pattern. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PatternLine(
            UUID id,
            String handle,
            String team,
            List<Short> days,
            LocalTime from,
            LocalTime until,
            String zone,
            LocalDate validFrom,
            @Nullable LocalDate validUntil) {}

    /** A date off, or a stretch besides. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ExceptionLine(
            UUID id,
            String handle,
            String team,
            @Nullable LocalDate off,
            @Nullable Instant from,
            @Nullable Instant until) {}
}
