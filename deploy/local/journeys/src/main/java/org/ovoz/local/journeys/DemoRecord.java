package org.ovoz.local.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.order.Orders;

/** What one run leaves for the next: which report it made, and a hash of what was sent. No text, no number. */
record DemoRecord(ReportId report, String textHash) {
    private static final String FILE = "demo-last.json";

    static DemoRecord of(ReportId report, String text) {
        return new DemoRecord(report, hash(text));
    }

    static Optional<DemoRecord> readFrom(Path directory) {
        Path file = directory.resolve(FILE);
        try {
            return Files.exists(file)
                    ? Optional.of(Json.read(Files.readString(file), DemoRecord.class))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void writeTo(Path directory) {
        try {
            Files.writeString(directory.resolve(FILE), Json.write(this));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isOf(List<String> texts) {
        return texts.stream().map(DemoRecord::hash).anyMatch(textHash::equals);
    }

    private static String hash(String text) {
        return Orders.bodyHash(text.getBytes(StandardCharsets.UTF_8));
    }
}
