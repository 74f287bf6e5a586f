package org.ovoz.local.servers.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Pid files that survive a kill -9 of whoever started the processes. A file holds the pid, the process's start time and
 * the signal that stops it; a number that the system gave to another process since is thereby told apart and left alone.
 */
public final class Pids {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    /** Linux counts start times from the boot time, which the clock's corrections move a little. */
    private static final Duration SLACK = Duration.ofSeconds(3);

    private Pids() {}

    public static void write(Path file, ProcessHandle process, StopSignal signal) {
        Instant started = process.info().startInstant().orElse(Instant.EPOCH);
        try {
            Files.writeString(file, process.pid() + " " + started.toEpochMilli() + " " + signal);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process of this file, if it is still the same one and alive. */
    public static Optional<ProcessHandle> alive(Path file) {
        return entry(file).flatMap(Entry::process);
    }

    /**
     * Stops what the files of this directory still name and removes the files.
     *
     * @param order names of those to stop first, a group at once and after the other; the rest follows, all at once
     * @param grace how long each group has to end before it is killed
     * @return the names of what was found alive
     */
    public static List<String> stopLeftovers(Path directory, List<List<String>> order, Duration grace) {
        List<String> found = new ArrayList<>();
        for (List<String> group : order) {
            List<Path> files =
                    group.stream().map(name -> directory.resolve(name + ".pid")).toList();
            found.addAll(stop(files, grace));
        }
        found.addAll(stop(pidFiles(directory), grace));
        return found;
    }

    private static List<String> stop(List<Path> files, Duration grace) {
        List<String> found = new ArrayList<>();
        List<ProcessHandle> stopping = new ArrayList<>();
        for (Path file : files) {
            entry(file)
                    .ifPresent(entry -> entry.process().ifPresent(process -> {
                        entry.signal().send(process);
                        stopping.add(process);
                        found.add(file.getFileName().toString().replace(".pid", ""));
                    }));
        }
        long deadline = System.nanoTime() + grace.toNanos();
        stopping.forEach(process -> awaitEnd(process, Duration.ofNanos(deadline - System.nanoTime())));
        files.forEach(Pids::delete);
        return found;
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits as long as given, then kills. */
    static void awaitEnd(ProcessHandle process, Duration grace) {
        if (!ended(process, grace)) {
            process.destroyForcibly();
            ended(process, Duration.ofSeconds(5));
        }
    }

    private static boolean ended(ProcessHandle process, Duration within) {
        long deadline = System.nanoTime() + within.toNanos();
        while (!hasEnded(process)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            try {
                process.onExit().get(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException | ExecutionException e) {
                continue;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return hasEnded(process);
            }
        }
        return true;
    }

    /** Also when whoever adopted it from a killed launcher takes some seconds to notice (Linux: state Z). */
    static boolean hasEnded(ProcessHandle process) {
        try {
            String state = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
            return state.startsWith(") Z", state.lastIndexOf(')'));
        } catch (IOException noSuchFile) {
            return !process.isAlive();
        }
    }

    private static List<Path> pidFiles(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(f -> f.toString().endsWith(".pid")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Entry> entry(Path file) {
        try {
            String[] fields = Files.readString(file).trim().split(" ");
            if (fields.length != 3) {
                return Optional.empty();
            }
            return Optional.of(new Entry(
                    Long.parseLong(fields[0]),
                    Instant.ofEpochMilli(Long.parseLong(fields[1])),
                    StopSignal.valueOf(fields[2])));
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private record Entry(long pid, Instant started, StopSignal signal) {
        Optional<ProcessHandle> process() {
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(p -> p.info().startInstant().filter(this::same).isPresent());
        }

        private boolean same(Instant actual) {
            return Duration.between(started, actual).abs().compareTo(SLACK) <= 0;
        }
    }
}
