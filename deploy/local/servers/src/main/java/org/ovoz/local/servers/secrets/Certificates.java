package org.ovoz.local.servers.secrets;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * A certificate authority of our own and what it signs, as PEM files that only their owner reads: enough for mutual TLS
 * between two services of one machine. What expires within a month is made anew.
 */
public final class Certificates {
    private static final String AUTHORITY = "ca";
    private static final Duration RENEW_BEFORE = Duration.ofDays(30);

    private final Path directory;
    private final Clock clock;

    public Certificates(Path directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** Files of a certificate, of its key, and of the authority that signed it. */
    public record Identity(Path certificate, Path key, Path authority) {}

    /** For a server that answers under {@code localhost} and 127.0.0.1. */
    public Identity server(String name) {
        return leaf(name, KeyPurposeId.id_kp_serverAuth);
    }

    /** For a client that a server asks for its certificate. */
    public Identity client(String name) {
        return leaf(name, KeyPurposeId.id_kp_clientAuth);
    }

    private synchronized Identity leaf(String name, KeyPurposeId purpose) {
        Identity authority = authority();
        Identity files = files(name);
        if (!isGood(files)
                || !Issuer.signed(Pem.certificate(authority.certificate()), Pem.certificate(files.certificate()))) {
            KeyPair pair = newPair();
            Issuer issuer = new Issuer(Pem.certificate(authority.certificate()), Pem.key(authority.key()));
            write(files, pair, issuer.leaf(name, pair.getPublic(), purpose, clock.instant()));
        }
        return files;
    }

    private Identity authority() {
        Identity files = files(AUTHORITY);
        if (!isGood(files)) {
            KeyPair pair = newPair();
            write(files, pair, Issuer.selfSigned(pair, clock.instant()));
        }
        return files;
    }

    private boolean isGood(Identity files) {
        return Files.exists(files.certificate())
                && Files.exists(files.key())
                && Pem.certificate(files.certificate())
                        .isValidOn(Date.from(clock.instant().plus(RENEW_BEFORE)));
    }

    private static void write(Identity files, KeyPair pair, X509CertificateHolder certificate) {
        Pem.writeKey(files.key(), pair.getPrivate());
        Pem.writeCertificate(files.certificate(), certificate);
    }

    private Identity files(String name) {
        return new Identity(
                directory.resolve(name + ".pem"),
                directory.resolve(name + "-key.pem"),
                directory.resolve(AUTHORITY + ".pem"));
    }

    private static KeyPair newPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
