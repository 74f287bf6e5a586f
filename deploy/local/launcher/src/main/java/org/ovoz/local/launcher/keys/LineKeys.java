package org.ovoz.local.launcher.keys;

import com.nimbusds.jose.jwk.ECKey;
import java.nio.file.Path;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.Keys;
import org.ovoz.contracts.line.LineRecord;
import org.ovoz.contracts.line.LineRecords;
import org.ovoz.local.servers.process.LocalDirectory;
import org.ovoz.local.servers.secrets.Secrets;

/** The line's administration key and what intake holds: its identity, the vault's key, the look-up key. */
public final class LineKeys {
    private static final int LOOKUP_BYTES = 32;
    private static final String ADMINISTRATION = "line-administration";
    private static final String SIGNING = "intake-signing";

    private final Secrets files;
    private final KeyDirectory keys;

    public LineKeys(LocalDirectory directory) {
        this.files = new Secrets(directory.in("keys"));
        this.keys = new KeyDirectory(files);
    }

    /** Private: signs team and line records. No service is told of this file. */
    public ECKey administration() {
        return keys.pair(ADMINISTRATION);
    }

    /** What whoever is invited is told by another way, and compares. */
    public String fingerprint() {
        return Fingerprint.of(Keys.kidOf(administration()));
    }

    public Path administrationPublicFile() {
        return keys.publicFile(ADMINISTRATION);
    }

    public Path signingFile() {
        return keys.file(SIGNING);
    }

    /** The public half, for the administrator who says in the line record that it speaks for intake. */
    public void publishSigning(Path file) {
        Secrets.write(file, Json.write(keys.pair(SIGNING).toPublicJWK()));
    }

    public Path vaultFile() {
        return keys.file("intake-vault");
    }

    public Path lookupFile() {
        files.kept("intake-lookup.key", () -> Secrets.randomBase64Url(LOOKUP_BYTES));
        return files.file("intake-lookup.key");
    }

    /** Says, signed by the administration key, which key speaks for intake. */
    public Path lineRecordFile() {
        LineRecord record = new LineRecord(1, keys.pair(SIGNING).toPublicJWK());
        files.kept("line-record.jws", () -> LineRecords.LINE.sign(record, administration()));
        return files.file("line-record.jws");
    }
}
