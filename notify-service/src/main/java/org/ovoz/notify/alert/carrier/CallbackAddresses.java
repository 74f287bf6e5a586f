package org.ovoz.notify.alert.carrier;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Where the carrier is to call back: which alert it is about is all that an address says. */
@ApplicationScoped
public class CallbackAddresses {

    public static final String ALERT = "alert";

    private final String base;

    CallbackAddresses(@ConfigProperty(name = "ovoz.desk.public-url") URI publicUrl) {
        this.base = publicUrl.toString().replaceAll("/+$", "");
    }

    public URI of(String path, UUID alert) {
        return URI.create(base + path + "?" + ALERT + "=" + alert);
    }

    /** The alert that an address names, if it names one. */
    public static Optional<UUID> alert(@Nullable String named) {
        try {
            return Optional.ofNullable(named).map(UUID::fromString);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
