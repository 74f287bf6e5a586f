package org.ovoz.intake.setting;

import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.Keys;
import org.ovoz.contracts.line.LineRecord;
import org.ovoz.contracts.line.LineRecords;
import org.ovoz.local.servers.secrets.Certificates;
import org.ovoz.local.servers.secrets.Secrets;

/** The files that intake is given at set-up, and the administration key, of which it gets the public part only. */
final class LineFiles {

    private final Path directory = newDirectory();
    private final Certificates certificates = new Certificates(directory.resolve("tls"), Clock.systemUTC());
    private final ECKey administration = Keys.generate();

    /** Private: signs team and line records. */
    ECKey administration() {
        return administration;
    }

    Certificates.Identity desk() {
        return certificates.client("desk");
    }

    Map<String, String> variables() {
        ECKey signing = Keys.generate();
        String line = LineRecords.LINE.sign(new LineRecord(1, signing.toPublicJWK()), administration);
        Certificates.Identity intake = certificates.server("intake");
        return Map.of(
                "OVOZ_LINE_ADMIN_KEY", file("administration.pub.jwk", Json.write(administration.toPublicJWK())),
                "OVOZ_LINE_RECORD", file("line-record.jws", line),
                "OVOZ_CATCH_ALL_TEAM", file("catch-all.jws", Team.CATCH_ALL.signed()),
                "OVOZ_SIGNING_KEY", file("signing.jwk", Json.write(signing)),
                "OVOZ_VAULT_KEY", file("vault.jwk", Json.write(Keys.generate())),
                "OVOZ_LOOKUP_KEY", file("lookup.key", Secrets.randomBase64Url(32)),
                "OVOZ_TLS_CERT", intake.certificate().toString(),
                "OVOZ_TLS_KEY", intake.key().toString(),
                "OVOZ_TLS_CLIENT_CA", intake.authority().toString());
    }

    private String file(String name, String content) {
        Path file = directory.resolve(name);
        Secrets.write(file, content);
        return file.toString();
    }

    private static Path newDirectory() {
        try {
            return Files.createTempDirectory("ovoz-intake-keys");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
