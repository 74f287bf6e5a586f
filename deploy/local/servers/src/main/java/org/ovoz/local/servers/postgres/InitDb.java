package org.ovoz.local.servers.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.ovoz.local.servers.process.LocalDirectory;
import org.ovoz.local.servers.process.ServiceFailed;
import org.ovoz.local.servers.process.UserCache;
import org.ovoz.local.servers.secrets.Secret;
import org.ovoz.local.servers.secrets.Secrets;

/** Makes a cluster where there is none; an interrupted attempt leaves nothing that looks like one. */
final class InitDb {
    private InitDb() {}

    static void ifMissing(String name, LocalDirectory directory, Secret superuserPassword) {
        Path data = directory.data(name);
        if (Files.exists(data.resolve("PG_VERSION"))) {
            return;
        }
        Path half = directory.data(name + ".new");
        Path passwordFile = directory.data(name + ".password");
        try {
            UserCache.deleteTree(half);
            Secrets.write(passwordFile, superuserPassword.value() + "\n");
            run(name, directory, half, passwordFile);
            Files.move(half, data, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            forget(passwordFile);
        }
    }

    private static void run(String name, LocalDirectory directory, Path data, Path passwordFile) throws IOException {
        Path log = directory.log(name + "-initdb");
        List<String> command = List.of(
                PostgresBinaries.directory().resolve("bin/initdb").toString(),
                "--pgdata=" + data,
                "--username=" + PostgresServer.SUPERUSER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums");
        try {
            int status = new ProcessBuilder(Unprivileged.command(command))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new ServiceFailed(name, "could not be initialised (status " + status + ")", log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceFailed(name, "was interrupted while it was initialised", log);
        }
    }

    private static void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
