package org.ovoz.local.servers.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceProcessTest {

    @TempDir
    Path temp;

    @Test
    void whatDiesBeforeItIsReadySaysWhy() {
        ServiceProcess process = start("echo the disk is full; exit 3");
        assertThatThrownBy(() -> process.awaitReady(Duration.ofSeconds(10), () -> false))
                .isInstanceOf(ServiceFailed.class)
                .hasMessageContaining("ended with status 3")
                .hasMessageContaining("the disk is full");
    }

    @Test
    void whatIgnoresThePoliteSignalIsKilled() {
        ServiceProcess process = start("trap '' TERM; while true; do sleep 0.1; done");
        process.stop(Duration.ofMillis(300));
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void itGetsItsEnvironment() {
        ServiceProcess process = start("echo \"got $OVOZ_GREETING\"; exit 1");
        assertThatThrownBy(() -> process.awaitReady(Duration.ofSeconds(10), () -> false))
                .hasMessageContaining("got salom");
    }

    private ServiceProcess start(String script) {
        return ServiceProcess.start(
                "part", List.of("sh", "-c", script), Map.of("OVOZ_GREETING", "salom"), new LocalDirectory(temp));
    }
}
