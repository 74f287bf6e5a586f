package org.ovoz.local.journeys.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.TextsAllowed;
import org.ovoz.local.journeys.desk.CaseView;
import org.ovoz.local.journeys.desk.LiveQueue;
import org.ovoz.local.journeys.running.RunningStack;
import org.ovoz.local.journeys.running.Traces;
import org.ovoz.local.journeys.web.Await;
import org.ovoz.local.servers.process.HttpHealth;

/** Two instances of the desk share the partitions; one is killed at its worst moment, or both go away and come back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskKilledIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String SECOND = "desk-2";
    private static final String ACKNOWLEDGES_EVERY = "MP_MESSAGING_INCOMING_REPORTS_AUTO_COMMIT_INTERVAL_MS";
    private static final String TAKING = "INSERT INTO inbox (";
    private static final int TRIES = 12;

    private final RunningStack running = RunningStack.shared();
    private final DeskGroup group = new DeskGroup(running.bus());
    private PostgresProxy proxy;
    private OwnInstance second;

    @BeforeAll
    void startASecondDesk() {
        proxy = PostgresProxy.to(OwnInstance.settings(running.stack(), "desk").get("OVOZ_DB_URL"));
        second = OwnInstance.start(
                running.stack(), "desk", SECOND, Map.of("OVOZ_DB_URL", proxy.url(), ACKNOWLEDGES_EVERY, "100"));
    }

    @BeforeEach
    void bothShareThePartitions() {
        group.awaitMember("desk-1");
        group.awaitMember(SECOND);
    }

    @AfterAll
    void stop() {
        second.close();
        proxy.close();
        group.remove(SECOND);
    }

    @Test
    void betweenCommitAndAcknowledgementTheEventComesAgainAndCountsOnce() {
        ReportId report;
        ConsumerRecord<byte[], byte[]> event;
        try (Hold held = proxy.set(Hold.afterwards(TAKING, "COMMIT"))) {
            report = reportThatMeets(held);
            event = running.traces(report).told("ReportReceived").getFirst();
            assertThat(group.isAcknowledged(event)).isFalse();
            second.kill();
        }
        second.startAgain();
        group.awaitAcknowledged(event);
        isOneCaseAndOneAlert(report);
    }

    /** One whose event the second instance takes; every other one goes its ordinary way. */
    private ReportId reportThatMeets(Hold held) {
        for (int i = 0; i < TRIES; i++) {
            ReportId report = report(running.carrier().freshNumber());
            ConsumerRecord<byte[], byte[]> event = Await.until(
                    "the event",
                    SOON,
                    () -> running.traces(report).told("ReportReceived").stream().findFirst());
            if (group.partitionsOf(SECOND).contains(new TopicPartition(event.topic(), event.partition()))) {
                held.awaitReached(SOON);
                return report;
            }
        }
        throw new IllegalStateException("none of " + TRIES + " reports came to " + SECOND);
    }

    @Test
    void oneKilledAndTheOtherStoppedUnderTrafficEveryReportIsOneCaseAndBothStreamsGoOn() {
        List<String> numbers =
                Stream.generate(running.carrier()::freshNumber).limit(3).toList();
        NewReports reports = NewReports.from(running);
        try (Hold held = proxy.set(Hold.before(TAKING, "COMMIT"))) {
            ReportId untaken = reportThatMeets(held);
            assertThat(running.traces(untaken).cases()).isZero();
            second.kill();
        }
        List<ReportId> sent = new ArrayList<>();
        sent.add(report(numbers.get(0)));
        ProcessHandle first = OwnInstance.process(running.stack(), "desk");
        first.destroy();
        sent.add(report(numbers.get(1)));
        second.startAgain();
        sent.add(report(numbers.get(2)));
        first.onExit().join();
        Await.until(
                "the stack's own desk again",
                SOON,
                () -> Optional.of(true)
                        .filter(up -> new HttpHealth(URI.create(running.deskManagement() + "/q/health/ready"))
                                .getAsBoolean()));
        bothShareThePartitions();
        reports.all().forEach(this::isOneCaseAndOneAlert);
        try (LiveQueue one = running.people().login("aziza").watch();
                LiveQueue other =
                        running.people().login("aziza", second.address()).watch()) {
            numbers.forEach(number -> text(number, "1"));
            for (ReportId report : sent) {
                Stream.of(one, other)
                        .forEach(queue -> queue.await(
                                "texts allowed",
                                SOON,
                                view -> view.is(report) && view.texts() == TextsAllowed.ALLOWED));
            }
        }
    }

    /** A kill may hit an alert on its way out: then nobody knows, and it is not sent again. */
    private void isOneCaseAndOneAlert(ReportId report) {
        Traces traces = running.traces(report);
        String fate = Await.until(
                "an alert that is settled",
                SOON,
                () -> traces.textAlerts("aziza").stream()
                        .filter(state -> !state.equals("due") && !state.equals("sending"))
                        .findFirst());
        CaseView view = running.people().login("aziza").look(report);
        assertThat(traces.cases()).isEqualTo(1);
        assertThat(traces.textAlerts("aziza")).hasSize(1);
        if (!Set.of("left", "unknown").contains(fate)) {
            traces.awaitAlert("aziza", view.shortId());
        }
        assertThat(traces.alerts("aziza", view.shortId())).hasSizeLessThanOrEqualTo(1);
    }

    private ReportId report(String number) {
        NewReports reports = NewReports.from(running);
        text(number, "Yordam kerak, bizni bu yerda ushlab turishibdi.");
        return reports.awaitOne();
    }

    private void text(String number, String body) {
        assertThat(TextWebhook.of(running.web(), running.stack(), number, body)
                        .sendTo(running.stack().intake())
                        .status())
                .isEqualTo(200);
    }
}
