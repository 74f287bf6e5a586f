package org.ovoz.notify.alert.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ovoz.notify.alert.Alert;
import org.ovoz.notify.alert.AlertOutcome;
import org.ovoz.notify.alert.AlertSender;
import org.ovoz.notify.alert.AlertSenderContract;
import org.ovoz.notify.setting.DeskSetting;
import org.ovoz.notify.setting.DeskTest;
import org.ovoz.notify.setting.Person;
import org.ovoz.notify.setting.Receiver;
import org.ovoz.notify.setting.Sql;
import org.ovoz.notify.setting.Team;
import org.ovoz.notify.setting.Webhook;

@DeskTest
class WebhookAlertSenderTest extends AlertSenderContract {

    private static final int NO_MORE = 410;

    private final Map<String, Webhook> webhooks = new HashMap<>();

    @Inject
    WebhookAlertSender sender;

    @Override
    protected AlertSender sender() {
        return sender;
    }

    @Override
    protected String anAddress() {
        Webhook webhook = Webhook.of(Person.aResponderOf(Team.aTeam()));
        webhooks.put(webhook.url(), webhook);
        return webhook.url();
    }

    @Override
    protected UUID endpoint(String address) {
        return webhook(address).id();
    }

    @Override
    protected String anAddressThatIsRefused() {
        String address = anAddress();
        receiver().answers(address, 400);
        return address;
    }

    @Override
    protected List<String> readAt(String address) {
        return webhook(address).read(webhook(address).secret()).stream()
                .map(WebhookAlertSenderTest::text)
                .toList();
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
    void everyAttemptOfAnAlertHasTheSameIdSoThatASecondOneCanBeDropped() {
        String address = anAddress();
        Alert alert = alert(address);
        receiver().answers(address, 500);
        assertThat(attempt(alert)).isEqualTo(new AlertOutcome.Later("webhook-500"));
        receiver().answers(address, 204);
        assertThat(attempt(alert)).isInstanceOf(AlertOutcome.Sent.class);
        assertThat(receiver().postedTo(address))
                .extracting(posted -> posted.headers().get("webhook-id"))
                .containsExactly("msg_" + alert.id(), "msg_" + alert.id());
        assertThat(sender.mayRepeatUnknown()).isTrue();
    }

    @Test
    void whileASecretIsBeingReplacedBothVerifyAndAfterwardsTheNewOneOnly() {
        String address = anAddress();
        Webhook webhook = webhook(address);
        String old = webhook.secret();
        String current = webhook.rotate();
        send(address);
        assertThat(webhook.read(old)).hasSize(1);
        assertThat(webhook.read(current)).hasSize(1);
        String other = anAddress();
        Webhook late = webhook(other);
        String before = late.secret();
        String after = late.rotate();
        Sql.change("UPDATE endpoint SET old_secret_until = made_at WHERE id = ?", late.id());
        send(other);
        assertThat(late.read(after)).hasSize(1);
        assertThatThrownBy(() -> late.read(before)).isInstanceOf(AssertionError.class);
    }

    @Test
    void aReceiverThatIsNoMoreIsForgotten() {
        String address = anAddress();
        receiver().answers(address, NO_MORE);
        assertThat(send(address)).isEqualTo(new AlertOutcome.Failed("gone"));
        assertThat(send(address)).isEqualTo(new AlertOutcome.Failed("gone"));
        assertThat(receiver().postedTo(address)).hasSize(1);
        assertThat(Sql.read(
                        "SELECT url FROM endpoint WHERE id = ? AND gone_at IS NOT NULL AND secret IS NULL",
                        endpoint(address)))
                .containsExactly("");
    }

    @Test
    void aRedirectIsNotFollowed() {
        String address = anAddress();
        receiver().answers(address, 302);
        assertThat(send(address)).isEqualTo(new AlertOutcome.Later("webhook-302"));
        assertThat(receiver().postedTo(receiver().origin() + "/elsewhere")).isEmpty();
    }

    /** All that is said. */
    private static String text(JsonNode payload) {
        assertThat(payload.fieldNames()).toIterable().containsExactlyInAnyOrder("type", "timestamp", "data");
        assertThat(payload.path("type").asText()).isEqualTo("alert.due");
        assertThat(payload.path("data").fieldNames()).toIterable().containsExactlyInAnyOrder("alert", "text");
        return payload.path("data").path("text").asText();
    }

    private AlertOutcome attempt(Alert alert) {
        return sender.send(alert).await().atMost(Duration.ofSeconds(30));
    }

    private Webhook webhook(String address) {
        return Objects.requireNonNull(webhooks.get(address));
    }

    private static Receiver receiver() {
        return DeskSetting.get().receiver();
    }
}
