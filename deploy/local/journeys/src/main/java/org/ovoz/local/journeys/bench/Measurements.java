package org.ovoz.local.journeys.bench;

import java.io.PrintStream;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.ovoz.local.journeys.running.Processes;
import org.ovoz.local.journeys.running.RunningStack;
import org.ovoz.local.journeys.stack.LookupKey;
import org.ovoz.local.journeys.web.Await;

/** The parts of the bench, one after the other, each on a machine that has become quiet again. */
final class Measurements {
    private static final int CONNECTIONS = 32;
    private static final int WARM_UP = 10_000;
    private static final int FIRST_ONES = 600;
    private static final int ROUNDS = 3;
    private static final int TEXTS_OF_ROUND = 6_000;
    private static final Duration PGBENCH = Duration.ofSeconds(8);
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final double SHOWN_PER_SECOND = 5;
    private static final int SHOWN = 200;
    /** The design's rate, and one that leaves the machine some air. */
    private static final List<Integer> ACKNOWLEDGED_PER_SECOND = List.of(200, 500);

    private static final Duration ALL_ACKNOWLEDGED = Duration.ofSeconds(30);
    private static final Duration ACKNOWLEDGED_FOR = Duration.ofSeconds(20);
    private static final int THREADS_OF_REPORTERS = 500;
    private static final String ACKNOWLEDGEMENT = "ovoz_outbox_acknowledged_seconds";

    private final RunningStack running;
    private final PrintStream out;
    private final Load load;
    private final Texts texts;
    private final Quiet quiet = new Quiet();

    Measurements(RunningStack running, PrintStream out) {
        this.running = running;
        this.out = out;
        this.load = new Load(running.stack().intake(), CONNECTIONS);
        this.texts = new Texts(running.stack(), new SplittableRandom(1));
    }

    Figures take() throws SQLException {
        try (Connection intake = running.databases().intake()) {
            Figures figures = new Figures();
            live(figures, intake);
            // The desk alerts somebody for each of thousands of reports, which takes it minutes and is not what is
            // measured below.
            Processes.of(running.stack().pids(), "desk", SOON).signal("STOP");
            List<Texts.Sent> first = texts.opening(WARM_UP);
            say("warming up");
            load.asFastAsItGoes(requests(first));
            for (int perSecond : ACKNOWLEDGED_PER_SECOND) {
                acknowledgement(figures, first, perSecond);
            }
            for (int round = 1; round <= ROUNDS; round++) {
                round(figures, intake, round);
            }
            return figures;
        }
    }

    private void live(Figures figures, Connection intake) throws SQLException {
        say("from the webhook to the live queue");
        LiveLatency live = new LiveLatency(
                running.people().login("aziza"),
                intake,
                LookupKey.in(running.stack().lookupKey()));
        live.of(texts.opening(FIRST_ONES), load, SHOWN_PER_SECOND);
        quiet.await();
        figures.live(live.of(texts.opening(SHOWN), load, SHOWN_PER_SECOND));
    }

    private void acknowledgement(Figures figures, List<Texts.Sent> reporters, int perSecond) {
        quiet.await();
        say("from COMMIT to Kafka's acknowledgement, at " + perSecond + "/s");
        List<String> numbers = reporters.stream()
                .map(Texts.Sent::from)
                .limit(THREADS_OF_REPORTERS)
                .toList();
        Histogram before = acknowledgements();
        int count = Math.toIntExact(perSecond * ACKNOWLEDGED_FOR.toSeconds());
        Load.Measured sent = load.atRate(requests(texts.goingOn(numbers, count)), perSecond);
        figures.acknowledgement(
                Await.until(
                        "all of them in Kafka, straight after COMMIT",
                        ALL_ACKNOWLEDGED,
                        () -> Optional.of(acknowledgements().since(before)).filter(all -> all.count() >= count)),
                sent);
    }

    private void round(Figures figures, Connection intake, int round) throws SQLException {
        say("round " + round + " of " + ROUNDS);
        List<Texts.Sent> opening = texts.opening(TEXTS_OF_ROUND);
        quiet.await();
        Load.Measured intakes = load.asFastAsItGoes(requests(opening));
        quiet.await();
        SameRows same = new SameRows(intake);
        same.prepare();
        String script = same.opening(lastOpened(intake));
        figures.round(intakes, new PgBench(running.databases().address("intake"), CONNECTIONS).run(script, PGBENCH));
    }

    private static UUID lastOpened(Connection intake) throws SQLException {
        try (var statement = intake.createStatement();
                var row = statement.executeQuery("SELECT id FROM conversation ORDER BY opened_at DESC LIMIT 1")) {
            row.next();
            return row.getObject(1, UUID.class);
        }
    }

    private Histogram acknowledgements() {
        URI metrics = URI.create(running.stack().intakeManagement() + "/q/metrics");
        return Histogram.of(
                ACKNOWLEDGEMENT, running.web().get(metrics).expect(200).body());
    }

    private static List<RawRequest> requests(List<Texts.Sent> texts) {
        return new ArrayList<>(texts.stream().map(Texts.Sent::request).toList());
    }

    private void say(String what) {
        out.println("... " + what);
    }
}
