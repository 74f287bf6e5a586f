package org.ovoz.local.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.ovoz.local.journeys.running.RunningStack;

class TheWholeWayIT {
    private final RunningStack running = RunningStack.shared();
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

    @Test
    void theDemoPassesTwiceAndAgainAfterAKillWithTheEarlierReportStillReadable() {
        Journey.Played first = play();
        Journey.Played second = play();
        assertThat(second.report()).isNotEqualTo(first.report());

        running.killLauncherAndStartAnew();
        play();

        assertThat(screen.toString(StandardCharsets.UTF_8).lines())
                .filteredOn(line -> line.contains("earlier run is still there and still readable"))
                .hasSize(2);
    }

    private Journey.Played play() {
        PrintStream out = new PrintStream(screen, true, StandardCharsets.UTF_8);
        return new Journey(running.stack(), Clock.systemUTC(), out).play();
    }
}
