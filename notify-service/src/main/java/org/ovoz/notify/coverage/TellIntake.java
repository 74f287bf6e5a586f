package org.ovoz.notify.coverage;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.LanguageTag;
import org.ovoz.contracts.coverage.LanguageCoverage;
import org.ovoz.notify.coverage.map.NextRead;
import org.ovoz.notify.outbox.CoverageOutbox;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;

/** Says of each language when it is read, when that changes and once a day; of one that no team reads any more, that nobody does. */
@ApplicationScoped
class TellIntake {

    private static final String SAID = "SELECT language, read_now, next_from, until_at, said_at FROM language_coverage";
    private static final String SAY = """
            INSERT INTO language_coverage (language, read_now, next_from, until_at, said_at) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (language) DO UPDATE SET read_now = excluded.read_now, next_from = excluded.next_from,
                until_at = excluded.until_at, said_at = excluded.said_at""";

    private final CoverageOutbox outbox;
    private final CoverageSettings settings;

    TellIntake(CoverageOutbox outbox, CoverageSettings settings) {
        this.outbox = outbox;
        this.settings = settings;
    }

    Uni<Void> tell(Transaction transaction, Map<LanguageTag, NextRead> languages, Instant now) {
        return transaction.connection().query(SAID).execute().chain(rows -> {
            Map<String, Said> said = new HashMap<>();
            rows.forEach(row -> said.put(row.getString("language"), toSaid(row)));
            Map<String, NextRead> all = new TreeMap<>();
            said.keySet().forEach(language -> all.put(language, NextRead.NEVER));
            languages.forEach((language, next) -> all.put(language.value(), next));
            return Multi.createFrom()
                    .iterable(all.entrySet())
                    .filter(one -> isNews(said.get(one.getKey()), one.getValue(), now))
                    .onItem()
                    .transformToUniAndConcatenate(one -> say(transaction, one.getKey(), one.getValue(), now))
                    .collect()
                    .last()
                    .replaceWithVoid();
        });
    }

    private boolean isNews(@Nullable Said said, NextRead next, Instant now) {
        return said == null
                || !said.next().equals(micros(next))
                || !said.at().plus(settings.saidAgainAfter()).isAfter(now);
    }

    private Uni<Void> say(Transaction transaction, String language, NextRead next, Instant now) {
        LanguageCoverage coverage =
                new LanguageCoverage(new LanguageTag(language), next.readNow(), next.nextFrom(), next.until(), now);
        return transaction
                .connection()
                .preparedQuery(SAY)
                .execute(Tuple.of(language, next.readNow(), time(next.nextFrom()), time(next.until()), SqlTime.of(now)))
                .chain(() -> outbox.tell(transaction, coverage));
    }

    private static Said toSaid(Row row) {
        return new Said(
                new NextRead(
                        row.getBoolean("read_now"),
                        SqlTime.instantOrNull(row, "next_from"),
                        SqlTime.instantOrNull(row, "until_at")),
                SqlTime.instant(row, "said_at"));
    }

    /** As the database keeps them. */
    private static NextRead micros(NextRead next) {
        return new NextRead(next.readNow(), micros(next.nextFrom()), micros(next.until()));
    }

    private static @Nullable Instant micros(@Nullable Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS);
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : SqlTime.of(instant);
    }

    private record Said(NextRead next, Instant at) {}
}
