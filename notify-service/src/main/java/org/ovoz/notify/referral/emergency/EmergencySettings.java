package org.ovoz.notify.referral.emergency;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a wish to call stands. */
@ConfigMapping(prefix = "ovoz.emergency")
interface EmergencySettings {

    /** After that the person is asked again, since much may have changed. */
    @WithDefault("30m")
    Duration confirmWithin();
}
