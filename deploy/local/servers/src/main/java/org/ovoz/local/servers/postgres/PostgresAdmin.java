package org.ovoz.local.servers.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;
import org.ovoz.local.servers.secrets.Secret;

/** What the superuser of a local cluster does: databases and roles. */
public record PostgresAdmin(int port, PostgresDatabase maintenance) {
    private static final Pattern PLAIN = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    /** The administration of a cluster that runs already, perhaps started by somebody else. */
    public static PostgresAdmin of(int port, Secret superuserPassword) {
        return new PostgresAdmin(
                port, PostgresDatabase.local(port, "postgres", PostgresServer.SUPERUSER, superuserPassword));
    }

    /** A database and a role that owns it, both of this name; nobody else may connect to it. */
    public PostgresDatabase database(String name, Secret password) {
        return database(name, name, password);
    }

    public PostgresDatabase database(String name, String role, Secret password) {
        try (Connection connection = maintenance.connect()) {
            if (!exists(connection, "select 1 from pg_roles where rolname = ?", role)) {
                run(connection, "create role " + plain(role) + " login");
            }
            run(connection, "alter role " + plain(role) + " password " + literal(password));
            if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
                run(connection, "create database " + plain(name) + " owner " + plain(role));
                run(connection, "revoke all on database " + plain(name) + " from public");
            }
            return PostgresDatabase.local(port, name, role, password);
        } catch (SQLException e) {
            throw new IllegalStateException("database " + name + " could not be made", e);
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String plain(String name) {
        if (!PLAIN.matcher(name).matches()) {
            throw new IllegalArgumentException("not a plain name: " + name);
        }
        return name;
    }

    private static String literal(Secret secret) {
        return "'" + secret.value().replace("'", "''") + "'";
    }
}
