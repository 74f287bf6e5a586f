package org.ovoz.local.journeys.leaks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.ovoz.local.journeys.Journey;
import org.ovoz.local.journeys.running.RunningStack;

/** What a reporter wrote, what was answered and the number are nowhere but on phones and in sealed containers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TheFirewallIT {
    private final RunningStack running = RunningStack.shared();
    private Journey.Played played;
    private LeakSearch search;

    @BeforeAll
    void somethingWasReportedAndAnswered() {
        played =
                new Journey(running.stack(), Clock.systemUTC(), new PrintStream(PrintStream.nullOutputStream())).play();
        search = new LeakSearch(Map.of(
                "the report's text", played.text(),
                "the report's last words", lastWords(played.text()),
                "the answer", played.answer(),
                "the number", played.reporter().substring(1),
                "the national number", played.reporter().substring(2)));
    }

    @Test
    void noTableNoTopicNoLogHoldsIt() throws Exception {
        Map<String, byte[]> everything = everything();
        assertThat(everything).hasSizeGreaterThan(20).containsKeys("topic ovoz.reports.v1", "topic ovoz.desk.v1");
        assertThat(found(everything)).isEmpty();
    }

    @Test
    void andWereItThereItWouldBeFound() throws Exception {
        Path log = running.logs().resolve("planted.log");
        try (Connection desk = running.databases().desk();
                Statement statement = desk.createStatement()) {
            statement.execute("CREATE TABLE planted (word bytea)");
            statement.execute("INSERT INTO planted VALUES (convert_to('x" + played.text() + "', 'UTF8'))");
            Files.writeString(log, "+" + played.reporter().substring(1));
            running.bus()
                    .publish(new ProducerRecord<>(
                            "planted",
                            Base64.getEncoder().encode(played.answer().getBytes(StandardCharsets.UTF_8))));
            assertThat(found(everything()))
                    .contains(
                            "the report's text as plain in table desk.public.planted",
                            "the answer as base64 at 0 in topic planted",
                            "the number as plain in log planted.log");
        } finally {
            clear(log);
        }
    }

    private void clear(Path log) throws IOException, SQLException {
        Files.deleteIfExists(log);
        running.bus().delete("planted");
        try (Connection desk = running.databases().desk();
                Statement statement = desk.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS planted");
        }
    }

    private List<String> found(Map<String, byte[]> everything) {
        return everything.entrySet().stream()
                .flatMap(place -> search.in(place.getKey(), place.getValue()).stream())
                .toList();
    }

    private Map<String, byte[]> everything() throws Exception {
        Map<String, byte[]> everything = new LinkedHashMap<>();
        try (Connection intake = running.databases().intake();
                Connection desk = running.databases().desk();
                Connection shred = running.databases().shred()) {
            for (Connection database : List.of(intake, desk, shred)) {
                TableDump.of(database).forEach((table, rows) -> everything.put("table " + table, rows));
            }
        }
        TopicDump.of(running.bus()).forEach((topic, records) -> everything.put("topic " + topic, records));
        try (Stream<Path> logs = Files.list(running.logs())) {
            for (Path log : logs.toList()) {
                everything.put("log " + log.getFileName(), Files.readAllBytes(log));
            }
        }
        return everything;
    }

    private static String lastWords(String text) {
        return text.substring(text.length() - 24);
    }
}
