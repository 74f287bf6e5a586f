package org.ovoz.local.servers.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A server did not come up. The message carries the end of its log. */
public final class ServiceFailed extends RuntimeException {
    private static final int LINES = 15;

    public ServiceFailed(String name, String what, Path log) {
        super(name + " " + what + "; its log, " + log + ", ends with:" + end(log));
    }

    private static String end(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            List<String> last = lines.subList(Math.max(0, lines.size() - LINES), lines.size());
            return "\n    " + String.join("\n    ", last);
        } catch (IOException unreadable) {
            return " (unreadable)";
        }
    }
}
