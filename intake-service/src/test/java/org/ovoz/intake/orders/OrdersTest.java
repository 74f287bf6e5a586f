package org.ovoz.intake.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ovoz.intake.setting.Problem.assertRefused;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.TextsAllowed;
import org.ovoz.contracts.order.FetchResult;
import org.ovoz.contracts.order.OrderBody;
import org.ovoz.contracts.sealing.ItemKind;
import org.ovoz.contracts.team.TeamRecord;
import org.ovoz.intake.orders.action.EraseReport;
import org.ovoz.intake.setting.Bus;
import org.ovoz.intake.setting.Eventually;
import org.ovoz.intake.setting.IntakeTest;
import org.ovoz.intake.setting.MovableClock;
import org.ovoz.intake.setting.OpenedReport;
import org.ovoz.intake.setting.Reporter;
import org.ovoz.intake.setting.Responder;
import org.ovoz.intake.setting.SignedOrder;
import org.ovoz.intake.setting.Sql;
import org.ovoz.intake.setting.Team;

@IntakeTest
class OrdersTest {

    @Inject
    EraseReport eraseReport;

    private final Responder responder = Responder.of(Team.NORTH);
    private final Reporter reporter = Reporter.whoMayBeTexted();
    private final ReportId report = reporter.report();

    @Test
    void aFetchGivesTheSealedItemsAndWhomToSealToNext() {
        OpenedReport opened = responder.opens(report);
        assertThat(opened.texts(ItemKind.MESSAGE)).containsExactly(Reporter.CRY, "1");
        assertThat(opened.texts(ItemKind.CONTACT)).hasSize(1);
        assertThat(opened.recipients().stream().map(TeamRecord::id))
                .containsExactlyInAnyOrder(Team.NORTH.id(), Team.NIGHT.id());
        assertThat(opened.fetched().status()).isEqualTo(FetchResult.Status.OPEN);
        assertThat(opened.fetched().texts()).isEqualTo(TextsAllowed.ALLOWED);
        assertThat(opened.relay().notAfter()).isAfter(MovableClock.now());
    }

    @Test
    void fetchingCountsAsReading() {
        assertThat(conversation("unread_since")).doesNotContainNull();
        responder.opens(report);
        assertThat(conversation("unread_since")).containsOnlyNulls();
    }

    @Test
    void aNoteIsKeptForTheTeamsOfTheReport() {
        SignedOrder.Answer answer =
                responder.note(responder.opens(report), "call her sister first").send();
        assertThat(answer.body()).isEqualTo("{\"outcome\":\"stored\"}");
        assertThat(responder.opens(report).texts(ItemKind.NOTE)).containsExactly("call her sister first");
    }

    @Test
    void closingEndsTheReportAndIsTold() {
        assertThat(responder.close(report).send().body()).isEqualTo("{\"outcome\":\"closed\"}");
        assertThat(responder.opens(report).fetched().status()).isEqualTo(FetchResult.Status.CLOSED);
        assertThat(responder.close(report).send().body()).isEqualTo("{\"outcome\":\"closed\"}");
        Eventually.so(() -> assertThat(Bus.names(report))
                .containsExactly("ReportReceived", "SafeContactChanged", "ConversationClosed"));
    }

    @Test
    void erasingTheContactLeavesTheCaseReadable() {
        assertThat(responder.erase(report, OrderBody.What.CONTACT).send().body())
                .isEqualTo("{\"outcome\":\"erased\"}");
        OpenedReport opened = responder.opens(report);
        assertThat(opened.texts(ItemKind.MESSAGE)).hasSize(2);
        assertThat(opened.texts(ItemKind.CONTACT)).isEmpty();
        assertThat(Sql.INTAKE.read("SELECT 1 FROM contact_index WHERE report_id = ?", report.value()))
                .isEmpty();
        assertThat(responder.erase(report, OrderBody.What.CONTACT).send().status())
                .isEqualTo(200);
        Eventually.so(() ->
                assertThat(Bus.names(report)).containsExactly("ReportReceived", "SafeContactChanged", "ContactErased"));
    }

    @Test
    void whoWritesAfterTheContactWasErasedIsSomebodyNew() {
        responder.erase(report, OrderBody.What.CONTACT).send();
        reporter.writes(Reporter.CRY);
        assertThat(reporter.report()).isNotEqualTo(report);
        assertThat(responder.opens(reporter.report()).fetched().proposedLink()).isNull();
    }

    @Test
    void erasingTheReportLeavesNothingToRead() {
        assertThat(responder.erase(report, OrderBody.What.REPORT).send().body()).isEqualTo("{\"outcome\":\"erased\"}");
        assertThat(Sql.INTAKE.read(
                        "SELECT jwe FROM item WHERE report_id = ? UNION ALL SELECT jwe FROM item_grant WHERE report_id = ?",
                        report.value(),
                        report.value()))
                .isEmpty();
        assertThat(conversation("shredded_at")).doesNotContainNull();
        assertRefused(responder.fetch(report).send(), 410, "shredded");
        Eventually.so(() -> assertThat(Bus.names(report))
                .containsExactly("ReportReceived", "SafeContactChanged", "ContactErased", "ReportShredded"));
    }

    @Test
    void whatIsLeftOfAnErasureIsFinishedLater() {
        UUID key = UUID.fromString(conversation("shred_key").getFirst());
        Sql.INTAKE.change("UPDATE conversation SET state = 'shredded' WHERE id = ?", report.value());
        eraseReport.finishAll().await().indefinitely();
        assertThat(conversation("shredded_at")).doesNotContainNull();
        assertThat(Sql.SHRED.read("SELECT 1 FROM shred_key WHERE id = ?", key)).isEmpty();
    }

    @Test
    void anOrderIsKeptWithItsSignatureAndAudited() {
        SignedOrder order = responder.note(responder.opens(report), "seen");
        String jws = order.jws();
        responder.fetch(report);
        assertThat(order.send().status()).isEqualTo(200);
        String kept = Sql.INTAKE.one("SELECT jws FROM order_taken WHERE jti = ?", order.jti());
        assertThat(kept.split("\\.")[1]).isEqualTo(jws.split("\\.")[1]);
        assertThat(Sql.INTAKE.one("SELECT actor || ' ' || action FROM audit WHERE jti = ?", order.jti()))
                .isEqualTo("team:north order-note");
    }

    @Test
    void everyViewIsAudited() {
        responder.opens(report);
        responder.opens(report);
        assertThat(Sql.INTAKE.read(
                        "SELECT actor FROM audit WHERE report_id = ? AND action = 'order-fetch'", report.value()))
                .containsExactly("team:north", "team:north");
    }

    @Test
    void answersCarryIntakesTime() {
        for (SignedOrder.Answer answer : List.of(
                responder.fetch(report).send(),
                responder.fetch(report).later(Duration.ofHours(1)).send())) {
            List<String> dates = answer.http().headers().allValues("Date");
            assertThat(dates).hasSize(1);
            Instant said = ZonedDateTime.parse(dates.getFirst(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            assertThat(Duration.between(said, MovableClock.now()).abs()).isLessThan(Duration.ofSeconds(5));
        }
    }

    private List<String> conversation(String column) {
        return Sql.INTAKE.read("SELECT " + column + " FROM conversation WHERE id = ?", report.value());
    }
}
