package org.ovoz.notify.order;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Where intake takes orders, and how the desk shows who it is (mTLS, PEM files). */
@ConfigMapping(prefix = "ovoz.intake")
interface IntakeSettings {

    URI url();

    String certificate();

    String key();

    /** Who signed intake's certificate. */
    String authority();

    @WithDefault("PT10S")
    Duration timeout();
}
