package org.ovoz.local.journeys.running;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

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
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
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
