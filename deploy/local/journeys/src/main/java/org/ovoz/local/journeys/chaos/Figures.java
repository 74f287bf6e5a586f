package org.ovoz.local.journeys.chaos;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ovoz.contracts.Json;
import org.ovoz.local.journeys.chaos.judge.Column;
import org.ovoz.local.journeys.chaos.judge.Judge.Judged;
import org.ovoz.local.journeys.chaos.judge.Recovery;
import org.ovoz.local.journeys.chaos.ledger.Outcome;

/** The judgement as JSON; times in milliseconds. */
record Figures(ObjectNode json) {

    static Figures of(Judged judged) {
        ObjectNode all = Json.mapper().createObjectNode();
        all.put("seed", judged.account().began().seed());
        all.put("cores", Runtime.getRuntime().availableProcessors());
        all.put("texts", judged.account().texts().size());
        for (Outcome outcome : Outcome.values()) {
            all.put(outcome.name().toLowerCase(Locale.ROOT), judged.account().count(outcome));
        }
        for (Column column : Column.values()) {
            List<String> found = judged.verdict().found(column);
            all.withObject("/found").put(column.toString(), found.size());
            found.forEach(all.withObject("/findings").withArray(column.toString())::add);
        }
        all.put("sentAgain", judged.repeated());
        all.put("overtaken", judged.overtaken());
        AnswerTimes.of(judged.account())
                .forEach((name, millis) -> all.withObject("/latencyMillis").put(name, millis));
        judged.recoveries()
                .forEach(recovery -> recovery(all.withArray("/recoveries").addObject(), recovery));
        return new Figures(all);
    }

    private static void recovery(ObjectNode node, Recovery recovery) {
        node.put("fault", recovery.fault());
        put(node, "acknowledged", recovery.acknowledged());
        put(node, "published", recovery.published());
        put(node, "atTheDesk", recovery.applied());
        put(node, "works", Optional.of(recovery.works()));
    }

    private static void put(ObjectNode node, String name, Optional<Duration> time) {
        time.ifPresent(some -> node.put(name, some.toMillis()));
    }

    void write(Path file) {
        try {
            Files.writeString(file, json.toPrettyString() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
