package org.ovoz.local.journeys.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ovoz.local.journeys.web.Await;
import org.ovoz.local.servers.process.Pids;

/** A part's process and its children, by the pid file that the launcher wrote. */
public final class Processes {
    private final List<ProcessHandle> all;

    private Processes(List<ProcessHandle> all) {
        this.all = all;
    }

    /** Waits for a part that is just started again. */
    public static Processes of(Path pids, String part, Duration within) {
        ProcessHandle process = Await.until(part + " to run", within, () -> Pids.alive(pids.resolve(part + ".pid")));
        return new Processes(
                Stream.concat(Stream.of(process), process.descendants()).toList());
    }

    /** To all of them by one command. Those that ended meanwhile are none. */
    public void signal(String name) {
        send(name, all);
    }

    /** Asks the part's own process to end, and waits until it has. */
    public void end(Duration within) {
        send("TERM", all.subList(0, 1));
        Await.until(
                "process " + all.getFirst().pid() + " to end",
                within,
                () -> Optional.of(all.getFirst()).filter(process -> !process.isAlive()));
    }

    private static void send(String name, List<ProcessHandle> to) {
        List<String> command = new ArrayList<>(List.of("kill", "-" + name));
        to.forEach(process -> command.add(Long.toString(process.pid())));
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
