package org.ovoz.local.journeys.chaos.judge;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ovoz.local.journeys.chaos.judge.facts.Rows;
import org.ovoz.local.journeys.chaos.ledger.Account;
import org.ovoz.local.journeys.chaos.ledger.Entry;
import org.ovoz.local.journeys.chaos.ledger.Outcome;
import org.ovoz.local.journeys.chaos.ledger.SentText;

/** Times to the first success after each fault, by the ledger and by what the services wrote down. */
final class ReadRecoveries {

    private ReadRecoveries() {}

    static List<Recovery> of(Account account, Connection intake, Connection desk) {
        List<Recovery> all = new ArrayList<>();
        for (Entry.Struck struck : account.faults()) {
            Instant over = struck.over();
            all.add(new Recovery(
                    struck.fault(),
                    acknowledged(account, over).map(at -> Duration.between(over, at)),
                    first(
                                    intake,
                                    "SELECT published_at FROM outbox WHERE occurred_at > ? AND published_at IS NOT NULL"
                                            + " ORDER BY published_at LIMIT 1",
                                    over)
                            .map(at -> Duration.between(over, at)),
                    first(
                                    desk,
                                    "SELECT settled_at FROM inbox WHERE occurred_at > ? AND state = 'applied'"
                                            + " ORDER BY settled_at LIMIT 1",
                                    over)
                            .map(at -> Duration.between(over, at)),
                    Duration.between(over, struck.works())));
        }
        return all;
    }

    private static Optional<Instant> acknowledged(Account account, Instant over) {
        return account.texts().stream()
                .map(SentText::settled)
                .flatMap(Optional::stream)
                .filter(end -> end.outcome() == Outcome.OK && end.asked().isAfter(over))
                .map(Entry.Settled::answered)
                .min(Comparator.naturalOrder());
    }

    private static Optional<Instant> first(Connection database, String sql, Instant over) {
        return Rows.of(database, sql, row -> row.time(1), over).stream()
                .filter(Objects::nonNull)
                .findFirst();
    }
}
