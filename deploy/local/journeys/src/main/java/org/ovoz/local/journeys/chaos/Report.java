package org.ovoz.local.journeys.chaos;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ovoz.local.journeys.chaos.judge.Column;
import org.ovoz.local.journeys.chaos.judge.Judge.Judged;
import org.ovoz.local.journeys.chaos.judge.Recovery;
import org.ovoz.local.journeys.chaos.ledger.Outcome;

/** The judgement as people read it. */
final class Report {
    private static final int FINDINGS_SHOWN = 10;

    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
    }

    void print(Judged judged) {
        long seed = judged.account().began().seed();
        out.println("Seed " + seed + ": " + judged.account().texts().size() + " texts, "
                + judged.account().count(Outcome.OK) + " acknowledged, "
                + judged.account().count(Outcome.REFUSED) + " refused, "
                + judged.account().count(Outcome.UNKNOWN) + " of unknown fate");
        recoveries(judged.recoveries());
        for (Column column : Column.values()) {
            List<String> found = judged.verdict().found(column);
            out.printf(Locale.ROOT, "%-20s %6d%n", column, found.size());
            found.stream().limit(FINDINGS_SHOWN).forEach(finding -> out.println("    " + finding));
        }
        out.println("in the topic: " + judged.repeated() + " sent again, " + judged.overtaken()
                + " after a later one of their report (told apart and put in line by the desk)");
        AnswerTimes.of(judged.account())
                .forEach((name, millis) -> out.printf(Locale.ROOT, "%-20s %6d ms%n", name, millis));
    }

    private void recoveries(List<Recovery> recoveries) {
        out.printf(
                Locale.ROOT,
                "%-24s %14s %14s %14s%n",
                "first success after",
                "acknowledged",
                "published",
                "at the desk");
        for (Recovery recovery : recoveries) {
            out.printf(
                    Locale.ROOT,
                    "%-24s %14s %14s %14s%s%n",
                    recovery.fault(),
                    seconds(recovery.acknowledged()),
                    seconds(recovery.published()),
                    seconds(recovery.applied()),
                    recovery.fault().endsWith("keycloak")
                            ? "   answers after " + seconds(Optional.of(recovery.works()))
                            : "");
        }
    }

    private static String seconds(Optional<Duration> duration) {
        return duration.map(some -> String.format(Locale.ROOT, "%.2f s", some.toMillis() / 1000.0))
                .orElse("-");
    }
}
