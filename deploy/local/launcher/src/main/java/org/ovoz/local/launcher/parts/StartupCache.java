package org.ovoz.local.launcher.parts;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A packaged service's ahead-of-time cache (JEP 483, 514): classes as they were read and linked in a training run, so that
 * the next start does not do it again. Java ignores one that does not fit its jar any more. Before JDK 25 there is none.
 */
record StartupCache(Path application) {
    private static final boolean KNOWN = Runtime.version().feature() >= 25;

    /** What the service's Java is told: to use what there is, or in a training run to write it when it ends. */
    List<String> options(boolean training) {
        Path cache = application.resolve("app.aot");
        if (KNOWN && training) {
            return List.of("-XX:AOTCacheOutput=" + cache);
        }
        return KNOWN && Files.exists(cache) ? List.of("-XX:AOTCache=" + cache) : List.of();
    }
}
