package org.ovoz.intake.setting;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ovoz.local.servers.TestServers;

/** A look into a database, past intake, over one connection of its own. */
public enum Sql {
    INTAKE("intake"),
    SHRED("shred");

    private final String name;
    private @Nullable Connection connection;

    Sql(String name) {
        this.name = name;
    }

    /** The first column of each row. */
    public synchronized List<String> read(String sql, Object... values) {
        try (PreparedStatement statement = prepare(sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<String> read = new ArrayList<>();
            while (rows.next()) {
                read.add(rows.getString(1));
            }
            return read;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of the one row. */
    public String one(String sql, Object... values) {
        List<String> read = read(sql, values);
        if (read.size() != 1) {
            throw new AssertionError(read.size() + " rows: " + sql);
        }
        return read.getFirst();
    }

    public synchronized int change(String sql, Object... values) {
        try (PreparedStatement statement = prepare(sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private PreparedStatement prepare(String sql, Object... values) throws SQLException {
        if (connection == null) {
            connection = TestServers.database(name).connect();
        }
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
