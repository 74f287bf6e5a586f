package org.ovoz.local.journeys.seizure;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.interfaces.ECPrivateKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.ovoz.contracts.Json;
import org.ovoz.local.journeys.running.Databases;
import org.ovoz.local.journeys.running.RunningStack;

/**
 * Every key that a server has outside of the dumps: intake's files, both ends of the orders' port and its authority, Keycloak's, the relay
 * keys that the vault's key opens. Not what only people carry, although here it lies on the same disk: team keys and the administration key.
 */
record Loot(List<ECPrivateKey> pairs, byte[] lookup) {

    static Loot of(RunningStack running) throws IOException, SQLException, JOSEException {
        Path disk = running.stack().directory();
        List<ECPrivateKey> pairs = new ArrayList<>();
        pairs.add(jwk(disk.resolve("keys/intake-vault.jwk")));
        pairs.add(jwk(disk.resolve("keys/intake-signing.jwk")));
        pairs.addAll(PrivateKeys.in(disk.resolve("tls")));
        pairs.addAll(PrivateKeys.in(disk.resolve("data/keycloak")));
        pairs.addAll(relayKeys(running, pairs));
        byte[] lookup = Base64.getUrlDecoder()
                .decode(Files.readString(disk.resolve("keys/intake-lookup.key")).strip());
        return new Loot(pairs, lookup);
    }

    Loot and(ECKey another) throws JOSEException {
        List<ECPrivateKey> more = new ArrayList<>(pairs);
        more.add(another.toECPrivateKey());
        return new Loot(more, lookup);
    }

    private static List<ECPrivateKey> relayKeys(RunningStack running, List<ECPrivateKey> pairs)
            throws SQLException, JOSEException {
        List<ECPrivateKey> keys = new ArrayList<>();
        try (Connection intake = running.databases().intake()) {
            for (String wrapped : Databases.rows(intake, row -> row.getString(1), "SELECT wrapped FROM relay_key")) {
                Optional<byte[]> jwk = Jwe.open(wrapped, pairs);
                if (jwk.isPresent()) {
                    keys.add(Json.read(new String(jwk.get(), StandardCharsets.UTF_8), ECKey.class)
                            .toECPrivateKey());
                }
            }
        }
        return keys;
    }

    private static ECPrivateKey jwk(Path file) throws IOException, JOSEException {
        return Json.read(Files.readString(file), ECKey.class).toECPrivateKey();
    }

    @Override
    public String toString() {
        return "Loot[" + pairs.size() + " pairs, REDACTED]";
    }
}
