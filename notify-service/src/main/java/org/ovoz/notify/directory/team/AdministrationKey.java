package org.ovoz.notify.directory.team;

import com.nimbusds.jose.jwk.ECKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.MalformedContractException;

/**
 * The line's administration key, pinned: the public half, from a file. On a first start the file is not there yet, since the key is made in
 * the administrator's browser, which this desk serves. The first key that lies there is taken; another one only by a new start.
 */
@ApplicationScoped
class AdministrationKey {

    private static final Logger LOG = Logger.getLogger(AdministrationKey.class);

    private final Path file;
    private volatile @Nullable LineKey pinned;

    AdministrationKey(@ConfigProperty(name = "ovoz.line.admin-key") Path file) {
        this.file = file;
    }

    /** Empty while the line is still to be set up. */
    Optional<LineKey> line() {
        LineKey known = pinned;
        return known == null ? Optional.ofNullable(look()) : Optional.of(known);
    }

    /** One at a time: of two that lie there one after the other, all get the same. */
    private synchronized @Nullable LineKey look() {
        if (pinned == null && Files.exists(file)) {
            pinned = read();
        }
        return pinned;
    }

    /** A file that is being copied there is not whole yet. */
    private @Nullable LineKey read() {
        try {
            return new LineKey(Json.read(Files.readString(file), ECKey.class).toPublicJWK());
        } catch (MalformedContractException e) {
            LOG.error("OVOZ_LINE_ADMIN_KEY names a file that holds no public key");
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException("OVOZ_LINE_ADMIN_KEY cannot be read", e);
        }
    }
}
