package org.ovoz.local.servers.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.ovoz.local.servers.secrets.Secrets;

/** A home of our own: the programs are the cached distribution's, the data are the stack's. */
record KeycloakHome(Path directory) {
    private static final List<String> COPIED =
            List.of("conf/keycloak.conf", "conf/cache-ispn.xml", "version.txt", "providers/README.md");

    void prepare(Path distribution, List<Path> realms, Path themes) {
        try {
            for (String file : COPIED) {
                copy(distribution.resolve(file), directory.resolve(file));
            }
            link(distribution.resolve("lib"), directory.resolve("lib"));
            copyAll(themes, directory.resolve("themes"));
            for (Path realm : realms) {
                Secrets.write(directory.resolve("data/import").resolve(realm.getFileName()), Files.readString(realm));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path classPath() {
        return directory.resolve("lib/quarkus-run.jar");
    }

    private static void copy(Path from, Path to) throws IOException {
        if (Files.exists(from)) {
            Files.createDirectories(to.getParent());
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void copyAll(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private static void link(Path to, Path link) throws IOException {
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, to);
    }
}
