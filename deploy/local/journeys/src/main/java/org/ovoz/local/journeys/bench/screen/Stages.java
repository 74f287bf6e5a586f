package org.ovoz.local.journeys.bench.screen;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import org.ovoz.local.journeys.measure.Latencies;
import org.ovoz.local.journeys.running.Databases;
import org.ovoz.local.journeys.running.RunningStack;

/** Where a text was how soon after its webhook's answer; what the services noted themselves is in their databases. */
final class Stages {
    private static final String PUBLISHED = "SELECT key, published_at FROM outbox WHERE topic = ? AND sequence = 1";
    private static final String RECEIVED = "SELECT key, received_at FROM inbox WHERE topic = ? AND sequence = 1";
    private static final String REPORTS = "ovoz.reports.v1";

    private Stages() {}

    static SequencedMap<String, Latencies> of(RunningStack running, List<FirstTexts.OnItsWay> texts)
            throws SQLException {
        SequencedMap<String, Latencies> stages = new LinkedHashMap<>();
        try (Connection intake = running.databases().intake();
                Connection desk = running.databases().desk()) {
            stages.put("told by intake", noted(intake, PUBLISHED, REPORTS, texts));
            stages.put("taken up by the desk", noted(desk, RECEIVED, REPORTS, texts));
            stages.put("told by the desk", noted(desk, PUBLISHED, "ovoz.desk.v1", texts));
        }
        stages.put("told to the page", since(texts, text -> text.row().told()));
        stages.put("in the page", since(texts, text -> text.row().changed()));
        stages.put("on screen", since(texts, text -> text.row().painted()));
        return stages;
    }

    private static Latencies noted(Connection database, String sql, String topic, List<FirstTexts.OnItsWay> texts) {
        Map<UUID, Double> noted = new HashMap<>();
        Databases.rows(
                database, row -> noted.put(UUID.fromString(row.getString(1)), millis(row.getTimestamp(2))), sql, topic);
        return since(texts, text -> noted.get(text.report()));
    }

    private static double millis(Timestamp time) {
        return time.getTime() + time.getNanos() % 1_000_000 / 1e6;
    }

    private static Latencies since(List<FirstTexts.OnItsWay> texts, ToDoubleFunction<FirstTexts.OnItsWay> when) {
        return Latencies.ofNanos(texts.stream()
                .mapToLong(text -> Math.round((when.applyAsDouble(text) - text.answered()) * 1e6))
                .toArray());
    }
}
