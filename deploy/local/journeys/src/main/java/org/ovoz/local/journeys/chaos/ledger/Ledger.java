package org.ovoz.local.journeys.chaos.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.ovoz.contracts.Json;

/**
 * The ledger, append-only. That a text is about to be sent is on the disk before {@link #sending} returns; outcomes are written when
 * they are known and outlive the process, not the machine. Safe for any number of threads.
 */
public final class Ledger implements AutoCloseable {
    private final FileChannel file;
    private volatile Instant lastTaken = Instant.MIN;

    private Ledger(FileChannel file) {
        this.file = file;
    }

    /** @throws UncheckedIOException also when that file is there already */
    public static Ledger begin(Path path, Entry.Began began) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Ledger ledger = new Ledger(FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
            ledger.append(began, true);
            return ledger;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void sending(Entry.Sending sending) {
        append(sending, true);
    }

    public void settled(Entry.Settled settled) {
        append(settled, false);
        if (settled.outcome() == Outcome.OK) {
            taken(settled.asked());
        }
    }

    public void struck(Entry.Struck struck) {
        append(struck, false);
    }

    /** Whether a try that began after that moment was acknowledged. */
    public boolean tookOneAskedAfter(Instant moment) {
        return lastTaken.isAfter(moment);
    }

    private synchronized void taken(Instant asked) {
        lastTaken = asked.isAfter(lastTaken) ? asked : lastTaken;
    }

    private synchronized void append(Entry entry, boolean onDisk) {
        ByteBuffer line = ByteBuffer.wrap((Json.write(entry) + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            while (line.hasRemaining()) {
                file.write(line);
            }
            if (onDisk) {
                file.force(false);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the ledger cannot be written", e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
