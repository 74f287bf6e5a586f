package org.ovoz.local.carrier.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ovoz.local.carrier.webhooks.WebhookOutcome.Answered;
import org.ovoz.local.carrier.webhooks.WebhookOutcome.TimedOut;
import org.ovoz.local.carrier.webhooks.WebhookOutcome.Unreachable;

class ConnectionOverridesTest {
    private static final WebhookOutcome NO_CONNECTION = new Unreachable("");
    private static final WebhookOutcome NO_ANSWER = new TimedOut("");

    @Test
    void withoutOverridesThereAre15SecondsAndOneRetryOfFailedConnectionsOnly() {
        ConnectionOverrides plain = ConnectionOverrides.of("http://localhost/sms");

        assertThat(plain)
                .isEqualTo(new ConnectionOverrides("http://localhost/sms", 5_000, 15_000, 15_000, 1, Set.of("ct")));
        assertThat(plain.retries(NO_CONNECTION)).isTrue();
        assertThat(plain.retries(NO_ANSWER)).isFalse();
        assertThat(plain.retries(status(500))).isFalse();
        assertThat(plain.retries(status(404))).isFalse();
    }

    @Test
    void aListOfPoliciesIsRetriedAndNothingElse() {
        ConnectionOverrides several = ConnectionOverrides.of("http://localhost/sms#rc=3&rp=5xx,rt");

        assertThat(several.retries()).isEqualTo(3);
        assertThat(several.retries(status(503))).isTrue();
        assertThat(several.retries(NO_ANSWER)).isTrue();
        assertThat(several.retries(NO_CONNECTION)).isFalse();
        assertThat(several.retries(status(429))).isFalse();
    }

    @Test
    void allMeansEveryFailureButNoSuccess() {
        ConnectionOverrides all = ConnectionOverrides.of("http://localhost/sms#rp=all");

        assertThat(all.retries(NO_CONNECTION)).isTrue();
        assertThat(all.retries(NO_ANSWER)).isTrue();
        assertThat(all.retries(status(400))).isTrue();
        assertThat(all.retries(status(200))).isFalse();
    }

    @Test
    void theFragmentIsNoPartOfTheUrlThatIsAskedAndSigned() {
        assertThat(ConnectionOverrides.of("http://localhost/sms?a=1#rc=2").url())
                .isEqualTo("http://localhost/sms?a=1");
    }

    @Test
    void valuesOutOfRangeAreBroughtIntoIt() {
        ConnectionOverrides odd = ConnectionOverrides.of("http://localhost/#ct=1&rt=99999&tt=0&rc=9");

        assertThat(odd.connectMillis()).isEqualTo(100);
        assertThat(odd.readMillis()).isEqualTo(15_000);
        assertThat(odd.totalMillis()).isEqualTo(100);
        assertThat(odd.retries()).isEqualTo(5);
    }

    private static WebhookOutcome status(int status) {
        return new Answered(status, "text/xml", "");
    }
}
