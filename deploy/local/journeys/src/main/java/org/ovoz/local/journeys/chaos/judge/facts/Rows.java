package org.ovoz.local.journeys.chaos.judge.facts;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.ovoz.local.journeys.running.Databases;

/** One row of a query, by the types that the judge reads; the parameters are moments. */
public final class Rows {
    private final ResultSet result;

    private Rows(ResultSet result) {
        this.result = result;
    }

    /** Makes something of the row at hand. */
    public interface Read<T> {
        T from(Rows row) throws SQLException;
    }

    public static <T> List<T> of(Connection database, String sql, Read<T> read, Instant... moments) {
        return Databases.rows(
                database,
                row -> read.from(new Rows(row)),
                sql,
                Stream.of(moments)
                        .map(moment -> moment.atOffset(ZoneOffset.UTC))
                        .toArray());
    }

    String string(int column) throws SQLException {
        return result.getString(column);
    }

    byte[] bytes(int column) throws SQLException {
        return result.getBytes(column);
    }

    long number(int column) throws SQLException {
        return result.getLong(column);
    }

    UUID uuid(int column) throws SQLException {
        return result.getObject(column, UUID.class);
    }

    public Instant time(int column) throws SQLException {
        return result.getObject(column, OffsetDateTime.class).toInstant();
    }
}
