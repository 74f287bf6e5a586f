package org.ovoz.notify.directory.hours;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;

/** The openings of a week: checked, and kept in a table of {@code (owner, day_of_week, opens, closes)}. */
public final class WeeklyHours {

    private static final String CLEAR = "DELETE FROM %s WHERE %s = $1";
    private static final String FILL = """
            INSERT INTO %s (%s, day_of_week, opens, closes)
            SELECT $1, day, opens, closes FROM unnest($2::smallint[], $3::time[], $4::time[]) AS one (day, opens, closes)""";

    private final String clear;
    private final String fill;

    /**
     * @param table its name, a constant of the caller's
     * @param owner the column that says whose hours they are
     */
    public WeeklyHours(String table, String owner) {
        this.clear = CLEAR.formatted(table, owner);
        this.fill = FILL.formatted(table, owner);
    }

    /** Whether two of them overlap: then somebody mistyped, and nobody knows which was meant. */
    public static boolean clash(List<Opening> openings) {
        for (int i = 0; i < openings.size(); i++) {
            for (int j = i + 1; j < openings.size(); j++) {
                if (openings.get(i).overlaps(openings.get(j))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether one of them holds at this moment of a week, by the clock of their place. */
    public static boolean hold(List<Opening> openings, LocalDateTime local) {
        return openings.stream().anyMatch(one -> one.holds(local));
    }

    /**
     * Replaces all of the owner's.
     *
     * @param owner its id, of the type that the column has
     */
    public Uni<Void> write(SqlClient transaction, Object owner, List<Opening> openings) {
        Short[] days = openings.stream().map(one -> (short) one.day()).toArray(Short[]::new);
        LocalTime[] opens = openings.stream().map(Opening::opens).toArray(LocalTime[]::new);
        LocalTime[] closes = openings.stream().map(Opening::closes).toArray(LocalTime[]::new);
        return transaction
                .preparedQuery(clear)
                .execute(Tuple.of(owner))
                .chain(() -> transaction.preparedQuery(fill).execute(Tuple.of(owner, days, opens, closes)))
                .replaceWithVoid();
    }
}
