package org.ovoz.local.journeys.chaos.judge.facts;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The rows of a query; its parameters are moments. */
public final class Rows {
    private final ResultSet result;

    private Rows(ResultSet result) {
        this.result = result;
    }

    /** Makes something of the row at hand. */
    public interface Read<T> {
        T from(Rows row) throws SQLException;
    }

    public static <T> List<T> of(Connection database, String sql, Read<T> read, Instant... moments)
            throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            for (int i = 0; i < moments.length; i++) {
                statement.setObject(i + 1, moments[i].atOffset(ZoneOffset.UTC));
            }
            List<T> all = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                Rows rows = new Rows(result);
                while (result.next()) {
                    all.add(read.from(rows));
                }
            }
            return all;
        }
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
