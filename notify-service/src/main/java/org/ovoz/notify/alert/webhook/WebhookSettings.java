package org.ovoz.notify.alert.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How webhooks are signed. */
@ConfigMapping(prefix = "ovoz.webhook")
interface WebhookSettings {

    /** How long a secret that was replaced signs along. */
    @WithDefault("PT24H")
    Duration oldSecretSignsFor();
}
