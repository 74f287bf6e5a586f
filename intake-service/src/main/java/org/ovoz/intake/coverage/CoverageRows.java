package org.ovoz.intake.coverage;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.LanguageTag;
import org.ovoz.contracts.coverage.LanguageCoverage;

/** The last statement of each language, as intake's own database keeps it. */
@Singleton
class CoverageRows {

    private static final String STATEMENT = """
            INSERT INTO language_coverage AS c (language, read_now, next_from, until, said_at) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (language) DO UPDATE SET read_now = excluded.read_now, next_from = excluded.next_from,
              until = excluded.until, said_at = excluded.said_at
            WHERE c.said_at < excluded.said_at""";

    private static final String REFUSAL =
            "INSERT INTO coverage_refusal (partition, record_offset, reason, at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING";

    private final Pool pool;
    private final Clock clock;

    CoverageRows(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    Uni<List<LanguageCoverage>> all() {
        return pool.query("SELECT language, read_now, next_from, until, said_at FROM language_coverage")
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(CoverageRows::read)
                        .toList());
    }

    /** False for a statement that is not newer than what is known. */
    Uni<Boolean> keep(LanguageCoverage said) {
        return pool.preparedQuery(STATEMENT)
                .execute(Tuple.of(
                        said.language().value(),
                        said.readNow(),
                        stored(said.nextFrom()),
                        stored(said.until()),
                        stored(said.at())))
                .map(kept -> kept.rowCount() == 1);
    }

    Uni<Void> refuse(int partition, long offset, String reason) {
        return pool.preparedQuery(REFUSAL)
                .execute(Tuple.of(partition, offset, reason, stored(clock.instant())))
                .replaceWithVoid();
    }

    private static LanguageCoverage read(Row row) {
        return new LanguageCoverage(
                new LanguageTag(row.getString("language")),
                row.getBoolean("read_now"),
                instant(row, "next_from"),
                instant(row, "until"),
                row.getOffsetDateTime("said_at").toInstant());
    }

    private static @Nullable Instant instant(Row row, String column) {
        @Nullable OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime stored(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
