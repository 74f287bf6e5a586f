package org.ovoz.local.servers.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Unpacked distributions, kept for all runs and all checkouts of this user: {@code ~/.cache/ovoz}. */
public final class UserCache {
    private UserCache() {}

    /** Fills an empty directory. */
    public interface Filling {
        void fill(Path directory) throws IOException;
    }

    /** The directory of this name; made whole or not at all, also when several processes come at once. */
    public static Path directory(String name, Filling filling) {
        Path wanted = root().resolve(name);
        if (Files.isDirectory(wanted)) {
            return wanted;
        }
        try {
            Files.createDirectories(root());
            Path half = Files.createTempDirectory(root(), name + ".");
            filling.fill(half);
            settle(half, wanted);
            return wanted;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void settle(Path half, Path wanted) throws IOException {
        try {
            Files.move(half, wanted, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException anotherWasFaster) {
            deleteTree(half);
            if (!Files.isDirectory(wanted)) {
                throw anotherWasFaster;
            }
        }
    }

    public static void deleteTree(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static Path root() {
        return Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .filter(home -> !home.isBlank())
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"))
                .resolve("ovoz");
    }
}
