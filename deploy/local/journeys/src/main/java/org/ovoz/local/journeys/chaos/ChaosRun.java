package org.ovoz.local.journeys.chaos;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.ovoz.local.journeys.chaos.faults.Fault;
import org.ovoz.local.journeys.chaos.faults.Strike;
import org.ovoz.local.journeys.chaos.generator.Plan;
import org.ovoz.local.journeys.chaos.generator.Traffic;
import org.ovoz.local.journeys.chaos.judge.Judge;
import org.ovoz.local.journeys.chaos.judge.Judge.Judged;
import org.ovoz.local.journeys.chaos.ledger.Account;
import org.ovoz.local.journeys.chaos.ledger.Entry;
import org.ovoz.local.journeys.chaos.ledger.Ledger;
import org.ovoz.local.journeys.running.Doors;

/** One run: traffic for a time, faults under it one after the other, then the judgement. */
public final class ChaosRun {
    /** Whether it works again is seen by texts, so some have to come after a fault. */
    private static final Duration TEXTS_AFTERWARDS = Duration.ofSeconds(30);

    private final Doors doors;
    private final Clock clock;
    private final PrintStream out;

    public ChaosRun(Doors doors, Clock clock, PrintStream out) {
        this.doors = doors;
        this.clock = clock;
        this.out = out;
    }

    /**
     * @param perSecond texts due in a second
     * @param length how long it lasts at most; it ends earlier when all faults are over
     * @param faults in their order
     * @param calm the longest pause before a fault
     */
    public record Script(long seed, int perSecond, Duration length, List<Fault> faults, Duration calm) {}

    /** @param ledger where to keep the ledger; it must not be there yet */
    public Judged play(Script script, Path ledger) throws InterruptedException {
        Plan plan = Plan.of(script.seed(), script.perSecond(), script.length());
        try (Ledger book = Ledger.begin(ledger, new Entry.Began(script.seed(), clock.instant()));
                Traffic traffic = new Traffic(plan, doors.stack(), book, clock)) {
            traffic.handOutPhones(doors.web());
            Instant end = clock.instant().plus(script.length());
            CompletableFuture<Void> texts = traffic.start();
            strike(script, new Strike(doors, book, clock, out), end);
            traffic.finish();
            texts.join();
        }
        return new Judge(doors).judge(Account.read(ledger));
    }

    private void strike(Script script, Strike strike, Instant end) throws InterruptedException {
        Random pauses = new Random(script.seed());
        for (Fault fault : script.faults()) {
            long pause =
                    pauses.nextLong(script.calm().toMillis() / 2, script.calm().toMillis() + 1);
            Instant over = clock.instant().plusMillis(pause).plus(fault.lasting());
            if (over.plus(TEXTS_AFTERWARDS).isAfter(end)) {
                break;
            }
            TimeUnit.MILLISECONDS.sleep(pause);
            strike.with(fault);
        }
    }
}
