package org.ovoz.local.carrier.phones;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Writes on a thread of its own, whatever has come since the last write at once, so that nobody waits for the disk. A
 * killed process loses the last few milliseconds.
 */
final class JournalWriter implements AutoCloseable {
    private final Path file;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("journal").factory());
    private final Object lock = new Object();
    private StringBuilder pending;
    private boolean anew;
    private boolean due;

    JournalWriter(Path file) {
        this.file = file;
        this.pending = new StringBuilder(endsInTheMiddle(file) ? "\n" : "");
    }

    /** Whether a killed process left a line unfinished, which the next one must not continue. */
    private static boolean endsInTheMiddle(Path file) {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            if (bytes.length() == 0) {
                return false;
            }
            bytes.seek(bytes.length() - 1);
            return bytes.read() != '\n';
        } catch (IOException none) {
            return false;
        }
    }

    void append(String line) {
        synchronized (lock) {
            pending.append(line);
            wake();
        }
    }

    void truncate() {
        synchronized (lock) {
            pending = new StringBuilder();
            anew = true;
            wake();
        }
    }

    private void wake() {
        if (!due) {
            due = true;
            thread.execute(this::write);
        }
    }

    private void write() {
        String lines;
        boolean fromTheStart;
        synchronized (lock) {
            lines = pending.toString();
            fromTheStart = anew;
            pending = new StringBuilder();
            anew = false;
            due = false;
        }
        try {
            if (file.getParent() != null) {
                Files.createDirectories(file.getParent());
            }
            Files.write(
                    file,
                    lines.getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    fromTheStart ? StandardOpenOption.TRUNCATE_EXISTING : StandardOpenOption.APPEND);
        } catch (IOException e) {
            System.err.println("carrier: the journal could not be written: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
                System.err.println("carrier: the journal was not finished in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
