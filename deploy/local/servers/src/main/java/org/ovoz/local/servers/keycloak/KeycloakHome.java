package org.ovoz.local.servers.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.ovoz.local.servers.secrets.Secrets;

/** A home of our own: the programs are the cached distribution's, the data are the stack's. */
record KeycloakHome(Path directory) {
    private static final List<String> COPIED = List.of(
            "conf/keycloak.conf", "conf/cache-ispn.xml", "version.txt", "providers/README.md", "themes/README.md");

    void prepare(Path distribution, List<Path> realms) {
        try {
            for (String file : COPIED) {
                copy(distribution.resolve(file), directory.resolve(file));
            }
            link(distribution.resolve("lib"), directory.resolve("lib"));
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

    private static void link(Path to, Path link) throws IOException {
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, to);
    }
}
