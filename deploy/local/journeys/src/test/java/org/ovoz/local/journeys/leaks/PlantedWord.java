package org.ovoz.local.journeys.leaks;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.ovoz.local.journeys.running.RunningStack;

/** A word put into one place of each kind, in one disguise each; taken out again by {@link #close}. */
final class PlantedWord implements AutoCloseable {
    private static final String TOPIC = "planted";
    private static final List<String> FILES =
            List.of("logs/planted.log", "logs/planted.log.1", "tmp/planted", "data/keycloak/planted");

    private final RunningStack running;

    private PlantedWord(RunningStack running) {
        this.running = running;
    }

    static PlantedWord plant(RunningStack running, String word) throws Exception {
        PlantedWord planted = new PlantedWord(running);
        byte[] utf8 = word.getBytes(StandardCharsets.UTF_8);
        planted.sql(
                "CREATE TABLE planted (word bytea)",
                "INSERT INTO planted VALUES (convert_to('x" + word + "', 'UTF8'))",
                "CREATE TABLE removed (word text)",
                "INSERT INTO removed VALUES ('" + HexFormat.of().formatHex(utf8) + "')",
                "DROP TABLE removed");
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                TOPIC,
                word.getBytes(StandardCharsets.UTF_16BE),
                Base64.getEncoder().encode(utf8));
        record.headers().add("x" + word, new byte[0]);
        running.bus().publish(record);
        for (String file : FILES) {
            Files.writeString(planted.file(file), "+" + word);
        }
        return planted;
    }

    @Override
    public void close() throws Exception {
        running.bus().delete(TOPIC);
        sql("DROP TABLE IF EXISTS planted");
        for (String file : FILES) {
            Files.deleteIfExists(file(file));
        }
    }

    private Path file(String name) {
        return running.stack().directory().resolve(name);
    }

    private void sql(String... statements) throws SQLException {
        try (Connection desk = running.databases().desk();
                Statement statement = desk.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }
}
