package org.ovoz.local.journeys.chaos;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.ovoz.local.journeys.chaos.faults.FaultPlan;
import org.ovoz.local.journeys.chaos.judge.Judge;
import org.ovoz.local.journeys.chaos.judge.Judge.Judged;
import org.ovoz.local.journeys.chaos.ledger.Account;
import org.ovoz.local.journeys.running.Doors;
import org.ovoz.local.journeys.running.RunningStack;

/**
 * {@code make chaos}: ten minutes of texts with every fault under them, on a stack of its own. Ends with 1 if something is not as it
 * has to be, with 2 on an unknown argument.
 */
public final class Chaos {
    private static final Path DIRECTORY = Path.of(".local-chaos");
    private static final Duration CALM = Duration.ofSeconds(12);
    private static final int MORE_THAN_FIT = 20;

    private Chaos() {}

    public static void main(String[] arguments) throws InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Options options;
        try {
            options = Options.of(List.of(arguments));
        } catch (IllegalArgumentException e) {
            System.err.print(e.getMessage());
            System.exit(2);
            return;
        }
        out.println("Seed " + options.seed());
        Judged judged = judged(options, out);
        new Report(out).print(judged);
        options.figures().ifPresent(file -> Figures.of(judged).write(file));
        System.exit(judged.verdict().isClean() ? 0 : 1);
    }

    private static Judged judged(Options options, PrintStream out) throws InterruptedException {
        if (options.ledger().isPresent()) {
            return new Judge(doors(options)).judge(Account.read(options.ledger().get()));
        }
        Doors doors = doors(options);
        ChaosRun.Script script = new ChaosRun.Script(
                options.seed(),
                options.perSecond(),
                options.length(),
                FaultPlan.rounds(options.seed(), MORE_THAN_FIT),
                CALM);
        Path ledger = doors.stack().directory().resolve("chaos-" + options.seed() + ".ledger");
        return new ChaosRun(doors, Clock.systemUTC(), out).play(script, ledger);
    }

    private static Doors doors(Options options) {
        Path directory = options.stack().orElse(DIRECTORY);
        if (options.stack().isEmpty()) {
            RunningStack.startIn(Path.of("."), directory);
        }
        return Doors.in(directory);
    }
}
