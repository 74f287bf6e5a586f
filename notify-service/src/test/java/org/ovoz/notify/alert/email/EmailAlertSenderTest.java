package org.ovoz.notify.alert.email;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ovoz.notify.alert.AlertSender;
import org.ovoz.notify.alert.AlertSenderContract;
import org.ovoz.notify.setting.DeskSetting;
import org.ovoz.notify.setting.DeskTest;
import org.ovoz.notify.setting.MailServer;

@DeskTest
class EmailAlertSenderTest extends AlertSenderContract {

    @Inject
    EmailAlertSender sender;

    @Override
    protected AlertSender sender() {
        return sender;
    }

    @Override
    protected String anAddress() {
        return "p" + UUID.randomUUID().toString().substring(0, 12) + "@people.example";
    }

    @Override
    protected String anAddressThatIsRefused() {
        return "not an address";
    }

    @Override
    protected List<String> readAt(String address) {
        return mail().receivedAt(address).stream().map(MailServer::read).toList();
    }

    @Override
    protected void loseAnswersTo(String address) {
        mail().losesAnswersTo(address);
    }

    @Override
    protected void goesDown() {
        mail().goesDown();
    }

    @Override
    protected void comesBack() {
        mail().comesBack();
    }

    @Test
    void anUnknownFateMayBeTriedAgainForASecondMailDoesNoHarm() {
        assertThat(sender.mayRepeatUnknown()).isTrue();
    }

    private static MailServer mail() {
        return DeskSetting.get().mail();
    }
}
