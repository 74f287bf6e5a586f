package org.ovoz.local.carrier.phones;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file with one line per text and per change of a text's status, so that the phones remember after a restart; without a
 * file it keeps nothing.
 */
public final class Journal implements AutoCloseable {
    private final @Nullable Path file;
    private final @Nullable JournalWriter writer;

    public Journal(@Nullable Path file) {
        this.file = file;
        this.writer = file == null ? null : new JournalWriter(file);
    }

    void read(BiConsumer<String, PhoneText> texts, Settled settled) {
        if (file == null || !Files.exists(file)) {
            return;
        }
        try (Stream<String> lines = Files.lines(file)) {
            lines.forEach(line -> readLine(line, texts, settled));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line that a killed process left unfinished is passed over. */
    private static void readLine(String line, BiConsumer<String, PhoneText> texts, Settled settled) {
        try {
            JsonObject json = new JsonObject(line);
            if (json.containsKey("text")) {
                texts.accept(json.getString("phone"), PhoneText.fromJson(json.getJsonObject("text")));
            } else {
                settled.settle(json.getString("phone"), json.getString("id"), json.getString("status"));
            }
        } catch (DecodeException unfinished) {
            System.err.println("carrier: a journal line could not be read and was passed over");
        }
    }

    void append(String phone, PhoneText text) {
        write(new JsonObject().put("phone", phone).put("text", text.toJson()));
    }

    void append(String phone, String id, String status) {
        write(new JsonObject().put("phone", phone).put("id", id).put("status", status));
    }

    private void write(JsonObject line) {
        if (writer != null) {
            writer.append(line.encode() + "\n");
        }
    }

    void clear() {
        if (writer != null) {
            writer.truncate();
        }
    }

    /** Returns once everything is in the file. */
    @Override
    public void close() {
        if (writer != null) {
            writer.close();
        }
    }

    /** Takes a change of a text's status. */
    interface Settled {
        void settle(String phone, String id, String status);
    }
}
