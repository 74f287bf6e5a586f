package org.ovoz.notify.shift.plan;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ovoz.notify.shift.roster.Roster;
import org.ovoz.notify.shift.roster.Stretch;
import org.ovoz.notify.shift.roster.WeeklyPattern;
import org.ovoz.notify.time.SqlTime;

/** What is agreed, as the database has it. */
final class RosterRows {

    private static final String PATTERNS = """
            SELECT days, begins, ends, zone, valid_from, valid_until FROM shift_pattern
            WHERE person = $1 AND team = $2 AND removed_at IS NULL""";
    private static final String EXCEPTIONS = """
            SELECT day_off, starts_at, ends_at FROM shift_exception
            WHERE person = $1 AND team = $2 AND removed_at IS NULL""";
    private static final String SETTLED = """
            SELECT d.starts_at, d.ends_at FROM duty d
            WHERE d.team = $2 AND d.swapped_at IS NOT NULL AND d.cancelled_at IS NULL AND d.ends_at > $3
                AND (d.person = $1 OR EXISTS (
                    SELECT 1 FROM duty_swap s WHERE s.duty = d.id AND s.offered_by = $1 AND s.accepted_at IS NOT NULL))""";

    private RosterRows() {}

    /** @param from the earliest that has a say in what is laid out: a duty that runs may begin where one ends that was swapped and is over */
    static Uni<Roster> read(SqlClient transaction, Planned planned, Instant from) {
        Tuple whose = Tuple.of(planned.person(), planned.team());
        Tuple whoseFrom = Tuple.of(planned.person(), planned.team(), SqlTime.of(from));
        List<WeeklyPattern> patterns = new ArrayList<>();
        Set<LocalDate> off = new HashSet<>();
        List<Stretch> extra = new ArrayList<>();
        List<Stretch> settled = new ArrayList<>();
        return transaction
                .preparedQuery(PATTERNS)
                .execute(whose)
                .invoke(rows -> rows.forEach(row -> patterns.add(toPattern(row))))
                .chain(() -> transaction.preparedQuery(EXCEPTIONS).execute(whose))
                .invoke(rows -> rows.forEach(row -> addException(row, off, extra)))
                .chain(() -> transaction.preparedQuery(SETTLED).execute(whoseFrom))
                .invoke(rows -> rows.forEach(row -> settled.add(toStretch(row))))
                .map(rows -> new Roster(patterns, off, extra, settled));
    }

    static WeeklyPattern toPattern(Row row) {
        return new WeeklyPattern(
                Stream.of(row.getArrayOfShorts("days")).map(DayOfWeek::of).collect(Collectors.toSet()),
                row.getLocalTime("begins"),
                row.getLocalTime("ends"),
                ZoneId.of(row.getString("zone")),
                row.getLocalDate("valid_from"),
                row.getLocalDate("valid_until"));
    }

    private static void addException(Row row, Set<LocalDate> off, List<Stretch> extra) {
        LocalDate day = row.getLocalDate("day_off");
        if (day == null) {
            extra.add(toStretch(row));
        } else {
            off.add(day);
        }
    }

    private static Stretch toStretch(Row row) {
        return new Stretch(SqlTime.instant(row, "starts_at"), SqlTime.instant(row, "ends_at"));
    }
}
