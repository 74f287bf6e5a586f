package org.ovoz.notify.alert.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WithoutAKeyTest {

    @Test
    void aDeskThatPushServicesDoNotKnowAlertsNoBrowser() {
        VapidKey none = new VapidKey(new PushSettings() {
            @Override
            public Optional<Path> key() {
                return Optional.empty();
            }

            @Override
            public String contact() {
                return "mailto:desk@desk.example";
            }

            @Override
            public Duration keptFor() {
                return Duration.ofMinutes(15);
            }
        });
        assertThat(none.webPush()).isEmpty();
        assertThat(none.publicKey()).isEmpty();
        assertThat(PushOff.problem().getStatusCode()).isEqualTo(503);
    }
}
