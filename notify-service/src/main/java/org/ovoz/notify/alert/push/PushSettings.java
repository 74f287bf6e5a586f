package org.ovoz.notify.alert.push;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How browsers are alerted. */
@ConfigMapping(prefix = "ovoz.push")
interface PushSettings {

    /** File: the private key that push services know the desk by (VAPID), a JWK. Without one this way is off. */
    Optional<Path> key();

    /** {@code mailto:} or {@code https:}; push services are told it. */
    String contact();

    /** How long a push service keeps an alert for a browser that is away: until when a report is to be read. */
    @WithDefault("PT15M")
    Duration keptFor();
}
