package org.ovoz.local.servers.secrets;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;

/** Certificates and keys as PEM files: certificates as X.509, private keys as PKCS#8. */
final class Pem {
    private Pem() {}

    static void writeKey(Path file, PrivateKey key) {
        Secrets.write(file, text("PRIVATE KEY", key.getEncoded()));
    }

    static void writeCertificate(Path file, X509CertificateHolder certificate) {
        try {
            Secrets.write(file, text("CERTIFICATE", certificate.getEncoded()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PrivateKey key(Path file) {
        try {
            return new JcaPEMKeyConverter().getPrivateKey((PrivateKeyInfo) read(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static X509CertificateHolder certificate(Path file) {
        return (X509CertificateHolder) read(file);
    }

    private static Object read(Path file) {
        try (Reader reader = Files.newBufferedReader(file);
                PEMParser parser = new PEMParser(reader)) {
            return parser.readObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String type, byte[] content) {
        StringWriter out = new StringWriter();
        try (PemWriter writer = new PemWriter(out)) {
            writer.writeObject(new PemObject(type, content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
