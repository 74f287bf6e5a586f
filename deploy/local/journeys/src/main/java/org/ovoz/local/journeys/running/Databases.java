package org.ovoz.local.journeys.running;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The stack's databases, as {@code stack.json} has them. */
public record Databases(JsonNode written) {

    public Connection intake() {
        return connect("intake");
    }

    public Connection desk() {
        return connect("desk");
    }

    public Connection shred() {
        return connect("shred");
    }

    /** How many, or whatever else a statement counts. */
    public static long count(Connection database, String sql, Object... parameters) {
        return Long.parseLong(words(database, sql, parameters).getFirst());
    }

    /** The first column of every row, as text. */
    public static List<String> words(Connection database, String sql, Object... parameters) {
        try (PreparedStatement statement = prepare(database, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            List<String> words = new ArrayList<>();
            while (rows.next()) {
                words.add(rows.getString(1));
            }
            return words;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return how many rows it changed */
    public static int change(Connection database, String sql, Object... parameters) {
        try (PreparedStatement statement = prepare(database, sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PreparedStatement prepare(Connection database, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = database.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    private Connection connect(String name) {
        JsonNode database = written.path(name);
        try {
            return DriverManager.getConnection(
                    "jdbc:" + database.required("url").asText(),
                    database.required("user").asText(),
                    database.required("password").asText());
        } catch (SQLException e) {
            throw new IllegalStateException("no connection to database " + name, e);
        }
    }
}
