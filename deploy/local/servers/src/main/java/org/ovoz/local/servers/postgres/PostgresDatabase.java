package org.ovoz.local.servers.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import org.ovoz.local.servers.secrets.Secret;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * How to reach a database.
 *
 * @param url without the {@code jdbc:} in front, as reactive clients and libpq want it
 */
public record PostgresDatabase(String url, String user, Secret password) {

    /** A database of a cluster of this machine. */
    public static PostgresDatabase local(int port, String database, String user, Secret password) {
        return new PostgresDatabase("postgresql://localhost:" + port + "/" + database, user, password);
    }

    public String jdbcUrl() {
        return "jdbc:" + url;
    }

    public Connection connect() throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl());
        source.setUser(user);
        source.setPassword(password.value());
        source.setConnectTimeout(2);
        return source.getConnection();
    }
}
