package org.ovoz.intake.conversation;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Lets the client keep {@link StoreStatement} prepared: by itself it keeps nothing longer than 2,048 characters, and then the server
 * reads and plans the statement for every message anew (RATIONALE.md).
 */
@Singleton
class PrepareLongStatements implements PgPoolCreator {

    @Override
    public Pool create(Input input) {
        input.pgConnectOptionsList()
                .forEach(options -> options.setPreparedStatementCacheSqlLimit(StoreStatement.SQL.length()));
        return PgBuilder.pool()
                .with(input.poolOptions())
                .connectingTo(List.copyOf(input.pgConnectOptionsList()))
                .using(input.vertx())
                .build();
    }
}
