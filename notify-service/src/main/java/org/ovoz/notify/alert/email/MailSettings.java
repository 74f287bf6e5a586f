package org.ovoz.notify.alert.email;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How patient the desk is with its mail server. */
@ConfigMapping(prefix = "ovoz.mail")
interface MailSettings {

    /** Without an answer until then nobody knows whether the mail was taken. */
    @WithDefault("PT20S")
    Duration timeout();
}
