package org.ovoz.intake.channel.twilio;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The hotline's account with the carrier. */
@ConfigMapping(prefix = "ovoz.twilio")
interface TwilioConfig {

    String accountSid();

    String authToken();

    /** While rotating: webhooks signed with it are taken too. */
    Optional<String> authTokenOld();

    URI apiUrl();

    /** Hosts that the carrier may point to with what it keeps of a message, besides its own interface. */
    @WithDefault("mms.twiliocdn.com,s3-external-1.amazonaws.com")
    Set<String> mediaHosts();

    /** Bytes of a picture or a sound at most; what is larger is not taken. */
    @WithDefault("5242880")
    int largestMedium();

    /** From the first request for it to its last byte. */
    @WithDefault("PT30S")
    Duration mediumWithin();

    /** Bytes of a webhook's body at most. */
    int maxBody();
}
