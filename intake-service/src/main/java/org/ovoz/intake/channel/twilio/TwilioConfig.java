package org.ovoz.intake.channel.twilio;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** The hotline's account with the carrier. */
@ConfigMapping(prefix = "ovoz.twilio")
interface TwilioConfig {

    String accountSid();

    String authToken();

    /** While rotating: webhooks signed with it are taken too. */
    Optional<String> authTokenOld();

    URI apiUrl();

    /** Bytes of a webhook's body at most. */
    int maxBody();
}
