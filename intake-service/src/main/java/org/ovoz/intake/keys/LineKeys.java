package org.ovoz.intake.keys;

import com.nimbusds.jose.jwk.ECKey;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.Keys;
import org.ovoz.contracts.line.LineRecords;

/** The line's keys and signed records, read once at start; a file that does not hold what it should stops the start. */
@Singleton
public final class LineKeys {

    private static final int LOOKUP_KEY_BYTES = 32;

    private final ECKey administration;
    private final ECKey signing;
    private final ECKey vault;
    private final byte[] lookup;
    private final String catchAllTeam;
    private final String lineRecord;

    LineKeys(KeyConfig files) {
        this.administration = key(files.lineAdmin()).toPublicJWK();
        this.signing = privateKey(files.signing());
        this.vault = privateKey(files.vault());
        this.lookup = Base64.getUrlDecoder().decode(text(files.lookup()));
        this.catchAllTeam = text(files.catchAllTeam());
        this.lineRecord = text(files.lineRecord());
        if (lookup.length != LOOKUP_KEY_BYTES) {
            throw new IllegalStateException("the look-up key is not 32 bytes");
        }
        ECKey named = LineRecords.LINE.verify(lineRecord, administration).signingKey();
        if (!Keys.kidOf(named).equals(Keys.kidOf(signing))) {
            throw new IllegalStateException("the line record names another signing key");
        }
    }

    /** Public; pinned by whoever set this service up. */
    public ECKey administration() {
        return administration;
    }

    /** Intake's own identity. */
    public ECKey signing() {
        return signing;
    }

    /** Opens the inner layer of contacts. */
    public ECKey vault() {
        return vault;
    }

    /** Makes numbers and the carrier's ids findable without keeping them. */
    public byte[] lookup() {
        return lookup.clone();
    }

    /** The signed record of the team that takes what nobody else fits. */
    public String catchAllTeam() {
        return catchAllTeam;
    }

    /** The signed record that names intake's signing key. */
    public String lineRecord() {
        return lineRecord;
    }

    @Override
    public String toString() {
        return "[REDACTED]";
    }

    private static ECKey privateKey(Path file) {
        ECKey key = key(file);
        if (!key.isPrivate()) {
            throw new IllegalStateException(file.getFileName() + " holds no private key");
        }
        return key;
    }

    private static ECKey key(Path file) {
        return Json.read(text(file), ECKey.class);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file.getFileName(), e);
        }
    }
}
