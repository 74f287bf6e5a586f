package org.ovoz.notify.alert.endpoint;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the desk posts to addresses that people named. */
@ConfigMapping(prefix = "ovoz.endpoint")
public interface EndpointSettings {

    @WithDefault("PT3S")
    Duration connectsWithin();

    /** Without an answer until then nobody knows whether it was taken. */
    @WithDefault("PT10S")
    Duration answersWithin();

    /** Whether an address may be without TLS and inside of this network. For tests only: it lets people reach what is in here. */
    @WithDefault("false")
    boolean localAllowed();
}
