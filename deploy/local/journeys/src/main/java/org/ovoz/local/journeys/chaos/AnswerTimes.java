package org.ovoz.local.journeys.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.ovoz.local.journeys.chaos.ledger.Account;
import org.ovoz.local.journeys.chaos.ledger.SentText;
import org.ovoz.local.journeys.measure.Latencies;

/** From when a text was due to its acknowledgement, in milliseconds: of all, and of those that were due while nothing was wrong. */
final class AnswerTimes {
    private static final Duration AFTERMATH = Duration.ofSeconds(2);

    private AnswerTimes() {}

    static Map<String, Long> of(Account account) {
        Map<String, Long> all = new LinkedHashMap<>();
        add(all, "all", account, text -> true);
        add(
                all,
                "between faults",
                account,
                text -> isCalm(account, text.sending().due()));
        return all;
    }

    private static void add(Map<String, Long> all, String name, Account account, Predicate<SentText> which) {
        long[] nanos = account.texts().stream()
                .filter(which)
                .map(SentText::latency)
                .flatMap(Optional::stream)
                .mapToLong(Duration::toNanos)
                .toArray();
        if (nanos.length > 0) {
            Latencies latencies = Latencies.ofNanos(nanos);
            all.put(name + " p50", latencies.at(0.5).toMillis());
            all.put(name + " p99", latencies.at(0.99).toMillis());
        }
    }

    private static boolean isCalm(Account account, Instant due) {
        return account.faults().stream()
                .noneMatch(fault -> due.isAfter(fault.at().minus(AFTERMATH))
                        && due.isBefore(fault.works().plus(AFTERMATH)));
    }
}
