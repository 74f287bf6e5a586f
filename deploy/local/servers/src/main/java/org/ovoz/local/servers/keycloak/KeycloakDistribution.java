package org.ovoz.local.servers.keycloak;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.ovoz.local.servers.process.Artifacts;
import org.ovoz.local.servers.process.UserCache;

/** Keycloak's own distribution, unpacked once per version and user. */
final class KeycloakDistribution {
    private KeycloakDistribution() {}

    static Path directory() {
        Path zip = Artifacts.listedBeside(KeycloakDistribution.class, "distribution.classpath")
                .getFirst();
        String name = zip.getFileName().toString().replace("-quarkus-dist", "").replace(".zip", "");
        return UserCache.directory(name, into -> unpack(zip, into));
    }

    private static void unpack(Path zip, Path into) throws IOException {
        try (InputStream in = Files.newInputStream(zip);
                ZipInputStream entries = new ZipInputStream(in)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                write(entries, entry, into);
            }
        }
    }

    private static void write(ZipInputStream entries, ZipEntry entry, Path into) throws IOException {
        Path named = Path.of(entry.getName());
        if (named.getNameCount() < 2 || entry.isDirectory()) {
            return;
        }
        Path target =
                into.resolve(named.subpath(1, named.getNameCount()).toString()).normalize();
        if (!target.startsWith(into)) {
            throw new IOException("an entry that leads outside: " + entry.getName());
        }
        Files.createDirectories(target.getParent());
        Files.copy(entries, target);
    }
}
