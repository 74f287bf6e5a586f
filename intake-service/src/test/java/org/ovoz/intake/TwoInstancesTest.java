package org.ovoz.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.Channel;
import org.ovoz.contracts.ReportId;
import org.ovoz.intake.contact.LookupHashes;
import org.ovoz.intake.contact.PhoneNumber;
import org.ovoz.intake.conversation.AnotherInstance;
import org.ovoz.intake.setting.AtOnce;
import org.ovoz.intake.setting.IntakeTest;
import org.ovoz.intake.setting.Reporter;
import org.ovoz.intake.setting.Sms;
import org.ovoz.intake.setting.Sql;
import org.ovoz.transport.outbox.OutboxRelay;

/** Two doors to one database, which alone keeps them apart. */
@IntakeTest
class TwoInstancesTest {

    @Inject
    AcceptInboundMessage one;

    @Inject
    LookupHashes hashes;

    @Inject
    PrepareMessage prepareMessage;

    @Inject
    AfterCommit afterCommit;

    @Inject
    Pool pool;

    @Inject
    OutboxRelay relay;

    @Inject
    Clock clock;

    private List<AcceptInboundMessage> doors = List.of();

    @BeforeEach
    void aSecondInstance() {
        AnotherInstance own = AnotherInstance.on(pool, relay);
        AcceptInboundMessage other = new AcceptInboundMessage(
                hashes, own.threads(), prepareMessage, own.storeMessages(), afterCommit, clock);
        doors = List.of(one, other);
    }

    @Test
    void theSameTextAtBothIsOneMessage() {
        List<Sms> texts = Stream.generate(() -> Sms.of(Reporter.somebody().number(), Reporter.CRY))
                .limit(40)
                .toList();
        List<AcceptOutcome> outcomes = throughBoth(texts);
        assertThat(outcomes)
                .filteredOn(AcceptOutcome.Accepted.class::isInstance)
                .hasSize(40);
        assertThat(outcomes)
                .filteredOn(AcceptOutcome.Duplicate.class::isInstance)
                .hasSize(40);
        assertThat(texts).allSatisfy(text -> assertIsWhole(Reporter.reportOf(text.id()), 1));
    }

    @Test
    void textsOfANumberAtBothAreOneReportWithoutAGap() {
        Reporter reporter = Reporter.somebody();
        List<Sms> texts = Stream.generate(() -> Sms.of(reporter.number(), Reporter.CRY))
                .limit(20)
                .toList();
        List<Callable<AcceptOutcome>> all = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            all.add(accepting(doors.get(i % 2), texts.get(i)));
        }
        assertThat(AtOnce.all(all)).allMatch(AcceptOutcome.Accepted.class::isInstance);
        assertThat(texts.stream().map(text -> Reporter.reportOf(text.id())).distinct())
                .singleElement()
                .satisfies(report -> assertIsWhole(report, 20));
    }

    private List<AcceptOutcome> throughBoth(List<Sms> texts) {
        return AtOnce.all(texts.stream()
                .flatMap(text -> doors.stream().map(door -> accepting(door, text)))
                .toList());
    }

    private static Callable<AcceptOutcome> accepting(AcceptInboundMessage door, Sms text) {
        InboundMessage message = new InboundMessage(
                Channel.SMS,
                text.id(),
                PhoneNumber.of(text.fields().get("From")),
                Reporter.CRY,
                List.of(),
                false,
                null);
        return () -> door.accept(message).await().indefinitely();
    }

    private static void assertIsWhole(ReportId report, int messages) {
        assertThat(Sql.INTAKE.read("SELECT id FROM item WHERE report_id = ? AND kind = 'message'", report.value()))
                .hasSize(messages);
        assertThat(Sql.INTAKE.read("SELECT sequence FROM outbox WHERE key = ? ORDER BY 1", report.toString()))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, messages)
                        .mapToObj(Long::toString)
                        .toList());
    }
}
