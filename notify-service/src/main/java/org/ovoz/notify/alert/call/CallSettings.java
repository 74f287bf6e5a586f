package org.ovoz.notify.alert.call;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How patient a call is. */
@ConfigMapping(prefix = "ovoz.call")
interface CallSettings {

    /** Whole seconds; shorter than it takes most mailboxes to answer. */
    @WithDefault("PT20S")
    Duration rings();

    /** After what was said, each time. */
    @WithDefault("PT8S")
    Duration waitsForKey();
}
