package org.ovoz.notify.referral.directory;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How services are kept current. */
@ConfigMapping(prefix = "ovoz.service")
interface ServiceSettings {

    /** From then on a service says that nobody has looked after it. */
    @WithDefault("90d")
    Duration uncheckedAfter();
}
