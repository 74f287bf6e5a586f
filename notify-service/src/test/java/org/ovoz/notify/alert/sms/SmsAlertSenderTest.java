package org.ovoz.notify.alert.sms;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.ovoz.notify.alert.AlertOutcome;
import org.ovoz.notify.alert.AlertSender;
import org.ovoz.notify.alert.AlertSenderContract;
import org.ovoz.notify.setting.DeskSetting;
import org.ovoz.notify.setting.DeskTest;
import org.ovoz.notify.setting.FakeCarrier;

@DeskTest
class SmsAlertSenderTest extends AlertSenderContract {

    private static final AtomicInteger NUMBERS = new AtomicInteger(5_000_000);
    private static final String REFUSED = "+9990000001";

    @Inject
    SmsAlertSender sender;

    @Override
    protected AlertSender sender() {
        return sender;
    }

    @Override
    protected String anAddress() {
        return "+998" + NUMBERS.incrementAndGet();
    }

    @Override
    protected String anAddressThatIsRefused() {
        carrier().failsNext(REFUSED, 400, 21211);
        return REFUSED;
    }

    @Override
    protected List<String> readAt(String address) {
        return carrier().askedFor(address).stream().map(FakeCarrier.Asked::body).toList();
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

    @Test
    void itComesFromTheStaffAccountsNumberAndAsksForItsFate() {
        String address = anAddress();
        send(address);
        assertThat(carrier().askedFor(address)).singleElement().satisfies(asked -> {
            assertThat(asked.from()).isEqualTo(DeskSetting.STAFF_NUMBER);
            assertThat(asked.statusCallback()).startsWith("https://desk.example/twilio/staff/status?alert=");
        });
    }

    @Test
    void aCarrierThatIsTooBusySurelyDidNotSend() {
        String address = anAddress();
        carrier().failsNext(address, 429, 20429);
        assertThat(send(address)).isInstanceOf(AlertOutcome.Later.class);
        assertThat(sender.mayRepeatUnknown()).isFalse();
    }

    private static FakeCarrier carrier() {
        return DeskSetting.get().carrier();
    }
}
