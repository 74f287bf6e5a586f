package org.ovoz.notify.directory.keycloak;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The login server's administration. */
@ConfigMapping(prefix = "ovoz.logins")
interface LoginSettings {

    /** Where Keycloak is; none: nobody is invited, and nothing is compared. */
    Optional<String> url();

    String realm();

    /** The confidential client whose service account administers people. */
    String client();

    String secret();

    /** How long one call may take, and one answer of several. */
    @WithDefault("PT5S")
    Duration timeout();

    /** How long listing everybody may take. */
    @WithDefault("PT10S")
    Duration listingTimeout();
}
