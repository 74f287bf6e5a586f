package org.ovoz.local.launcher.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.ovoz.contracts.Json;

/**
 * How long the start took and what it holds in memory.
 *
 * @param cold whether this was the first start on its directory
 */
record Figures(boolean cold, Duration total, Map<String, Duration> took, Map<String, Long> mebibytes) {

    void write(Path file) {
        ObjectNode all = Json.mapper().createObjectNode();
        all.put("start", cold ? "cold" : "warm");
        all.put("seconds", seconds(total));
        all.put(
                "mebibytes",
                mebibytes.values().stream().mapToLong(Long::longValue).sum());
        all.put("java", Runtime.version().toString());
        all.put("cores", Runtime.getRuntime().availableProcessors());
        took.keySet().stream().sorted().forEach(name -> {
            ObjectNode part = all.withObject("/parts/" + name);
            part.put("seconds", seconds(took.getOrDefault(name, Duration.ZERO)));
            part.put("mebibytes", mebibytes.getOrDefault(name, 0L));
        });
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, all.toPrettyString() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static double seconds(Duration duration) {
        return Math.round(duration.toMillis() / 100.0) / 10.0;
    }
}
