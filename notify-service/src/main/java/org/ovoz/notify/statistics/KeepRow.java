package org.ovoz.notify.statistics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.UUID;

/** Takes a row in the place of the one with its id, or takes that back. Either may be repeated. Who did it is kept nowhere. */
@ApplicationScoped
class KeepRow {

    private static final ZoneOffset EARLIEST = ZoneOffset.ofHours(14);
    private static final String KEEP = """
            INSERT INTO statistic_arrival (id, month, region, coded) VALUES ($1, $2, $3, $4)
            ON CONFLICT (id) DO UPDATE SET month = excluded.month, region = excluded.region, coded = excluded.coded""";

    private final Pool pool;
    private final ObjectMapper json;
    private final Clock clock;

    KeepRow(Pool pool, ObjectMapper json, Clock clock) {
        this.pool = pool;
        this.json = json;
        this.clock = clock;
    }

    /** @return false for a month that has not begun anywhere */
    Uni<Boolean> keep(UUID id, RowForm form) {
        if (YearMonth.parse(form.month()).isAfter(YearMonth.from(clock.instant().atOffset(EARLIEST)))) {
            return Uni.createFrom().item(false);
        }
        return write(Tuple.of(id, form.month(), form.region(), coded(form))).replaceWith(true);
    }

    Uni<Void> takeBack(UUID id) {
        return write(Tuple.of(id, null, null, null));
    }

    private Uni<Void> write(Tuple row) {
        return pool.preparedQuery(KEEP).execute(row).replaceWithVoid();
    }

    /** Written from what was read: what else was sent is left behind. */
    private JsonObject coded(RowForm form) {
        try {
            return new JsonObject(json.writeValueAsString(form.coded()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("codes cannot be written", impossible);
        }
    }
}
