package org.ovoz.local.servers.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidsTest {

    @TempDir
    Path temp;

    /** A launcher of its own JVM: starts a child and waits to be killed. */
    static final class Parent {
        private Parent() {}

        public static void main(String[] arguments) throws InterruptedException {
            ServiceProcess.start("child", List.of("sleep", "600"), Map.of(), new LocalDirectory(Path.of(arguments[0])));
            new java.util.concurrent.CountDownLatch(1).await();
        }
    }

    @Test
    void childrenOfAKilledParentAreStoppedByTheNextRun() throws IOException {
        LocalDirectory directory = new LocalDirectory(temp);
        Process parent = new ProcessBuilder(JavaCommand.main(
                        List.of("-XX:TieredStopAtLevel=1"),
                        List.of(Artifacts.holding(Pids.class), Artifacts.holding(PidsTest.class)),
                        Parent.class.getName(),
                        temp.toString()))
                .inheritIO()
                .start();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Pids.alive(directory.pid("child")).isPresent());
        ProcessHandle child = Pids.alive(directory.pid("child")).orElseThrow();
        parent.destroyForcibly().onExit().join();
        assertThat(child.isAlive()).isTrue();

        assertThat(Pids.stopLeftovers(directory.pids(), List.of(List.of("child")), Duration.ofSeconds(5)))
                .containsExactly("child");

        assertThat(Pids.hasEnded(child)).isTrue();
        assertThat(Files.list(directory.pids())).isEmpty();
    }

    @Test
    void aProcessThatGotTheNumberLaterIsLeftAlone() throws IOException {
        Process stranger = new ProcessBuilder("sleep", "600").start();
        try {
            Path file = new LocalDirectory(temp).pid("gone");
            long earlier = stranger.info().startInstant().orElseThrow().toEpochMilli() - 60_000;
            Files.writeString(file, stranger.pid() + " " + earlier + " TERM");

            assertThat(Pids.stopLeftovers(file.getParent(), List.of(), Duration.ofSeconds(1)))
                    .isEmpty();

            assertThat(stranger.isAlive()).isTrue();
            assertThat(file).doesNotExist();
        } finally {
            stranger.destroyForcibly();
        }
    }
}
