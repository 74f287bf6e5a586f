package org.ovoz.local.servers.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The one directory in which a local stack keeps everything: data, logs, pid files, secrets. */
public record LocalDirectory(Path root) {

    public LocalDirectory {
        root = root.toAbsolutePath().normalize();
    }

    public Path data(String name) {
        return in("data").resolve(name);
    }

    public Path log(String name) {
        return in("logs").resolve(name + ".log");
    }

    public Path pids() {
        return in("pids");
    }

    public Path pid(String name) {
        return pids().resolve(name + ".pid");
    }

    /** A directory of this name, made if it is not there. */
    public Path in(String name) {
        try {
            return Files.createDirectories(root.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
