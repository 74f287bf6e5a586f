package org.ovoz.notify.directory.team;

import com.nimbusds.jose.jwk.ECKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.Keys;
import org.ovoz.contracts.team.SignedTeamRecord;
import org.ovoz.contracts.team.TeamRecord;

/** The line's administration key, pinned: the public half, from a file. */
@ApplicationScoped
class AdministrationKey {

    private final ECKey key;

    AdministrationKey(@ConfigProperty(name = "ovoz.line.admin-key") Path file) {
        try {
            this.key = Json.read(Files.readString(file), ECKey.class).toPublicJWK();
        } catch (IOException e) {
            throw new UncheckedIOException("OVOZ_LINE_ADMIN_KEY cannot be read", e);
        }
    }

    String kid() {
        return Keys.kidOf(key);
    }

    String publicJwk() {
        return new ECKey.Builder(key.getCurve(), key.getX(), key.getY()).build().toJSONString();
    }

    /** @throws org.ovoz.contracts.BadSignatureException when the line did not sign this, or it is no team record */
    TeamRecord verify(String jws) {
        return SignedTeamRecord.verify(jws, key);
    }
}
