package org.ovoz.notify.alert.push;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ovoz.notify.alert.AlertOutcome;
import org.ovoz.notify.alert.AlertSender;
import org.ovoz.notify.alert.AlertSenderContract;
import org.ovoz.notify.setting.Browser;
import org.ovoz.notify.setting.DeskSetting;
import org.ovoz.notify.setting.DeskTest;
import org.ovoz.notify.setting.Person;
import org.ovoz.notify.setting.Receiver;
import org.ovoz.notify.setting.Sql;
import org.ovoz.notify.setting.Team;

@DeskTest
class PushAlertSenderTest extends AlertSenderContract {

    private static final int NOT_FOUND = 404;
    private static final int TOO_LARGE = 413;

    private final Map<String, Browser> browsers = new HashMap<>();
    private final Map<String, UUID> endpoints = new HashMap<>();

    @Inject
    PushAlertSender sender;

    @Override
    protected AlertSender sender() {
        return sender;
    }

    @Override
    protected String anAddress() {
        Browser browser = Browser.of(Person.aResponderOf(Team.aTeam()));
        endpoints.put(browser.url(), browser.subscribed());
        browsers.put(browser.url(), browser);
        return browser.url();
    }

    @Override
    protected UUID endpoint(String address) {
        return Objects.requireNonNull(endpoints.get(address));
    }

    @Override
    protected String anAddressThatIsRefused() {
        String address = anAddress();
        receiver().answers(address, TOO_LARGE);
        return address;
    }

    @Override
    protected List<String> readAt(String address) {
        return Objects.requireNonNull(browsers.get(address)).read();
    }

    @Override
    protected void loseAnswersTo(String address) {
        receiver().losesAnswersTo(address);
    }

    @Override
    protected void goesDown() {
        receiver().goesDown();
    }

    @Override
    protected void comesBack() {
        receiver().comesBack();
    }

    @Test
    void itIsUrgentIsKeptForAWhileAndASecondOneTakesThePlaceOfTheFirst() {
        String address = anAddress();
        send(address);
        assertThat(receiver().postedTo(address))
                .singleElement()
                .satisfies(push -> assertThat(push.headers())
                        .containsEntry("Urgency", "high")
                        .containsEntry("TTL", "900")
                        .hasEntrySatisfying("Topic", topic -> assertThat(topic).matches("[A-Za-z0-9_-]{22}")));
        assertThat(sender.mayRepeatUnknown()).isTrue();
    }

    @Test
    void aSubscriptionThatIsNoMoreIsForgotten() {
        String address = anAddress();
        receiver().answers(address, NOT_FOUND);
        assertThat(send(address)).isEqualTo(new AlertOutcome.Failed("gone"));
        assertThat(Sql.read(
                        "SELECT url FROM endpoint WHERE id = ? AND gone_at IS NOT NULL AND p256dh IS NULL AND auth IS NULL",
                        endpoint(address)))
                .containsExactly("");
        assertThat(send(address)).isEqualTo(new AlertOutcome.Failed("gone"));
        assertThat(receiver().postedTo(address)).hasSize(1);
    }

    @Test
    void aPushServiceThatIsTooBusyOrHasAFaultIsAskedAgainLater() {
        String address = anAddress();
        receiver().answers(address, 429);
        assertThat(send(address)).isEqualTo(new AlertOutcome.Later("push-429"));
        receiver().answers(address, 503);
        assertThat(send(address)).isEqualTo(new AlertOutcome.Unknown("push-503"));
    }

    @Test
    void aRedirectIsNotFollowed() {
        String address = anAddress();
        receiver().answers(address, 307);
        assertThat(send(address)).isEqualTo(new AlertOutcome.Failed("push-307"));
        assertThat(receiver().postedTo(receiver().origin() + "/elsewhere")).isEmpty();
    }

    private static Receiver receiver() {
        return DeskSetting.get().receiver();
    }
}
