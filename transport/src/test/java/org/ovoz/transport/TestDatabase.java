package org.ovoz.transport;

import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.StreamSupport;
import org.flywaydb.core.Flyway;
import org.ovoz.local.servers.TestServers;
import org.ovoz.local.servers.postgres.PostgresDatabase;

/** A real database with the transport's tables, migrated as the services do it. */
public final class TestDatabase {

    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

    static {
        FLYWAY.setLevel(Level.WARNING);
    }

    private TestDatabase() {}

    public static Pool migrated(String name) {
        PostgresDatabase database = TestServers.database(name);
        Flyway.configure()
                .dataSource(
                        database.jdbcUrl(), database.user(), database.password().value())
                .locations("classpath:db/transport")
                .load()
                .migrate();
        return pool(database);
    }

    public static Pool pool(PostgresDatabase database) {
        PgConnectOptions options = PgConnectOptions.fromUri(database.url())
                .setUser(database.user())
                .setPassword(database.password().value())
                .setCachePreparedStatements(true);
        return PgBuilder.pool()
                .connectingTo(options)
                .with(new PoolOptions().setMaxSize(8))
                .build();
    }

    public static List<Row> rows(Pool pool, String sql) {
        return StreamSupport.stream(pool.query(sql).executeAndAwait().spliterator(), false)
                .toList();
    }

    public static long number(Pool pool, String sql) {
        return rows(pool, sql).getFirst().getLong(0);
    }
}
