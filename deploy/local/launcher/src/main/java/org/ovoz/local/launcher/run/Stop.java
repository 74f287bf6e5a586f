package org.ovoz.local.launcher.run;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.ovoz.local.servers.process.LocalDirectory;
import org.ovoz.local.servers.process.Pids;

/** {@code make stop}: asks the launcher to stop; cleans up after one that was killed. */
public final class Stop {
    private static final long PATIENCE_SECONDS = 90;

    private final LocalDirectory directory;

    public Stop(LocalDirectory directory) {
        this.directory = directory;
    }

    /** What was done, in words. */
    public String run() {
        Optional<ProcessHandle> launcher = Pids.alive(RunLock.pidFile(directory));
        if (launcher.isPresent()) {
            launcher.get().destroy();
            return ended(launcher.get()) ? "stopped" : "asked to stop, still at it after " + PATIENCE_SECONDS + " s";
        }
        List<String> leftovers = Pids.stopLeftovers(directory.pids(), Stack.STOP_ORDER, Duration.ofSeconds(20));
        return leftovers.isEmpty() ? "nothing was running" : "stopped what a killed run had left: " + leftovers;
    }

    private static boolean ended(ProcessHandle process) {
        try {
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | java.util.concurrent.ExecutionException e) {
            return !process.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }
}
