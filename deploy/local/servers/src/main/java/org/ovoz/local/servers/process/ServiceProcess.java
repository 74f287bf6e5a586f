package org.ovoz.local.servers.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A server that runs as a process of its own: its output goes to a log file, its pid to a pid file. It gets a session of
 * its own where the system can (setsid), so that a Ctrl-C in the terminal reaches only whoever started it, who then stops
 * the parts in order.
 */
public final class ServiceProcess {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
    /** The process knows of its end a moment after the system does. */
    private static final Duration REAPED_WITHIN = Duration.ofSeconds(5);

    private static final boolean SETSID = Files.isExecutable(Path.of("/usr/bin/setsid"));

    private final String name;
    private final Process process;
    private final LocalDirectory directory;
    private final StopSignal signal;

    private ServiceProcess(String name, Process process, LocalDirectory directory, StopSignal signal) {
        this.name = name;
        this.process = process;
        this.directory = directory;
        this.signal = signal;
    }

    public static ServiceProcess start(
            String name, List<String> command, Map<String, String> environment, LocalDirectory directory) {
        return start(name, command, environment, directory, StopSignal.TERM);
    }

    public static ServiceProcess start(
            String name,
            List<String> command,
            Map<String, String> environment,
            LocalDirectory directory,
            StopSignal signal) {
        List<String> line = new ArrayList<>(SETSID ? List.of("/usr/bin/setsid") : List.of());
        line.addAll(command);
        Path log = directory.log(name);
        try {
            keepPrevious(log);
            ProcessBuilder builder = new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
            builder.environment().putAll(environment);
            Process process = builder.start();
            Pids.write(directory.pid(name), process.toHandle(), signal);
            return new ServiceProcess(name, process, directory, signal);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " could not be started", e);
        }
    }

    private static void keepPrevious(Path log) throws IOException {
        if (Files.exists(log)) {
            Files.move(log, Path.of(log + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /**
     * Looks again and again until it is ready.
     *
     * @throws ServiceFailed if it dies first or is not ready in time; it is stopped then
     */
    public void awaitReady(Duration within, BooleanSupplier ready) {
        long deadline = System.nanoTime() + within.toNanos();
        while (!ready.getAsBoolean()) {
            if (ended(LOOK_AGAIN)) {
                Pids.delete(directory.pid(name));
                throw new ServiceFailed(name, "ended with status " + process.exitValue(), log());
            }
            if (System.nanoTime() > deadline) {
                stop(Duration.ofSeconds(2));
                throw new ServiceFailed(name, "was not ready after " + within.toSeconds() + " s", log());
            }
        }
    }

    /** Asks it to stop; kills it when it has not ended in time. */
    public void stop(Duration grace) {
        if (process.isAlive()) {
            signal.send(process.toHandle());
            Pids.awaitEnd(process.toHandle(), grace);
            ended(REAPED_WITHIN);
        }
        Pids.delete(directory.pid(name));
    }

    private boolean ended(Duration within) {
        try {
            return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceFailed(name, "was not waited for: interrupted", log());
        }
    }

    public CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public String name() {
        return name;
    }

    public long pid() {
        return process.pid();
    }

    public Path log() {
        return directory.log(name);
    }
}
