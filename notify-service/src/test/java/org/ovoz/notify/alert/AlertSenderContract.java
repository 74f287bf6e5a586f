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
    protected static final String TEXT = "K7Q2-1";

    protected abstract AlertSender sender();

    /** An address of this way that nobody had before. */
    protected abstract String anAddress();

    /** An address that the other side refuses for good. */
    protected abstract String anAddressThatIsRefused();

    /** Everything that a person at this address can read, one text per message. */
    protected abstract List<String> readAt(String address);

    /** From now on nobody says what became of what is sent to this address. */
    protected abstract void loseAnswersTo(String address);

    /** From now on the other side takes no connection. */
    protected abstract void goesDown();

    protected abstract void comesBack();

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
        assertThat(readAt(address)).hasSizeLessThan(2);
    }

    @Test
    void whatIsNotReachedMayBeTriedAgainAndIsReachedOnceItIsBack() {
        String address = anAddress();
        goesDown();
        AlertOutcome down;
        try {
            down = send(address);
        } finally {
            comesBack();
        }
        assertThat(down).isInstanceOfAny(AlertOutcome.Later.class, AlertOutcome.Unknown.class);
        assertThat(down instanceof AlertOutcome.Later || sender().mayRepeatUnknown())
                .isTrue();
        assertThat(send(address)).isInstanceOf(AlertOutcome.Sent.class);
        Eventually.so(() -> assertThat(readAt(address)).containsExactly(TEXT));
    }

    @Test
    void aRefusalIsNoSuccessAndItsReasonIsACode() {
        AlertOutcome outcome = send(anAddressThatIsRefused());
        assertThat(outcome).isNotInstanceOf(AlertOutcome.Sent.class);
        assertThat(outcome.toString()).matches("[A-Za-z]+\\[reason=[a-z0-9_-]{1,40}]");
    }

    @Test
    void anAlertCannotBePrinted() {
        String address = anAddress();
        assertThat(alert(address)).asString().doesNotContain(address, TEXT);
    }

    /** What is kept of this address, for the ways that have endpoints. */
    protected @Nullable UUID endpoint(String address) {
        return null;
    }

    protected AlertOutcome send(String address) {
        return sender().send(alert(address)).await().atMost(IN_TIME);
    }

    protected Alert alert(String address) {
        return new Alert(UUID.randomUUID(), sender().kind(), address, endpoint(address), TEXT);
    }
}
