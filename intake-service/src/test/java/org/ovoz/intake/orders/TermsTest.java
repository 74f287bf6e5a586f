package org.ovoz.intake.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.TextsAllowed;
import org.ovoz.contracts.contact.ContactTerms;
import org.ovoz.contracts.contact.SafeWindow;
import org.ovoz.contracts.order.FetchResult;
import org.ovoz.contracts.order.OrderAction;
import org.ovoz.contracts.order.OrderBody;
import org.ovoz.contracts.order.OrderClaims;
import org.ovoz.contracts.order.Orders;
import org.ovoz.contracts.report.SafeContactChanged;
import org.ovoz.contracts.report.SafeWindowChanged;
import org.ovoz.contracts.sealing.ItemKind;
import org.ovoz.intake.setting.Bus;
import org.ovoz.intake.setting.Eventually;
import org.ovoz.intake.setting.Hours;
import org.ovoz.intake.setting.IntakeTest;
import org.ovoz.intake.setting.OpenedReport;
import org.ovoz.intake.setting.Reporter;
import org.ovoz.intake.setting.Responder;
import org.ovoz.intake.setting.SignedOrder;
import org.ovoz.intake.setting.Sql;
import org.ovoz.intake.setting.Team;

/** A responder records the person's word on how they may be reached. */
@IntakeTest
class TermsTest {

    private static final ContactTerms YES = Hours.yes(null);
    private static final ContactTerms NO = new ContactTerms(TextsAllowed.REFUSED, false, false, null);

    private final Responder responder = Responder.of(Team.NORTH);
    private final Reporter reporter = Reporter.whoWrote(Reporter.CRY);
    private final ReportId report = reporter.report();

    @Test
    void aRecordedYesHoldsAndIsTold() {
        SignedOrder order = responder.contract(report, YES);
        assertThat(order.send().body()).isEqualTo("{\"outcome\":\"recorded\"}");
        assertThat(reach().terms()).isEqualTo(YES);
        assertThat(fetched().texts()).isEqualTo(TextsAllowed.ALLOWED);
        Eventually.so(() -> assertThat(lastTold())
                .isInstanceOfSatisfying(
                        SafeContactChanged.class,
                        told -> assertThat(told.texts()).isEqualTo(TextsAllowed.ALLOWED)));
    }

    @Test
    void theOrderIsKeptAsItsProof() {
        SignedOrder order = responder.contract(report, YES);
        order.send();
        assertThat(proof(order).act()).isEqualTo(OrderAction.CONTRACT);
        assertThat(Sql.INTAKE.one("SELECT action FROM audit WHERE jti = ?", order.jti()))
                .isEqualTo("order-contract");
    }

    @Test
    void hoursAreServedAsWindowsAndTheNextOneIsTold() {
        ContactTerms evenings = Hours.onTwoDays(Hours.in(60), 30);
        responder.contract(report, evenings).send();
        SafeWindow next = new SafeWindow(Hours.in(60), Hours.in(90));
        assertThat(reach().windows()).hasSizeGreaterThanOrEqualTo(2).first().isEqualTo(next);
        assertThat(reach().terms()).isEqualTo(evenings);
        Eventually.so(() -> assertThat(Bus.told(report))
                .extracting(Bus.Told::event)
                .filteredOn(SafeWindowChanged.class::isInstance)
                .singleElement()
                .satisfies(
                        told -> assertThat(((SafeWindowChanged) told).opensAt()).isEqualTo(next.from())));
    }

    @Test
    void atAnyTimeAgainIsToldWithoutAWindow() {
        responder.contract(report, Hours.weekly(Hours.in(60), 30)).send();
        responder.contract(report, YES).send();
        assertThat(reach().windows()).isEmpty();
        Eventually.so(() -> assertThat(lastTold())
                .isInstanceOfSatisfying(
                        SafeWindowChanged.class,
                        told -> assertThat(told.opensAt()).isNull()));
    }

