package org.ovoz.local.journeys.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.ovoz.local.journeys.desk.LiveQueue;
import org.ovoz.local.journeys.desk.ResponderSession;
import org.ovoz.local.journeys.measure.Latencies;
import org.ovoz.local.journeys.stack.LookupKey;
import org.ovoz.local.journeys.web.Await;

/** From when a first text was due to its case in the live queue of a responder. */
final class LiveLatency {
    private static final Duration WITHIN = Duration.ofSeconds(60);
    private static final String REPORTS = "SELECT id_hmac, report_id FROM carrier_message WHERE id_hmac = ANY (?)";

    private final ResponderSession responder;
    private final Connection intake;
    private final LookupKey lookup;

    LiveLatency(ResponderSession responder, Connection intake, LookupKey lookup) {
        this.responder = responder;
        this.intake = intake;
        this.lookup = lookup;
    }

    Latencies of(List<Texts.Sent> opening, Load load, double perSecond) throws SQLException {
        Map<UUID, Long> shown = new ConcurrentHashMap<>();
        try (LiveQueue queue =
                responder.follow(view -> shown.putIfAbsent(view.id().value(), System.nanoTime()))) {
            Load.Measured sent =
                    load.atRate(opening.stream().map(Texts.Sent::request).toList(), perSecond);
            List<UUID> reports = reports(opening);
            Await.until(
                    "all of them in the live queue",
                    WITHIN,
                    () -> Optional.of(shown.keySet().containsAll(reports)).filter(all -> all));
            return Latencies.ofNanos(IntStream.range(0, reports.size())
                    .mapToLong(n -> Objects.requireNonNull(shown.get(reports.get(n))) - sent.dueNanos()[n])
                    .toArray());
        }
    }

    /** In the order of the texts. */
    private List<UUID> reports(List<Texts.Sent> texts) throws SQLException {
        List<String> hashes =
                texts.stream().map(text -> lookup.hash(text.message())).toList();
        Map<String, UUID> reports = new HashMap<>();
        try (PreparedStatement statement = intake.prepareStatement(REPORTS)) {
            statement.setArray(1, intake.createArrayOf("text", hashes.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    reports.put(row.getString(1), row.getObject(2, UUID.class));
                }
            }
        }
        return hashes.stream()
                .map(hash -> Optional.ofNullable(reports.get(hash)).orElseThrow())
                .toList();
    }
}
