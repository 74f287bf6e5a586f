package org.ovoz.intake.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.report.ReporterWrote;
import org.ovoz.contracts.sealing.AttachmentHead;
import org.ovoz.contracts.sealing.AttachmentHead.Failure;
import org.ovoz.contracts.sealing.Chunks;
import org.ovoz.contracts.sealing.ItemKind;
import org.ovoz.intake.setting.Bus;
import org.ovoz.intake.setting.Eventually;
import org.ovoz.intake.setting.IntakeSetting;
import org.ovoz.intake.setting.IntakeTest;
import org.ovoz.intake.setting.MovableClock;
import org.ovoz.intake.setting.OpenedReport;
import org.ovoz.intake.setting.Reporter;
import org.ovoz.intake.setting.Responder;
import org.ovoz.intake.setting.Sms;
import org.ovoz.intake.setting.Sql;
import org.ovoz.intake.setting.Team;
import org.ovoz.intake.setting.Webhook;
import org.ovoz.local.carrier.faults.FaultKind;

/** What came with a text, from the carrier to the responder. */
@IntakeTest
class FetchMediaTest {

    private static final byte[] PICTURE = Sender.picture(700_000);

    @Inject
    FetchMedia fetchMedia;

    private final Sender sender = new Sender();

    @Test
    void aPictureIsFetchedSealedToTheTeamAndDeletedAtTheCarrier() {
        sender.sends(Reporter.CRY, PICTURE).awaitState("deleted");
        OpenedReport opened = sender.opens();
        assertThat(Sender.heads(opened)).singleElement().satisfies(head -> {
            assertThat(head.label()).isEqualTo("image/jpeg");
            assertThat(head.size()).isEqualTo(PICTURE.length);
            assertThat(head.chunks()).isEqualTo(Chunks.count(PICTURE.length));
            assertThat(head.failed()).isNull();
        });
        assertThat(sender.responder.opensAttachment(opened, Sender.ids(opened).getFirst()))
                .isEqualTo(PICTURE);
        assertThat(sender.atTheCarrier()).isZero();
        assertThat(sender.sources()).isEmpty();
    }

    @Test
    void severalPicturesAreAnItemEachAndTheHeadSaysOfWhichText() {
        sender.sends(Reporter.CRY, PICTURE, Sender.picture(10), Sender.picture(3_000_000))
                .awaitState("deleted", "deleted", "deleted");
        OpenedReport opened = sender.opens();
        assertThat(Sender.heads(opened))
                .extracting(AttachmentHead::size)
                .containsExactlyInAnyOrder(PICTURE.length, 10, 3_000_000);
        assertThat(Sender.heads(opened))
                .allSatisfy(head -> assertThat(head.of())
                        .isEqualTo(opened.fetched().items().stream()
                                .filter(item -> item.kind() == ItemKind.MESSAGE)
                                .findFirst()
                                .orElseThrow()
                                .id()));
        assertThat(Sender.ids(opened))
                .allSatisfy(id ->
                        assertThat(sender.responder.opensAttachment(opened, id)).isNotEmpty());
    }

    @Test
    void aPictureWithoutAWordIsAReportOfItsOwn() {
        sender.sends("", PICTURE).awaitState("deleted");
        OpenedReport opened = Responder.of(Team.CATCH_ALL).opens(sender.report());
        assertThat(opened.texts(ItemKind.MESSAGE)).containsExactly("");
        assertThat(Sender.heads(opened)).hasSize(1);
    }

    @Test
    void theTextIsTakenAndReadableWhileThePictureCannotBeHad() {
        int fault = sender.carrierAlwaysWill(FaultKind.MEDIA_ERROR);
        sender.sends(Reporter.CRY, PICTURE).awaitTries(1);
        OpenedReport opened = sender.opens();
        assertThat(opened.texts(ItemKind.MESSAGE)).containsExactly(Reporter.CRY);
        assertThat(Sender.heads(opened)).isEmpty();
        assertThat(sender.states()).containsExactly("wanted");
        IntakeSetting.carrier().removeFault(fault);
        MovableClock.putForward(Duration.ofMinutes(3));
        workOff();
        sender.awaitState("deleted");
        assertThat(Sender.heads(sender.opens())).hasSize(1);
    }

