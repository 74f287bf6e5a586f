package org.ovoz.local.journeys.chaos.faults;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.ovoz.local.journeys.chaos.ledger.Entry;
import org.ovoz.local.journeys.chaos.ledger.Ledger;
import org.ovoz.local.journeys.running.Doors;
import org.ovoz.local.journeys.running.Processes;
import org.ovoz.local.journeys.web.Await;

/** Strikes a running stack with a fault under traffic, and waits until it works again. */
public final class Strike {
    private static final Duration WORKS_WITHIN = Duration.ofMinutes(3);

    private static final Duration ENDS_WITHIN = Duration.ofSeconds(60);
    private static final Duration RUNS_WITHIN = Duration.ofSeconds(60);

    private final Path pids;
    private final Working working;
    private final Ledger ledger;
    private final Clock clock;
    private final PrintStream out;

    public Strike(Doors doors, Ledger ledger, Clock clock, PrintStream out) {
        this.pids = doors.stack().pids();
        this.working = new Working(doors, ledger);
        this.ledger = ledger;
        this.clock = clock;
        this.out = out;
    }

    /**
     * Returns when the stack works again; for that texts have to come.
     *
     * @throws org.ovoz.local.journeys.web.NotInTime when it does not within three minutes
     */
    public void with(Fault fault) throws InterruptedException {
        Processes processes = Processes.of(pids, fault.part(), RUNS_WITHIN);
        Instant at = clock.instant();
        switch (fault.kind()) {
            case KILL -> processes.signal("KILL");
            case END -> processes.end(ENDS_WITHIN);
            case FREEZE -> freeze(processes, fault.lasting());
        }
        Instant over = clock.instant();
        Instant works = Await.until(
                "work to go on after " + fault,
                WORKS_WITHIN,
                () -> working.since(over, fault.part()) ? Optional.of(clock.instant()) : Optional.empty());
        ledger.struck(new Entry.Struck(fault.toString(), at, over, works));
        out.printf(
                Locale.ROOT,
                "  %-24s works again after %.1f s%n",
                fault,
                Duration.between(over, works).toMillis() / 1000.0);
    }

    private static void freeze(Processes processes, Duration lasting) throws InterruptedException {
        processes.signal("STOP");
        try {
            TimeUnit.NANOSECONDS.sleep(lasting.toNanos());
        } finally {
            processes.signal("CONT");
        }
    }
}
