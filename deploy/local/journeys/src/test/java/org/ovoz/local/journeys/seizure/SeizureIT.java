package org.ovoz.local.journeys.seizure;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.ovoz.contracts.Ids;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.order.OrderBody;
import org.ovoz.contracts.order.OrderOutcome.Outcome;
import org.ovoz.local.journeys.desk.ResponderSession;
import org.ovoz.local.journeys.running.Databases;
import org.ovoz.local.journeys.running.OpenReport;
import org.ovoz.local.journeys.running.RunningStack;
import org.ovoz.local.journeys.sealed.ReplySealer;
import org.ovoz.local.journeys.stack.Person;
import org.ovoz.local.journeys.web.Await;

/** All disks and all keys that servers have, against the table in docs/threat-model.md: what it says can be done, and no more. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeizureIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String TEXT = "Yordam kerak, hujjatlarimizni olib qoʻyishdi, ketishga ruxsat yoʻq.";
    private static final String REPLY = "Oʻqidik. Qayerdasiz?";

    private final RunningStack running = RunningStack.shared();
    private Person responder;
    private ResponderSession session;
    private OpenReport answered;

    @BeforeAll
    void aReportThatWasAnswered() {
        responder = running.stack().person("aziza");
        session = running.people().login("aziza");
        answered = aReport();
        reply(answered);
        awaitState(answered, "sent", "delivered");
    }

    @Test
    void withAllServersKeysNothingThatWasWrittenOpensAndNoNumber() throws Exception {
        Attack attack = attack();
        assertThat(attack.grants(answered.id()))
                .as("grants out of the shred layer")
                .hasSize((int) count("SELECT count(*) FROM item_grant WHERE report_id = ?", answered));
        Attack.Opened opened = attack.open(answered.id());
        assertThat(opened.texts()).isEmpty();
        assertThat(opened.numbers()).isEmpty();
    }

    @Test
    void withATeamsKeyTheSameProgramOpensTextsAndNumber() throws Exception {
        Attack.Opened opened = new Attack(loot().and(teamKey()), running.databases()).open(answered.id());
        assertThat(opened.texts()).contains(TEXT, REPLY);
        assertThat(opened.numbers()).containsExactly(answered.number());
    }

    @Test
    void theLookUpKeyTestsGuessedNumbersForAsLongAsTheContactIsKept() throws Exception {
        OpenReport erased = aReport();
        Attack attack = attack();
        assertThat(attack.wrote(answered.number())).isTrue();
        assertThat(attack.wrote(erased.number())).isTrue();
        assertThat(attack.wrote(running.carrier().freshNumber())).isFalse();

        assertThat(session.outcome(erased.keys().erase(erased.id(), OrderBody.What.CONTACT)))
                .isEqualTo(Outcome.ERASED);
        assertThat(attack.wrote(erased.number())).isFalse();
        assertThat(count("SELECT count(*) FROM item WHERE kind = 'contact' AND report_id = ?", erased))
                .isZero();
    }

    @Test
    void aReplyOpensWhileItWaitsAndNotAfterwards() throws Exception {
        OpenReport waiting = aReport();
        running.carrier().fault("rate-limit", waiting.number(), 1);
        reply(waiting);
        awaitBackedOff(waiting);
        Attack.Opened meanwhile = attack().open(waiting.id());
        assertThat(meanwhile.texts()).containsExactly(REPLY);
        assertThat(meanwhile.numbers()).containsExactly(waiting.number());

        makeDue(waiting);
        awaitState(waiting, "sent", "delivered");
        Attack.Opened afterwards = attack().open(waiting.id());
        assertThat(afterwards.texts()).isEmpty();
        assertThat(afterwards.numbers()).isEmpty();
    }

    /** What the table says of disks: a row forgets at once, PostgreSQL's log does not. */
    @Test
    void aDiskImageStillOpensAReplyThatWentOutLately() throws Exception {
        Attack.Opened opened =
                attack().open(answered.id(), running.stack().directory().resolve("data/postgres"));
        assertThat(opened.texts()).containsExactly(REPLY);
        assertThat(opened.numbers()).containsExactly(answered.number());
    }

    /** What the table says of shred keys: an erasure holds against dumps at once, against a disk image once the log has gone round. */
    @Test
    void aDiskImageStillHoldsTheShredKeyOfAReportErasedLately() throws Exception {
        OpenReport erased = aReport();
        List<String> before = strings("SELECT jwe FROM item_grant WHERE report_id = ?", erased);
        UUID id = UUID.fromString(strings("SELECT shred_key FROM conversation WHERE id = ?", erased)
                .getFirst());
        assertThat(session.outcome(erased.keys().erase(erased.id(), OrderBody.What.REPORT)))
                .isEqualTo(Outcome.ERASED);
        byte[] key = DeletedShredKey.find(id, running.stack().directory().resolve("data/shred"))
                .orElseThrow();
        assertThat(before)
                .isNotEmpty()
                .allSatisfy(grant -> assertThat(Jwe.open(grant, key)).isPresent());
        assertThat(DeletedShredKey.find(
                        Ids.random(), running.stack().directory().resolve("data/shred")))
                .isEmpty();
    }

    @Test
    void ofAnErasedReportNotEvenTheTeamsKeyOpensAnything() throws Exception {
        OpenReport erased = aReport();
        assertThat(session.outcome(erased.keys().erase(erased.id(), OrderBody.What.REPORT)))
                .isEqualTo(Outcome.ERASED);
        Attack attack = new Attack(loot().and(teamKey()), running.databases());
        assertThat(attack.grants(erased.id())).isEmpty();
        Attack.Opened opened = attack.open(erased.id());
        assertThat(opened.texts()).isEmpty();
        assertThat(opened.numbers()).isEmpty();
        assertThat(attack.wrote(erased.number())).isFalse();
    }

    private OpenReport aReport() {
        return OpenReport.in(running, responder, session, TEXT);
    }

    private void reply(OpenReport report) {
        OrderBody.Reply reply = new ReplySealer(Clock.systemUTC()).seal(report.open(), REPLY);
        assertThat(session.outcome(report.keys().reply(report.id(), reply))).isEqualTo(Outcome.ACCEPTED);
    }

    private Attack attack() throws Exception {
        return new Attack(loot(), running.databases());
    }

    private Loot loot() throws Exception {
        Loot loot = Loot.of(running);
        assertThat(loot.pairs()).as("vault, signing, TLS, Keycloak's, relay").hasSizeGreaterThan(7);
        return loot;
    }

    private ECKey teamKey() throws Exception {
        return Json.read(
                Files.readString(running.stack().directory().resolve("keys/teams/north-central-asia-encryption.jwk")),
                ECKey.class);
    }

    private void awaitState(OpenReport report, String... states) {
        String words = String.join("', '", states);
        Await.until(
                "the reply " + words,
                SOON,
                () -> Optional.of(count(
                                "SELECT count(*) FROM outgoing_text WHERE kind = 'reply' AND state IN ('" + words
                                        + "') AND report_id = ?",
                                report))
                        .filter(found -> found == 1));
    }

    /** The carrier was asked once and would not. */
    private void awaitBackedOff(OpenReport report) {
        Await.until(
                "the reply to wait",
                SOON,
                () -> Optional.of(count(
                                "SELECT count(*) FROM outgoing_text WHERE kind = 'reply' AND state = 'accepted'"
                                        + " AND sending_at IS NOT NULL AND report_id = ?",
                                report))
                        .filter(found -> found == 1));
    }

    /** Its time has come. */
    private void makeDue(OpenReport report) throws SQLException {
        try (Connection intake = running.databases().intake();
                PreparedStatement due = intake.prepareStatement(
                        "UPDATE outgoing_text SET due_at = now() WHERE kind = 'reply' AND report_id = ?")) {
            due.setObject(1, report.id().value());
            assertThat(due.executeUpdate()).isEqualTo(1);
        }
    }

    private List<String> strings(String sql, OpenReport of) throws SQLException {
        try (Connection intake = running.databases().intake()) {
            return Databases.rows(intake, row -> row.getString(1), sql, of.id().value());
        }
    }

    private long count(String sql, OpenReport of) {
        ReportId report = of.id();
        try (Connection intake = running.databases().intake()) {
            return Databases.count(intake, sql, report.value());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
