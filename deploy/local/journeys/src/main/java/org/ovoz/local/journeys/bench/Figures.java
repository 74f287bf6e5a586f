package org.ovoz.local.journeys.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ovoz.contracts.Json;
import org.ovoz.local.journeys.measure.Latencies;

/** What was measured, as a table and as JSON; times in milliseconds. */
final class Figures {
    private final ObjectNode json = Json.mapper().createObjectNode();
    private final StringBuilder table = new StringBuilder();
    private final List<Double> ratios = new ArrayList<>();

    Figures() {
        json.put("cores", Runtime.getRuntime().availableProcessors());
        json.put("java", Runtime.version().toString());
    }

    void live(Latencies latencies) {
        latencies(json.putObject("webhookToLiveQueue"), latencies);
        line("first text to the live queue, %d at 5/s: p50 %.1f ms, p99 %.1f ms"
                .formatted(latencies.count(), millis(latencies, 0.5), millis(latencies, 0.99)));
    }

    void acknowledgement(Histogram kafka, Load.Measured sent) {
        ObjectNode rate = json.withArray("/commitToKafka").addObject();
        rate.put("perSecond", Math.round(sent.perSecond()))
                .put("p50AtMost", kafka.millisAt(0.5))
                .put("p99AtMost", kafka.millisAt(0.99));
        latencies(rate.putObject("texts"), sent.latencies());
        line("COMMIT to Kafka's acknowledgement at %.0f/s: p50 at most %.0f ms, p99 at most %.0f ms"
                .formatted(sent.perSecond(), kafka.millisAt(0.5), kafka.millisAt(0.99)));
        line("texts at that rate, from when they were due: p50 %.1f ms, p99 %.1f ms"
                .formatted(millis(sent.latencies(), 0.5), millis(sent.latencies(), 0.99)));
    }

    void round(Load.Measured intake, double pgbench) {
        double ratio = intake.perSecond() / pgbench;
        ratios.add(ratio);
        ObjectNode round = json.withArray("/rounds").addObject();
        round.put("intakePerSecond", Math.round(intake.perSecond()))
                .put("pgbenchPerSecond", Math.round(pgbench))
                .put("ratio", rounded(ratio))
                .put("p50", millis(intake.latencies(), 0.5))
                .put("p99", millis(intake.latencies(), 0.99));
        line("reports opened by text %.0f/s (p50 %.1f ms, p99 %.1f ms), pgbench the same rows %.0f/s: ratio %.2f"
                .formatted(
                        intake.perSecond(),
                        millis(intake.latencies(), 0.5),
                        millis(intake.latencies(), 0.99),
                        pgbench,
                        ratio));
    }

    String table() {
        return table + String.format(Locale.ROOT, "ratio, median of the rounds: %.2f%n", ratio());
    }

    private double ratio() {
        List<Double> sorted = ratios.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    void write(Path file) {
        json.put("ratio", rounded(ratio()));
        try {
            Files.writeString(file, json.toPrettyString() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void latencies(ObjectNode into, Latencies latencies) {
        into.put("count", latencies.count()).put("p50", millis(latencies, 0.5)).put("p99", millis(latencies, 0.99));
    }

    private void line(String text) {
        table.append(text).append('\n');
    }

    private static double millis(Latencies latencies, double share) {
        return latencies.at(share).toNanos() / 100_000 / 10.0;
    }

    private static double rounded(double ratio) {
        return Math.round(ratio * 100) / 100.0;
    }
}
