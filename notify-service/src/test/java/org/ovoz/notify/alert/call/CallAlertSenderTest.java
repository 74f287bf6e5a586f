package org.ovoz.notify.alert.call;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.Ids;
import org.ovoz.notify.alert.Alert;
import org.ovoz.notify.alert.AlertKind;
import org.ovoz.notify.alert.AlertOutcome;
import org.ovoz.notify.alert.AlertSender;
import org.ovoz.notify.alert.AlertSenderContract;
import org.ovoz.notify.setting.DeskSetting;
import org.ovoz.notify.setting.DeskTest;
import org.ovoz.notify.setting.FakeCarrier;
import org.ovoz.notify.setting.MovableClock;
import org.ovoz.notify.setting.Person;
import org.ovoz.notify.setting.Sql;
import org.ovoz.notify.setting.Team;

@DeskTest
class CallAlertSenderTest extends AlertSenderContract {

    @Inject
    CallAlertSender sender;

    @Override
    protected AlertSender sender() {
        return sender;
    }

    @Override
    protected String anAddress() {
        return Person.aResponderOf(Team.aTeam()).withATelephone().sms();
    }

    @Override
    protected String anAddressThatIsRefused() {
        String address = anAddress();
        carrier().failsNext(address, 400, 21211);
        return address;
    }

    /** What is heard, but for the sentences that every call says. */
    @Override
    protected List<String> readAt(String address) {
        return carrier().calledAt(address).stream()
                .map(Telephone::answer)
                .map(heard -> heard.said().stream()
                        .filter(said -> !Telephone.EVERY_CALL_SAYS.contains(said))
                        .distinct()
                        .map(said -> said.replaceAll("(\\w) (\\w) (\\w) (\\w), (\\d)\\.", "$1$2$3$4-$5"))
                        .toList())
                .map(said -> String.join(" / ", said))
                .toList();
    }

    @Override
    protected void loseAnswersTo(String address) {
        carrier().failsNext(address, 503, 0);
    }

    @Override
    protected void goesDown() {
        carrier().goesDown();
    }

    @Override
    protected void comesBack() {
        carrier().comesBack();
    }

    /** As the sweeper takes it: only in a call that was placed is anything said. */
    @Override
    protected Alert alert(String address) {
        UUID id = Ids.random();
        Sql.change("""
                INSERT INTO alert (id, cause, purpose, subject, person, kind, text, state, attempts, created_at, due_at, tried_at, changed_at)
                SELECT ?, ?, 'check-in', ?, p.id, 'call', ?, 'sending', 1, t.at, t.at, t.at, t.at
                FROM person p, (SELECT ?::timestamptz AS at) t WHERE p.call = ?""", id, Ids.random(), Ids.random(), TEXT, MovableClock.now().toString(), address);
        return new Alert(id, AlertKind.CALL, address, null, TEXT);
    }

    @Test
    void itComesFromTheStaffAccountsNumberRingsForAWhileAndAsksWhoAnswered() {
        String address = anAddress();
        send(address);
        assertThat(carrier().calledAt(address)).singleElement().satisfies(call -> {
            assertThat(call.from()).isEqualTo(DeskSetting.STAFF_NUMBER);
            assertThat(call.script()).matches("/twilio/staff/call\\?alert=[0-9a-f-]{36}");
            assertThat(call.statusCallback()).matches("/twilio/staff/call/status\\?alert=[0-9a-f-]{36}");
            assertThat(call.form()).containsEntry("Timeout", "20").containsEntry("MachineDetection", "Enable");
        });
    }

    @Test
    void aCarrierThatIsTooBusySurelyDidNotCall() {
        String address = anAddress();
        carrier().failsNext(address, 429, 20429);
        assertThat(send(address)).isInstanceOf(AlertOutcome.Later.class);
        assertThat(sender.mayRepeatUnknown()).isFalse();
    }

    private static FakeCarrier carrier() {
        return DeskSetting.get().carrier();
    }
}
