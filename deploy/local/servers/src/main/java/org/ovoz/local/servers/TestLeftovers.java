package org.ovoz.local.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.ovoz.local.servers.process.Pids;
import org.ovoz.local.servers.process.StopSignal;
import org.ovoz.local.servers.process.UserCache;

/** Temporary directories of test runs, each with the pid of the JVM it belongs to. */
final class TestLeftovers {
    private static final String PREFIX = "ovoz-test-";
    private static final String OWNER = "owner";
    private static final Path TEMP = Path.of(System.getProperty("java.io.tmpdir"));

    private TestLeftovers() {}

    static Path newDirectory() {
        try {
            Path directory = Files.createTempDirectory(TEMP, PREFIX);
            Pids.write(directory.resolve(OWNER), ProcessHandle.current(), StopSignal.TERM);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> clear(directory), "stop test servers"));
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops the servers and removes the files of test runs whose JVM is gone. */
    static void remove() {
        try (Stream<Path> entries = Files.list(TEMP)) {
            List<Path> abandoned = entries.filter(TestLeftovers::isAbandoned).toList();
            abandoned.forEach(TestLeftovers::clear);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void clear(Path directory) {
        Pids.stopLeftovers(directory.resolve("pids"), List.of(), Duration.ofSeconds(5));
        try {
            UserCache.deleteTree(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isAbandoned(Path directory) {
        Path owner = directory.resolve(OWNER);
        return directory.getFileName().toString().startsWith(PREFIX)
                && Files.exists(owner)
                && Pids.alive(owner).isEmpty();
    }
}
