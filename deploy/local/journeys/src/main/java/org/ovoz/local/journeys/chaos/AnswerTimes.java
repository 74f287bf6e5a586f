package org.ovoz.local.journeys.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.ovoz.local.journeys.chaos.ledger.Account;
import org.ovoz.local.journeys.chaos.ledger.SentText;

/** From when a text was due to its acknowledgement, in milliseconds: of all, and of those that were due while nothing was wrong. */
final class Latencies {
    private static final Duration AFTERMATH = Duration.ofSeconds(2);

    private Latencies() {}

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
        List<Long> millis = account.texts().stream()
                .filter(which)
                .map(SentText::latency)
                .flatMap(Optional::stream)
                .map(Duration::toMillis)
                .sorted()
                .toList();
        if (!millis.isEmpty()) {
            all.put(name + " p50", millis.get(millis.size() / 2));
            all.put(name + " p99", millis.get(Math.toIntExact(millis.size() * 99L / 100)));
        }
    }

    private static boolean isCalm(Account account, Instant due) {
        return account.faults().stream()
                .noneMatch(fault -> due.isAfter(fault.at().minus(AFTERMATH))
                        && due.isBefore(fault.works().plus(AFTERMATH)));
    }
}
