package org.ovoz.notify.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ovoz.notify.setting.Eventually;

/** What every way of alerting a person keeps to. */
public abstract class AlertSenderContract {

    private static final Duration IN_TIME = Duration.ofSeconds(30);
    private static final String TEXT = "K7Q2-1";

    protected abstract AlertSender sender();

    /** An address of this way that nobody had before. */
    protected abstract String anAddress();

    /** An address that the other side refuses for good. */
    protected abstract String anAddressThatIsRefused();

    /** Everything that a person at this address can read, one text per message. */
    protected abstract List<String> readAt(String address);

    /** From now on nobody says what became of what is sent to this address. */
    protected abstract void loseAnswersTo(String address);

    @Test
    void anAlertArrivesOnceAndSaysItsTextAndNothingElse() {
        String address = anAddress();
        assertThat(send(address)).isInstanceOf(AlertOutcome.Sent.class);
        Eventually.so(() -> assertThat(readAt(address)).containsExactly(TEXT));
    }

    @Test
    void eachCallIsOneAttempt() {
        String address = anAddress();
        send(address);
        send(address);
        Eventually.so(() -> assertThat(readAt(address)).hasSize(2));
    }

    @Test
    void whatNobodyKnowsIsUnknownAndDoesNotFail() {
        String address = anAddress();
        loseAnswersTo(address);
        assertThat(send(address)).isInstanceOf(AlertOutcome.Unknown.class);
    }

    @Test
    void aRefusalIsNoSuccessAndItsReasonIsACode() {
        AlertOutcome outcome = send(anAddressThatIsRefused());
        assertThat(outcome).isNotInstanceOf(AlertOutcome.Sent.class);
        assertThat(outcome.toString()).doesNotContain("+", "@", anAddressThatIsRefused());
    }

    @Test
    void anAlertCannotBePrinted() {
        assertThat(alert("+12025550123")).asString().doesNotContain("2025550123", TEXT);
    }

    /** What is kept of this address, for the ways that have endpoints. */
    protected @Nullable UUID endpoint(String address) {
        return null;
    }

    protected AlertOutcome send(String address) {
        return sender().send(alert(address)).await().atMost(IN_TIME);
    }

    private Alert alert(String address) {
        return new Alert(UUID.randomUUID(), sender().kind(), address, endpoint(address), TEXT);
    }
}
