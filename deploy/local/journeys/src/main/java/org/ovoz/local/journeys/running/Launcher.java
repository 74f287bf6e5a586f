package org.ovoz.local.journeys.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.ovoz.local.journeys.web.Await;
import org.ovoz.local.journeys.web.NotInTime;

/** {@code make run} as a process, on free ports and in a directory of its own. */
final class Launcher {
    private static final Duration UP_WITHIN = Duration.ofSeconds(120);

    private final Process process;

    private Launcher(Process process) {
        this.process = process;
    }

    /**
     * Returns when everything is up, which is when it writes down its figures; it ends with this program at the latest.
     *
     * @param options more of {@code run}'s
     */
    static Launcher start(Path project, Path directory, List<String> options) {
        Path figures = directory.resolve("figures.json");
        Path screen = directory.resolve("screen.txt");
        try {
            Files.createDirectories(directory);
            Files.deleteIfExists(figures);
            List<String> line = new ArrayList<>(List.of("run", "--ports=auto", "--figures", figures.toString()));
            line.addAll(options);
            Launcher launcher = command(project, directory, line);
            Runtime.getRuntime().addShutdownHook(new Thread(launcher::stop, "stop the stack"));
            launcher.awaitUp(figures, screen);
            return launcher;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops what an earlier run of the tests left behind when it was killed. */
    static void stopLeftovers(Path project, Path directory) {
        try {
            if (Files.exists(directory.resolve("pids"))
                    && !command(project, directory, List.of("stop")).ended(120)) {
                throw new IllegalStateException("what an earlier run left in " + directory + " does not end");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Launcher command(Path project, Path directory, List<String> arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(java(), "-cp", classPath(project), "org.ovoz.local.launcher.Main"));
        line.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("screen.txt").toFile()));
        builder.environment().put("OVOZ_PROJECT", project.toString());
        builder.environment().put("OVOZ_LOCAL_DIR", directory.toString());
        return new Launcher(builder.start());
    }

    private void awaitUp(Path figures, Path screen) {
        try {
            boolean up = Await.until("the stack to be up, or its launcher to end", UP_WITHIN, () -> {
                boolean written = Files.exists(figures);
                return written || !process.isAlive() ? Optional.of(written) : Optional.empty();
            });
            if (!up) {
                throw new IllegalStateException("the launcher ended with " + process.exitValue() + ", see " + screen);
            }
        } catch (NotInTime e) {
            stop();
            throw e;
        }
    }

    void kill() {
        process.destroyForcibly();
        ended(10);
    }

    void stop() {
        process.destroy();
        if (!ended(60)) {
            kill();
        }
    }

    private boolean ended(int withinSeconds) {
        try {
            return process.waitFor(withinSeconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String classPath(Path project) throws IOException {
        Path built = project.resolve("deploy/local/launcher/target");
        return built.resolve("classes") + ":"
                + Files.readString(built.resolve("launcher.classpath")).strip();
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
