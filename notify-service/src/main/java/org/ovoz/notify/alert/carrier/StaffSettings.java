package org.ovoz.notify.alert.carrier;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** The staff account at the carrier: another one than the hotline's. */
@ConfigMapping(prefix = "ovoz.staff")
public interface StaffSettings {

    String accountSid();

    String authToken();

    /** While the token is being rotated. */
    Optional<String> authTokenOld();

    URI apiUrl();

    /** What alerts are sent from. */
    String number();
}
