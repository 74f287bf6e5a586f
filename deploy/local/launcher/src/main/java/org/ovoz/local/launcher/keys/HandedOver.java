package org.ovoz.local.launcher.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;

/** Waits in the directory into which somebody lays what the console has handed out. */
public record HandedOver(Path directory, LineFiles files) {

    /** Returns once everything that intake starts with is there. */
    public void await() {
        try (WatchService watching = directory.getFileSystem().newWatchService()) {
            directory.register(watching, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
            while (!files.belongTogether()) {
                WatchKey changed = watching.take();
                changed.pollEvents();
                changed.reset();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the line's files", e);
        }
    }
}
