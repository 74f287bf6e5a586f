package org.ovoz.local.launcher.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ovoz.local.servers.process.LocalDirectory;
import org.ovoz.local.servers.process.ServiceProcess;

class SupervisorTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    Path directory;

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Supervisor supervisor =
            new Supervisor(new Screen(new PrintStream(screen, true, StandardCharsets.UTF_8)), threads, SOON);

    @AfterEach
    void stopAll() {
        supervisor.stop(List.of());
        threads.close();
    }

    @Test
    void aPartThatDiesIsStartedAgain() {
        supervisor.start(new Part("sleeper", this::sleeper)).join();
        long first = pid();
        ProcessHandle.of(first).orElseThrow().destroyForcibly();
        Awaitility.await().atMost(SOON).until(() -> pid() != first && isAlive(pid()));
        assertThat(text()).contains("sleeper has died; starting it again");
    }

    @Test
    void whoeverStopsEndsIt() {
        supervisor.start(new Part("sleeper", this::sleeper)).join();
        long pid = pid();
        supervisor.stop(List.of(List.of("sleeper")));
        Awaitility.await().atMost(SOON).until(() -> !isAlive(pid));
        assertThat(text()).contains("sleeper stopped").doesNotContain("has died");
    }

    @Test
    void whoDiesAgainAndAgainIsWaitedForLongerEachTimeHalfAMinuteAtMost() {
        assertThat(IntStream.of(0, 1, 2, 3, 4, 5, 6, 60).mapToObj(Supervisor::wait))
                .containsExactly(
                        Duration.ZERO,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(8),
                        Duration.ofSeconds(16),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(30));
    }

    private ServiceProcess sleeper() {
        return ServiceProcess.start("sleeper", List.of("sleep", "600"), Map.of(), new LocalDirectory(directory));
    }

    private long pid() {
        return supervisor.running().get("sleeper").pid();
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }

    private String text() {
        return screen.toString(StandardCharsets.UTF_8);
    }
}
