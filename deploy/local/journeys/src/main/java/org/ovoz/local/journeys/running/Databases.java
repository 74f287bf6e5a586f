package org.ovoz.local.journeys.running;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The stack's databases, as {@code stack.json} has them. */
public record Databases(JsonNode written, Path secrets) {

    public Connection intake() {
        return connect("intake");
    }

    public Connection desk() {
        return connect("desk");
    }

    public Connection shred() {
        return connect("shred");
    }

    /** Everything that was written is in the clusters' files, not only in their logs. */
    public void checkpoint() {
        checkpoint("intake", "superuser-postgres");
        checkpoint("shred", "superuser-shred");
    }

    private void checkpoint(String name, String password) {
        String url = "jdbc:" + written.path(name).required("url").asText();
        try (Connection cluster =
                        DriverManager.getConnection(url, "postgres", Files.readString(secrets.resolve(password)));
                Statement statement = cluster.createStatement()) {
            statement.execute("CHECKPOINT");
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("no checkpoint of " + name, e);
        }
    }

    /** How many, or whatever else a statement counts. */
    public static long count(Connection database, String sql, Object... parameters) {
        return rows(database, row -> row.getLong(1), sql, parameters).getFirst();
    }

    /** The first column of every row, as text. */
    public static List<String> words(Connection database, String sql, Object... parameters) {
        return rows(database, row -> row.getString(1), sql, parameters);
    }

    /** What one row says. */
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    public static <T> List<T> rows(Connection database, RowReader<T> reader, String sql, Object... parameters) {
        try (PreparedStatement statement = prepare(database, sql, parameters);
                ResultSet result = statement.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(reader.read(result));
            }
            return rows;
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

    /** Where a database is and who gets in, for programs that are not told by JDBC. */
    public record Address(String host, int port, String name, String user, String password) {

        @Override
        public String toString() {
            return name + " at " + host + ":" + port;
        }
    }

    /** @param name intake, desk or shred */
    public Address address(String name) {
        JsonNode database = written.path(name);
        URI url = URI.create(database.required("url").asText());
        return new Address(
                url.getHost(),
                url.getPort(),
                url.getPath().substring(1),
                database.required("user").asText(),
                database.required("password").asText());
    }

    private Connection connect(String name) {
        Address at = address(name);
        try {
            return DriverManager.getConnection(
                    "jdbc:postgresql://" + at.host() + ":" + at.port() + "/" + at.name(), at.user(), at.password());
        } catch (SQLException e) {
            throw new IllegalStateException("no connection to database " + name, e);
        }
    }
}