    @Test
    void whatCameAfterTheTextWasReadHasToBeReadToo() {
        int fault = sender.carrierAlwaysWill(FaultKind.MEDIA_ERROR);
        sender.sends(Reporter.CRY, PICTURE).awaitTries(1);
        sender.opens();
        IntakeSetting.carrier().removeFault(fault);
        MovableClock.putForward(Duration.ofMinutes(3));
        workOff();
        sender.awaitState("deleted");
        Eventually.so(() -> assertThat(Bus.names(sender.report())).containsExactly("ReportReceived", "ReporterWrote"));
        ReporterWrote told = (ReporterWrote) Bus.told(sender.report()).getLast().event();
        assertThat(isUnread(sender.report())).isTrue();
        OpenedReport opened = sender.opens();
        assertThat(Sender.ids(opened)).containsExactly(told.itemId());
        assertThat(isUnread(sender.report())).isFalse();
    }

    @Test
    void whatCameBeforeTheTextWasReadIsReadWithIt() {
        sender.sends(Reporter.CRY, PICTURE).awaitState("deleted");
        sender.opens();
        sender.reporter.writes("1");
        Eventually.so(
                () -> assertThat(Bus.names(sender.report())).containsExactly("ReportReceived", "SafeContactChanged"));
    }

    @Test
    void aYesWithAPictureWaitsToBeRead() {
        sender.sends(Reporter.CRY);
        sender.opens();
        sender.sends("1", PICTURE);
        Eventually.so(() -> assertThat(Bus.names(sender.report())).contains("ReporterWrote", "SafeContactChanged"));
    }

    @Test
    void whatIsTooLargeIsNamedAndLeftAtTheCarrier() {
        sender.sends(Reporter.CRY, Sender.picture(5 * 1024 * 1024 + 1)).awaitState("failed");
        assertFailed(Failure.TOO_LARGE);
        assertThat(sender.atTheCarrier()).isOne();
    }

    @Test
    void theLargestThatIsTakenIsTaken() {
        byte[] largest = Sender.picture(5 * 1024 * 1024);
        sender.sends(Reporter.CRY, largest).awaitState("deleted");
        OpenedReport opened = sender.opens();
        assertThat(sender.responder.opensAttachment(opened, Sender.ids(opened).getFirst()))
                .isEqualTo(largest);
    }

    @Test
    void whatTheCarrierDoesNotHaveIsNamedAfterAQuarterOfAnHour() {
        sender.carrierAlwaysWill(FaultKind.MEDIA_MISSING);
        sender.sends(Reporter.CRY, PICTURE).awaitTries(1);
        MovableClock.putForward(Duration.ofMinutes(16));
        workOff();
        sender.awaitState("failed");
        assertFailed(Failure.GONE);
    }

    @Test
    void whatTheCarrierDoesNotGiveForADayIsNamed() {
        sender.carrierAlwaysWill(FaultKind.MEDIA_ERROR);
        sender.sends(Reporter.CRY, PICTURE).awaitTries(1);
        MovableClock.putForward(Duration.ofHours(23));
        workOff();
        sender.awaitTries(2);
        MovableClock.putForward(Duration.ofHours(2));
        workOff();
        sender.awaitState("failed");
        assertFailed(Failure.NOT_GIVEN);
    }

    @Test
    void anAddressOfSomethingElseIsNeverFetched() throws Exception {
        try (Trap trap = new Trap()) {
            Sms text = Sms.of(sender.reporter.number(), Reporter.CRY)
                    .with("NumMedia", "1")
                    .with("MediaUrl0", trap.address() + "/picture.jpg")
                    .with("MediaContentType0", "image/jpeg");
            assertThat(Webhook.of(text).send().statusCode()).isEqualTo(200);
            ReportId report = Reporter.reportOf(text.id());
            Eventually.so(() -> assertThat(state(report)).isEqualTo("failed"));
            assertThat(Sender.heads(sender.responder.opens(report)))
                    .extracting(AttachmentHead::failed)
                    .containsExactly(Failure.NOT_THE_CARRIERS);
            assertThat(trap.asked()).isZero();
        }
    }

