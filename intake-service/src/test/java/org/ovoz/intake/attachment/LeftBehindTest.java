package org.ovoz.intake.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.ItemId;
import org.ovoz.contracts.order.OrderBody;
import org.ovoz.intake.sealing.ShredKey;
import org.ovoz.intake.sealing.ShredKeys;
import org.ovoz.intake.setting.AtOnce;
import org.ovoz.intake.setting.Eventually;
import org.ovoz.intake.setting.IntakeSetting;
import org.ovoz.intake.setting.IntakeTest;
import org.ovoz.intake.setting.MovableClock;
import org.ovoz.intake.setting.OpenedReport;
import org.ovoz.intake.setting.Reporter;
import org.ovoz.intake.setting.Sql;
import org.ovoz.local.carrier.faults.FaultKind;

/** What a process that dies leaves behind, and two that are at the same thing. */
@IntakeTest
class LeftBehindTest {

    private static final byte[] PICTURE = Sender.picture(300_000);

    /** Once the first attempt was put off. */
    private static final String TAKE = "UPDATE media SET tries = 2, due_at = due_at + interval '110 s'"
            + " WHERE report_id = ? AND tries = 1 AND due_at < wanted_at + interval '60 s'";

    @Inject
    FetchMedia fetchMedia;

    @Inject
    SettleMedium settleMedium;

    @Inject
    StoreAttachment storeAttachment;

    @Inject
    MediaTimes times;

    @Inject
    ShredKeys shredKeys;

    @Inject
    Pool pool;

    @Inject
    Clock clock;

    private final Sender sender = new Sender();

    @Test
    void whatADeadProcessHadTakenIsFetchedByAnother() {
        WaitingMedium taken = takenByOneThatDies();
        workOff();
        assertThat(sender.states()).containsExactly("wanted");
        MovableClock.putForward(Duration.ofSeconds(121));
        workOff();
        sender.awaitState("deleted");
        OpenedReport opened = sender.opens();
        assertThat(Sender.ids(opened)).containsExactly(taken.item());
        assertThat(sender.responder.opensAttachment(opened, taken.item())).isEqualTo(PICTURE);
    }

    @Test
    void whatWasStoredByOneThatDiedBeforeItWasDeletedIsDeletedAndNotStoredAgain() {
        WaitingMedium taken = takenByOneThatDies();
        assertThat(store(taken)).isTrue();
        assertThat(sender.states()).containsExactly("stored");
        assertThat(sender.atTheCarrier()).isOne();
        MovableClock.putForward(Duration.ofSeconds(121));
        workOff();
        sender.awaitState("deleted");
        assertThat(sender.atTheCarrier()).isZero();
        assertThat(sender.chunks()).containsExactly("0", "1");
        assertThat(Sender.ids(sender.opens())).containsExactly(taken.item());
    }

    @Test
    void aSlowOneThatWakesUpAfterAnotherHasStoredItStoresNothing() {
        WaitingMedium taken = takenByOneThatDies();
        MovableClock.putForward(Duration.ofSeconds(121));
        workOff();
        sender.awaitState("deleted");
        assertThat(store(taken)).isFalse();
        assertThat(sender.chunks()).containsExactly("0", "1");
        assertThat(sender.states()).containsExactly("deleted");
    }

    @Test
    void twoInstancesFetchEachPictureOnce() {
        FetchMedia other = new FetchMedia(new MediaRows(pool), settleMedium, times, clock);
        List<Sender> senders = Stream.generate(Sender::new).limit(6).toList();
        List<Integer> faults = senders.stream()
                .map(one -> one.carrierAlwaysWill(FaultKind.MEDIA_ERROR))
                .toList();
        senders.forEach(one -> one.sends(Reporter.CRY, PICTURE, Sender.picture(10)));
        senders.forEach(one -> Eventually.so(() -> assertThat(Sql.INTAKE.read(
                        "SELECT tries FROM media WHERE report_id = ? AND tries > 0",
                        one.report().value()))
                .hasSize(2)));
        faults.forEach(IntakeSetting.carrier()::removeFault);
        MovableClock.putForward(Duration.ofMinutes(3));
        List<Callable<Boolean>> both = new ArrayList<>();
        for (FetchMedia one : List.of(fetchMedia, other, fetchMedia, other)) {
            both.add(() -> {
                one.workOff().await().indefinitely();
                return true;
            });
        }
        AtOnce.all(both);
        senders.forEach(one -> one.awaitState("deleted", "deleted"));
        assertThat(senders)
                .allSatisfy(one -> assertThat(Sender.ids(one.opens())).hasSize(2));
    }

    @Test
    void whoErasesTheReportErasesWhatTheCarrierHasOfIt() {
        takenByOneThatDies();
        var erased =
                sender.responder.erase(sender.report(), OrderBody.What.REPORT).send();
        assertThat(erased.status()).as(erased.body()).isEqualTo(200);
        assertThat(sender.atTheCarrier()).isZero();
        assertThat(sender.states()).isEmpty();
    }

    @Test
    void whatIsFetchedWhileTheReportIsErasedIsNotStored() {
        WaitingMedium taken = takenByOneThatDies();
        ShredKey key = key(taken);
        sender.responder.erase(sender.report(), OrderBody.What.REPORT).send();
        assertThat(store(taken, key)).isFalse();
        assertThat(sender.chunks()).isEmpty();
    }

    @Test
    void anErasedReportHasNoChunks() {
        sender.sends(Reporter.CRY, PICTURE).awaitState("deleted");
        assertThat(sender.chunks()).isNotEmpty();
        sender.responder.erase(sender.report(), OrderBody.What.REPORT).send();
        assertThat(sender.chunks()).isEmpty();
    }

    /** Taken by a process, of which nothing is heard any more. */
    private WaitingMedium takenByOneThatDies() {
        int fault = sender.carrierAlwaysWill(FaultKind.MEDIA_ERROR);
        sender.sends(Reporter.CRY, PICTURE);
        Object report = sender.report().value();
        Eventually.so(() -> assertThat(Sql.INTAKE.change(TAKE, report)).isOne());
        IntakeSetting.carrier().removeFault(fault);
        return new WaitingMedium(
                ItemId.of(Sql.INTAKE.one("SELECT id FROM media WHERE report_id = ?", report)),
                sender.report(),
                ItemId.of(Sql.INTAKE.one("SELECT message_id FROM media WHERE report_id = ?", report)),
                false,
                new WaitingMedium.Source(
                        sender.sources().getFirst(),
                        UUID.fromString(Sql.INTAKE.one("SELECT shred_key FROM conversation WHERE id = ?", report))),
                new WaitingMedium.Attempts(clock.instant(), 2));
    }

    private boolean store(WaitingMedium medium) {
        return store(medium, key(medium));
    }

    private boolean store(WaitingMedium medium, ShredKey key) {
        var target = new StoreAttachment.Target(medium.item(), medium.report(), medium.message(), "image/jpeg");
        return storeAttachment.store(target, PICTURE, key).await().indefinitely();
    }

    private ShredKey key(WaitingMedium medium) {
        return shredKeys
                .find(java.util.Objects.requireNonNull(medium.source().shredKey()))
                .await()
                .indefinitely()
                .orElseThrow();
    }

    private void workOff() {
        fetchMedia.workOff().await().indefinitely();
    }
}
