package org.ovoz.local.journeys.chaos.judge;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.ovoz.local.journeys.chaos.judge.facts.Backlog;
import org.ovoz.local.journeys.chaos.judge.facts.CollectFacts;
import org.ovoz.local.journeys.chaos.judge.facts.Facts;
import org.ovoz.local.journeys.chaos.ledger.Account;
import org.ovoz.local.journeys.running.Doors;

/** Reads databases, topic and phones, and compares them with a ledger. Asks no service anything. */
public final class Judge {
    /** An alert or an answer that a kill caught between its row and the carrier is given up after two minutes. */
    private static final Duration QUIET_WITHIN = Duration.ofSeconds(150);

    private final Doors doors;

    public Judge(Doors doors) {
        this.doors = doors;
    }

    /**
     * @param recoveries one for each fault of the ledger
     * @param overtaken events in the topic after a later one of their report, which the desk put in line
     * @param repeated records in the topic that are an event sent again
     */
    public record Judged(Account account, Verdict verdict, List<Recovery> recoveries, long overtaken, long repeated) {}

    /** Waits until everything is through, at most 150 s, and judges then. */
    public Judged judge(Account account) {
        try (Connection intake = doors.databases().intake();
                Connection shred = doors.databases().shred();
                Connection desk = doors.databases().desk()) {
            List<String> left = Backlog.after(doors, account.began().at(), QUIET_WITHIN);
            Facts facts = new CollectFacts(doors, intake, shred, desk).about(account, left);
            return new Judged(
                    account,
                    Verdict.of(facts),
                    ReadRecoveries.of(account, intake, desk),
                    TopicOrder.overtaken(facts.told()),
                    TopicOrder.repeated(facts.told()));
        } catch (SQLException e) {
            throw new IllegalStateException("the databases cannot be read", e);
        }
    }
}