    @Test
    void anotherHostThatNamesTheCarriersIdsIsNotAskedTheCarrierIs() throws Exception {
        try (Trap trap = new Trap()) {
            Sms text = Sms.of(sender.reporter.number(), Reporter.CRY);
            String path = "/2010-04-01/Accounts/" + text.fields().get("AccountSid") + "/Messages/" + text.id()
                    + "/Media/ME" + "d".repeat(32);
            Webhook.of(text.with("NumMedia", "1").with("MediaUrl0", trap.address() + path))
                    .send();
            ReportId report = Reporter.reportOf(text.id());
            Sender.awaitTries(report, 1);
            MovableClock.putForward(Duration.ofMinutes(16));
            workOff();
            Eventually.so(() -> assertThat(state(report)).isEqualTo("failed"));
            assertThat(Sender.heads(sender.responder.opens(report)))
                    .extracting(AttachmentHead::failed)
                    .containsExactly(Failure.GONE);
            assertThat(trap.asked()).isZero();
        }
    }

    @Test
    void aWordThatNobodyKnowsIsNoLabel() {
        Sms text = Sms.of(sender.reporter.number(), Reporter.CRY)
                .with("NumMedia", "1")
                .with("MediaUrl0", "x")
                .with("MediaContentType0", "Call +998901234567 now");
        Webhook.of(text).send();
        ReportId report = Reporter.reportOf(text.id());
        Eventually.so(() -> assertThat(state(report)).isEqualTo("failed"));
        assertThat(Sender.heads(sender.responder.opens(report)))
                .extracting(AttachmentHead::label)
                .containsExactly("other");
    }

    @Test
    void aTeamThatWasLetInMeanwhileGetsItsKey() {
        int fault = sender.carrierAlwaysWill(FaultKind.MEDIA_ERROR);
        sender.sends(Reporter.CRY, PICTURE).awaitTries(1);
        assertThat(sender.responder.grant(sender.opens(), Team.STEPPE).send().status())
                .isEqualTo(200);
        IntakeSetting.carrier().removeFault(fault);
        MovableClock.putForward(Duration.ofMinutes(3));
        workOff();
        sender.awaitState("deleted");
        OpenedReport opened = Responder.of(Team.STEPPE).opens(sender.report());
        assertThat(Responder.of(Team.STEPPE)
                        .opensAttachment(opened, Sender.ids(opened).getFirst()))
                .isEqualTo(PICTURE);
    }

    @Test
    void aTeamThatIsLetInAfterwardsGetsItWithEverythingElse() {
        sender.sends(Reporter.CRY, PICTURE).awaitState("deleted");
        assertThat(sender.responder.grant(sender.opens(), Team.STEPPE).send().status())
                .isEqualTo(200);
        OpenedReport opened = Responder.of(Team.STEPPE).opens(sender.report());
        assertThat(Responder.of(Team.STEPPE)
                        .opensAttachment(opened, Sender.ids(opened).getFirst()))
                .isEqualTo(PICTURE);
    }

    private void workOff() {
        fetchMedia.workOff().await().indefinitely();
    }

    private void assertFailed(Failure why) {
        assertThat(Sender.heads(sender.opens())).singleElement().satisfies(head -> {
            assertThat(head.failed()).isEqualTo(why);
            assertThat(List.of(head.size(), head.chunks())).containsOnly(0);
        });
        assertThat(sender.sources()).isEmpty();
        assertThat(sender.chunks()).isEmpty();
    }

    private static String state(ReportId report) {
        return Sql.INTAKE.one("SELECT state FROM media WHERE report_id = ?", report.value());
    }

    private static boolean isUnread(ReportId report) {
        return Sql.INTAKE
                .one("SELECT unread_since IS NOT NULL FROM conversation WHERE id = ?", report.value())
                .equals("t");
    }
}