    @Test
    void whatThePhoneRefusedNoOrderLifts() {
        reporter.writes("STOP");
        SignedOrder order = responder.contract(report, YES);
        SignedOrder.Answer answer = order.send();
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).contains("contract-refused").contains("\"reason\":\"contact-refused\"");
        assertThat(fetched().texts()).isEqualTo(TextsAllowed.REFUSED);
        assertThat(proof(order).act()).isEqualTo(OrderAction.CONTRACT);
        assertThat(responder.contract(report, NO).send().status()).isEqualTo(200);
    }

    @Test
    void stopAfterARecordedYesTightens() {
        responder.contract(report, YES).send();
        reporter.writes("STOP");
        assertThat(fetched().texts()).isEqualTo(TextsAllowed.REFUSED);
        Eventually.so(() -> assertThat(lastTold())
                .isInstanceOfSatisfying(
                        SafeContactChanged.class,
                        told -> assertThat(told.texts()).isEqualTo(TextsAllowed.REFUSED)));
    }

    @Test
    void aRecordedNoIsNotLiftedByThePhoneButByAnotherOrder() {
        responder.contract(report, NO).send();
        reporter.writes("1");
        assertThat(fetched().texts()).isEqualTo(TextsAllowed.REFUSED);
        responder.contract(report, YES).send();
        assertThat(fetched().texts()).isEqualTo(TextsAllowed.ALLOWED);
        Eventually.so(() -> assertThat(Bus.names(report))
                .containsExactly("ReportReceived", "SafeContactChanged", "ReporterWrote", "SafeContactChanged"));
    }

    @Test
    void whatWasSaidInWordsIsSealedInANoteByTheSameOrder() {
        OpenedReport opened = responder.opens(report);
        OrderBody.Note note = responder.sealedNote(opened, "the word is heron");
        responder
                .order(report, OrderAction.CONTRACT, new OrderBody.Contract(YES, note))
                .send();
        assertThat(responder.opens(report).texts(ItemKind.NOTE)).containsExactly("the word is heron");
        assertThat(Sql.INTAKE.one("SELECT terms FROM conversation WHERE id = ?", report.value()))
                .doesNotContain("heron");
    }

    @Test
    void aNoteThatNotAllMayReadRecordsNothing() {
        OpenedReport opened = responder.opens(report);
        OrderBody.Note note = responder.sealedNote(opened, "x");
        OrderBody.Note without = new OrderBody.Note(note.item(), note.grants().subList(0, 1));
        SignedOrder.Answer answer = responder
                .order(report, OrderAction.CONTRACT, new OrderBody.Contract(YES, without))
                .send();
        assertThat(answer.body()).contains("grants-missing");
        assertThat(reach().terms()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"terms\":{\"texts\":\"allowed\",\"calls\":false,\"voicemail\":true}}",
                "{\"terms\":{\"texts\":\"allowed\",\"calls\":false,\"voicemail\":false,\"hours\":{\"zone\":\"Europe/Moscow\",\"spans\":[]}}}",
                "{\"terms\":{\"texts\":\"allowed\",\"calls\":false,\"voicemail\":false,\"hours\":{\"zone\":\"by the bakery\",\"spans\":[{\"day\":1,\"from\":\"18:00\",\"to\":\"19:00\"}]}}}",
                "{\"terms\":{\"texts\":\"allowed\",\"calls\":false,\"voicemail\":false,\"hours\":{\"zone\":\"Europe/Moscow\",\"spans\":[{\"day\":8,\"from\":\"18:00\",\"to\":\"19:00\"}]}}}",
                "{\"terms\":{\"texts\":\"allowed\",\"calls\":false,\"voicemail\":false,\"hours\":{\"zone\":\"Europe/Moscow\",\"spans\":[{\"day\":1,\"from\":\"late\",\"to\":\"19:00\"}]}}}",
                "{\"terms\":{\"texts\":\"perhaps\",\"calls\":false,\"voicemail\":false}}",
                "{}"
            })
    void whatIsNoTermsIsRefused(String body) {
        SignedOrder.Answer answer =
                responder.contract(report, YES).withBody(body).send();
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(reach().terms()).isNull();
    }

    @Test
    void nothingIsRecordedForAnErasedContactOrAClosedReport() {
        responder.erase(report, OrderBody.What.CONTACT).send();
        assertThat(responder.contract(report, YES).send().body()).contains("\"reason\":\"contact-erased\"");
        responder.close(report).send();
        assertThat(responder.contract(report, YES).send().body()).contains("report-closed");
    }

    /** As it is kept, by the team's own signature. */
    private static OrderClaims proof(SignedOrder order) {
        String kept = Sql.INTAKE.one("SELECT jws FROM order_taken WHERE jti = ?", order.jti());
        return Orders.FORM.verify(kept, Team.NORTH.orderKey().toPublicJWK());
    }

    private FetchResult fetched() {
        return responder.opens(report).fetched();
    }

    private FetchResult.Reach reach() {
        return fetched().reach();
    }

    private Object lastTold() {
        return List.copyOf(Bus.told(report)).getLast().event();
    }
}
