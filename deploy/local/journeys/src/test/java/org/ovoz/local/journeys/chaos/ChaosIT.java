package org.ovoz.local.journeys.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.ovoz.local.journeys.chaos.faults.Fault;
import org.ovoz.local.journeys.chaos.faults.FaultPlan;
import org.ovoz.local.journeys.chaos.judge.Judge.Judged;
import org.ovoz.local.journeys.chaos.ledger.Entry;
import org.ovoz.local.journeys.chaos.ledger.Outcome;
import org.ovoz.local.journeys.running.RunningStack;

/** The short form of {@code make chaos}; it plays and prints the seed of {@code -Dovoz.chaos.seed}, or a new one. */
class ChaosIT {
    private static final Duration AT_MOST = Duration.ofMinutes(4);
    private static final Duration CALM = Duration.ofSeconds(3);
    private static final int TEXTS_A_SECOND = 5;

    private final RunningStack running = RunningStack.shared();

    @Test
    void nothingIsLostDoubledOrStuckWhenPartsAreKilledUnderTraffic() throws Exception {
        long seed = Long.getLong("ovoz.chaos.seed", RandomGenerator.getDefault().nextLong(1_000_000));
        Path ledger = running.stack().directory().resolve("chaos-" + seed + ".ledger");
        Files.deleteIfExists(ledger);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println("chaos, seed " + seed);
        ChaosRun.Script script = new ChaosRun.Script(seed, TEXTS_A_SECOND, AT_MOST, FaultPlan.brief(seed), CALM);

        Judged judged = new ChaosRun(running.doors(), Clock.systemUTC(), out).play(script, ledger);

        new Report(out).print(judged);
        assertThat(judged.verdict().findings().values())
                .as("seed %d, ledger %s", seed, ledger)
                .allMatch(List::isEmpty);
        assertThat(judged.account().faults())
                .extracting(Entry.Struck::fault)
                .containsExactlyElementsOf(
                        script.faults().stream().map(Fault::toString).toList());
        assertThat(judged.account().count(Outcome.OK)).isPositive();
    }
}
